"""Where prose stands, and the widths and lines that fill a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.render.docx.blocks import Cell, Row, Table, paragraph
from broadsheet.render.docx.sizes import Sizes


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


def ruled(sizes: Sizes, count: int, inset: int = 0, width: int = 0) -> Table:
    """Lines to write on: rows of a table, so that each is as high as a hand needs it.

    They are as wide as the page, but for what they are set `inset` by, or of a `width`.
    """
    height = sizes.measures.twips("rule-distance", 22.7)
    row = Row([Cell([paragraph("Broadsheet Rule")], at_foot=True)], height, is_exact=True)
    return Table("Broadsheet Lines", [width or sizes.width - inset], [row] * count, inset)


def shared(width: int, shares: Sequence[int]) -> list[int]:
    """A width, parted by shares."""
    every = sum(shares)
    return [width * share // every for share in shares]
