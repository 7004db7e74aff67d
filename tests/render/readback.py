"""All that a PDF says, letter by letter, and all that was composed for it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

_CODES = re.compile(rb"^<([0-9a-fA-F]+)> <([0-9a-fA-F]*)>$", re.MULTILINE)


class Piece(NamedTuple):
    """Some text that is drawn at once."""

    text: str
    page: Any
    baseline: float
    """How far down the page it stands."""


class _Body(HTMLParser):
    """The text of a page's body, without what is not read aloud: numbers beside lines, copies, and
    what a record that goes on overleaf would be called there.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.in_body = self.in_number = self.in_copy = self.in_name = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_body |= tag == "body"
        self.in_number |= tag == "a" and ("class", "number") in attrs
        self.in_copy |= ("aria-hidden", "true") in attrs
        self.in_name |= ("class", "row-name continued") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.in_number &= tag != "a"
        self.in_copy &= tag != "section"
        self.in_name &= tag != "p"

    def handle_data(self, data: str) -> None:
        if self.in_body and not (self.in_number or self.in_copy or self.in_name):
            self.pieces.append(data.replace("\xad", ""))


def composed_pieces(html: str) -> list[str]:
    """The text of a page that goes into layout, from one tag to the next."""
    body = _Body()
    body.feed(html)
    return body.pieces


def read_pieces(pdf: Path) -> list[str]:
    """What a PDF says, in the order of its tag tree: pieces as they are drawn, without furniture.

    Nothing is guessed, as viewers do: each glyph says what its face's table says of it. The signs
    before the items of a list are left out, and so is the head of a table that is printed once
    more where the table goes on.
    """
    return [piece.text for piece in _read(pdf)]


def read_aloud(pdf: Path) -> str:
    """What a PDF says as one text: a new line parts words as a blank does; nothing else does."""
    pieces = _read(pdf)
    parted = [
        piece.text + ("" if piece[1:] == following[1:] else " ")
        for piece, following in pairwise([*pieces, Piece("", None, 0)])
    ]
    return " ".join("".join(parted).split())


def _read(pdf: Path) -> list[Piece]:
    with pikepdf.open(pdf) as document:
        said = {page.objgen: _said(page) for page in document.pages}
        reader = _Reader(said)
        reader.read(document.Root.StructTreeRoot.K, None)
        return reader.pieces


class _Reader:
    def __init__(self, said: dict[Any, dict[int, Piece]]) -> None:
        self.said = said
        self.pieces: list[Piece] = []
        self.table_before: tuple[str, int] = ("", -1)
        """The head of the last table, and how many pieces had been read at its end."""

    def read(self, kids: Any, page: tuple[int, int] | None) -> None:
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                assert page is not None
                if said := self.said[page].get(int(kid)):
                    self.pieces.append(said)
                continue
            own = kid.Pg.objgen if "/Pg" in kid else page
            if kid.get("/S") == "/Table":
                self._table(kid, own)
            elif kid.get("/S") != "/Lbl" and "/K" in kid:
                self.read(kid.K, own)

    def _table(self, table: Any, page: tuple[int, int] | None) -> None:
        begin = len(self.pieces)
        heads, rows = (
            [part for part in list(table.K) if (part.S == "/THead") == is_head]
            for is_head in (True, False)
        )
        self.read(pikepdf.Array(heads), page)
        head = "".join(piece.text for piece in self.pieces[begin:])
        if head and self.table_before == (head, begin):
            del self.pieces[begin:]
        self.read(pikepdf.Array(rows), page)
        self.table_before = (head, len(self.pieces))


def _said(page: pikepdf.Page) -> dict[int, Piece]:
    """Each piece of marked content on a page, by its number."""
    faces = {name: _face(font) for name, font in page.resources.get("/Font", {}).items()}
    said: dict[int, Piece] = {}
    face: dict[bytes, str] = {}
    size, marked, baseline = 2, None, 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                properties: Any = operands[1] if len(operands) > 1 else {}
                has_number = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
                marked = int(properties.MCID) if has_number else None
            case "EMC":
                marked = None
            case "Tm":
                baseline = float(operands[5])
            case "Tf":
                face, size = faces[str(operands[0])]
            case "Tj" | "TJ":
                shown = operands[0] if str(instruction.operator) == "TJ" else [operands[0]]
                codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                if marked is not None:
                    text = "".join(
                        face.get(codes[at : at + size], "") for at in range(0, len(codes), size)
                    )
                    before = said[marked].text if marked in said else ""
                    said[marked] = Piece(before + text, page.objgen, baseline)
            case _:
                pass
    return said


def _face(font: Any) -> tuple[dict[bytes, str], int]:
    """What each code of a face says, and how many bytes a code has."""
    size = 2 if font.Subtype == "/Type0" else 1
    pairs = _CODES.findall(font.ToUnicode.read_bytes())
    hexed = [(bytes.fromhex(code.decode()), bytes.fromhex(text.decode())) for code, text in pairs]
    return {code: text.decode("utf-16-be") for code, text in hexed}, size
