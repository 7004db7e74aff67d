"""The words of a piece that was saved as a web page or as Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from io import StringIO
from typing import Final
from xml.etree.ElementTree import Element, tostring

import tinyhtml5

from broadsheet.source.elements import without_unseen_parts
from broadsheet.source.furniture import Kind
from broadsheet.source.paragraphs import Reader
from broadsheet.source.piece import LeftOut, Piece, Where, piece_of
from broadsheet.source.saved import Markup, parsed
from broadsheet.source.whole import Described, described, gate_in

_FRONT_MATTER: Final = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n.*?^(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE
)
_EMPHASIS: Final = frozenset({"em", "i", "strong", "b"})
_NEAR: Final = 3
"""So many lines after a piece are near enough to speak of it."""
_EXTENSIONS: Final = ("tables", "footnotes", "fenced_code", "def_list", "md_in_html")
_TASK: Final = re.compile(r"^([ \t]*[-*+][ \t]+)\[[ xX]\][ \t]+", re.MULTILINE)
_STRUCK: Final = re.compile(r"(?<!~)~~(?=\S)([^~\n]+)(?<=\S)~~(?!~)")


@dataclass(frozen=True, slots=True)
class Page:
    """The piece on a saved page, and what else stands there."""

    piece: Piece
    everything: str
    """All that a reader sees on the page."""
    described: Described
    """What it says of the piece, in words for machines."""
    gate: str | None
    """Why this may not be the whole piece, as one of its lines says."""
    emphasised: tuple[str, ...]
    """The words of each stretch that the page emphasises."""


def read_page(markup: Markup) -> Page | None:
    """Read a saved page; None where no article is found on it.

    Raises ImportError where the extra `html` is not installed.
    """
    import trafilatura

    root = parsed(markup)
    reader = Reader()
    reader.read(root)
    heading = next((one.text for one in reader.paragraphs if one.box.tag == "h1"), "")
    description = described(root, heading)
    without_unseen_parts(root)
    found = trafilatura.extract(as_html(root), include_comments=False)
    piece = piece_of(reader.paragraphs, found) if found else None
    if piece is None:
        return None
    piece = replace(piece, left_out=(*piece.left_out, *_struck(reader)))
    everything = "\n\n".join(paragraph.text for paragraph in reader.paragraphs)
    within = [one for one in piece.left_out if one.where is Where.WITHIN]
    after = [one for one in piece.left_out if one.where is Where.AFTER]
    gate = gate_in(one.text for one in (*within, *after[:_NEAR]) if one.kind is Kind.GATE)
    return Page(piece, everything, description, gate, _emphasised(root))


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """What a reader of a Markdown text sees, without its front matter."""

    text: str
    struck: tuple[LeftOut, ...]
    emphasised: tuple[str, ...]
    """The words of each emphasised stretch."""


def text_of_markdown(source: str) -> MarkdownText:
    """Read a piece that is written in Markdown."""
    import markdown

    source = _TASK.sub(r"\1", _STRUCK.sub(r"<del>\1</del>", _FRONT_MATTER.sub("", source)))
    reader = Reader()
    html = markdown.markdown(source, extensions=_EXTENSIONS)
    # Short text, as text, would be looked for among the files of this machine.
    root: Element = tinyhtml5.parse(StringIO(html), namespace_html_elements=False)
    reader.read(root)
    text = "\n\n".join(paragraph.text for paragraph in reader.paragraphs)
    return MarkdownText(text, _struck(reader), _emphasised(root))


def _emphasised(root: Element) -> tuple[str, ...]:
    return tuple("".join(each.itertext()) for each in root.iter() if each.tag in _EMPHASIS)


def _struck(reader: Reader) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(one.text, Kind.STRUCK, Where.WITHIN) for one in reader.struck)


def as_html(root: Element) -> str:
    """Write the tree of a page for a library that reads markup.

    Names that begin with a brace, as templates that were not filled in leave them, are dropped:
    they would be taken for those of another namespace.
    """
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith("{")]:
            del element.attrib[name]
    return tostring(root, encoding="unicode", method="html")
