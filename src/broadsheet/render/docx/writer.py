"""Paragraphs, runs, tables and links of one document, in its language and direction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import LineReference
from broadsheet.render.docx.blocks import joined
from broadsheet.render.docx.package import Links
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.tongue import by_direction, is_han, language_of
from broadsheet.render.docx.xml import escaped, tag, val

_APART: Final = re.compile("([\n\t\u00ad\u2011])")
_ELEMENTS: Final = {
    "\n": tag("br"),
    "\t": tag("tab"),
    "\u00ad": tag("softHyphen"),
    "\u2011": tag("noBreakHyphen"),
}
"""Signs that Word has elements for."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are set within their paragraph."""

    style: str | None = None
    """A style of characters."""
    strong: bool = False
    emphasis: bool = False
    language: str = ""
    """Empty for the document's own."""
    direction: str = ""
    """Empty for that of the document."""

    def styled(self, style: str) -> Manner:
        """The same with a style, where it has none."""
        return self if self.style else replace(self, style=style)


PLAIN: Final = Manner()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs, and how many columns it covers."""

    blocks: Sequence[str]
    covers: int = 1
    at_foot: bool = False
    """Whether its words stand at its foot."""
    merged: Literal["", "restart", "continue"] = ""
    """Whether it begins a cell that goes on in the rows below, or goes on with one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: Sequence[Cell]
    height: int = 0
    """At least so high, in twentieths of a point; 0 for as high as its words."""
    is_exact: bool = False
    is_head: bool = False
    is_parted: bool = False
    """Whether a page may end within it."""


@dataclass
class Writer:
    """Writes the parts of a document, and keeps what they lead to."""

    labels: Labels
    sizes: Sizes
    images: Mapping[str, bytes]
    """By address."""
    lines: frozenset[str]
    """The numbered lines that the document prints, which references can lead to."""
    links: Links = field(default_factory=Links)
    media: dict[str, bytes] = field(default_factory=dict)
    lists: list[int] = field(default_factory=list)
    """The number that each numbered list begins with."""
    marks: int = 0
    """How many places have a name."""

    @property
    def width(self) -> int:
        """Between the margins of a page, in twentieths of a point."""
        return self.sizes.width

    @property
    def is_mirrored(self) -> bool:
        """Whether the document runs from right to left."""
        return self.labels.direction == "rtl"

    def run(self, words: object, manner: Manner = PLAIN) -> str:
        """Words in one manner; Latin words within Arabic or Hebrew run in their own direction."""
        told = str(words)
        direction = manner.direction or self.labels.direction
        parts = by_direction(told) if direction == "rtl" else [(told, False)]
        return "".join(self._run(part, manner, mirrored=rtl) for part, rtl in parts if part)

    def _run(self, words: str, manner: Manner, *, mirrored: bool) -> str:
        style = manner.style
        strong, emphasis = manner.strong, manner.emphasis
        if style is None and (strong or emphasis):
            style, emphasis = ("Emphasis", False) if emphasis else ("Strong", False)
            strong = strong and style != "Strong"
        language = manner.language or self.labels.language
        properties = (
            val("rStyle", style and style.replace(" ", "")),
            tag("rFonts", hint="eastAsia") if is_han(language) else "",
            tag("b") + tag("bCs") if strong else "",
            tag("i") + tag("iCs") if emphasis else "",
            tag("rtl") if mirrored else "",
            language_of(manner.language) if manner.language else "",
        )
        return tag("r", tag("rPr", *properties) if any(properties) else "", *_text(words))

    def label(self, words: object, style: str) -> str:
        """Words in a style of characters."""
        return self.run(words, Manner(style))

    def bold(self, words: object) -> str:
        """Words that weigh more."""
        return self.run(words, Manner(strong=True))

    def paragraph(
        self,
        style: str,
        *runs: str,
        keep: bool = False,
        own: str = "",
        numbered: str = "",
        tabs: str = "",
        mirrored: bool | None = None,
    ) -> str:
        """A paragraph in a style.

        `own` is what is its alone after its direction, such as an indent; `keep` has the next one
        stand on the same page.
        """
        runs_right = self.is_mirrored if mirrored is None else mirrored
        turned = tag("bidi") if runs_right else ""
        if runs_right != self.is_mirrored and not turned:
            turned = tag("bidi", val="0")
        properties = (
            val("pStyle", style.replace(" ", "")),
            tag("keepNext") if keep else "",
            numbered,
            tabs,
            turned,
            own,
        )
        return tag("p", tag("pPr", *properties), *runs)

    def table(
        self,
        style: str,
        widths: Sequence[int],
        rows: Iterable[Row],
        inset: int = 0,
        mirrored: bool | None = None,
    ) -> str:
        """A table, its columns so wide and set in so far, in twentieths of a point."""
        runs_right = self.is_mirrored if mirrored is None else mirrored
        told = list(rows)
        has_head = bool(told) and told[0].is_head
        properties = tag(
            "tblPr",
            val("tblStyle", style.replace(" ", "")),
            tag("bidiVisual") if runs_right else "",
            tag("tblW", w=sum(widths), type="dxa"),
            tag("tblInd", w=inset, type="dxa"),
            val("tblLayout", None) or tag("tblLayout", type="fixed"),
            tag("tblLook", val="0420" if has_head else "0400", firstRow=int(has_head), noVBand=1),
        )
        grid = tag("tblGrid", *(tag("gridCol", w=width) for width in widths))
        return tag("tbl", properties, grid, *(_row(row, widths) for row in told))

    def place(self, name: str, runs: str) -> str:
        """Runs at a place that has a name, which a link can lead to."""
        self.marks += 1
        start = tag("bookmarkStart", id=self.marks, name=name)
        return start + runs + tag("bookmarkEnd", id=self.marks)

    def to_line(self, lines: LineReference, said: str, manner: Manner = PLAIN) -> str:
        """What refers to lines, and leads to the first of them where the document prints it."""
        runs = self.run(said, manner)
        line = f"{lines.label}{lines.first}"
        if line not in self.lines:
            return runs
        return tag("hyperlink", runs, anchor=line_name(line), history=1)

    def to_address(self, address: str, runs: str) -> str:
        """Runs that lead to an address on the web or to a mailbox."""
        key = self.links.to("hyperlink", address, outside=True)
        return f'<w:hyperlink r:id="{key}" w:history="1">{runs}</w:hyperlink>'

    def numbering(self, start: int) -> str:
        """A numbered list that begins anew, as a property of its paragraphs."""
        self.lists.append(start)
        return tag("numPr", val("ilvl", 0), val("numId", FIRST_LIST + len(self.lists) - 1))


FIRST_LIST: Final = 3
"""The number of the first list that counts for itself; see `numbering`."""


def line_name(line: str) -> str:
    """The name of the place where a numbered line stands."""
    return f"line_{line}"


def _text(words: str) -> Iterable[str]:
    for piece in _APART.split(words):
        if piece in _ELEMENTS:
            yield _ELEMENTS[piece]
        elif piece:
            yield f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'


def _row(row: Row, widths: Sequence[int]) -> str:
    rule = "exact" if row.is_exact else "atLeast"
    properties = (
        "" if row.is_parted else tag("cantSplit"),
        tag("trHeight", val=row.height, hRule=rule) if row.height else "",
        tag("tblHeader") if row.is_head else "",
    )
    cells = []
    at = 0
    for cell in row.cells:
        width = sum(widths[at : at + cell.covers])
        at += cell.covers
        inside = (
            tag("tcW", w=width, type="dxa"),
            val("gridSpan", cell.covers if cell.covers > 1 else None),
            val("vMerge", cell.merged or None),
            val("vAlign", "bottom") if cell.at_foot else "",
        )
        cells.append(tag("tc", tag("tcPr", *inside), *joined(cell.blocks, ends=True)))
    return tag("tr", tag("trPr", *properties) if any(properties) else "", *cells)
