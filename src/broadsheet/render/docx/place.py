"""Where prose stands, and the widths and lines that fill a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.render.docx.writer import PLAIN, Cell, Manner, Row, Writer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of prose stands."""

    first: str = "Normal"
    """The style of its first paragraph."""
    style: str = "Normal"
    """The style of its other paragraphs."""
    below: int = 1
    """The level of the heading that it stands under."""
    inset: int = 0
    """By how much its lists and tables are set in, in twentieths of a point."""
    manner: Manner = PLAIN


def ruled(writer: Writer, count: int, inset: int = 0, width: int = 0) -> str:
    """Lines to write on: rows of a table, so that each is as high as a hand needs it.

    They are as wide as the page, but for what they are set `inset` by, or of a `width`.
    """
    height = writer.sizes.measures.twips("rule-distance", 22.7)
    cell = Cell([writer.paragraph("Broadsheet Rule")], at_foot=True)
    rows = [Row([cell], height, is_exact=True) for _ in range(count)]
    return writer.table("Broadsheet Lines", [width or writer.width - inset], rows, inset)


def shared(width: int, shares: Sequence[int]) -> list[int]:
    """A width, parted by shares."""
    every = sum(shares)
    return [width * share // every for share in shares]
