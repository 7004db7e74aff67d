"""What a file of Word's holds, as plain values: paragraphs, tables, and the pieces in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal, TypeAlias

from broadsheet.prose.nodes import Alignment, Inline, LineReference, Phrase, Strong, Text


@dataclass(frozen=True, slots=True)
class Styled:
    """Pieces in a style of characters."""

    style: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Placed:
    """Pieces at a place that has a name, which links can lead to."""

    name: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class ToLines:
    """Words that refer to lines, and lead to the first of them where the document prints it."""

    lines: LineReference
    said: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its address, no higher and no wider than so many points."""

    address: str
    description: str
    tallest: float
    widest: float = 0
    """0 for the width of the page."""


@dataclass(frozen=True, slots=True)
class Field:
    """What Word counts itself, such as `PAGE`."""

    name: str


Piece: TypeAlias = "str | Phrase | Inline | Styled | Placed | ToLines | Picture | Field"
"""What stands within a paragraph; words are in the document's language."""
Pieces: TypeAlias = Sequence[Piece]


@dataclass(frozen=True, eq=False)
class Counted:
    """A numbered list, which counts for itself."""

    start: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; lengths are in twentieths of a point."""

    style: str
    pieces: Pieces
    is_kept: bool = False
    """Whether it stands on the page of what follows."""
    indent: tuple[int, int] | None = None
    """How far it is set in, and how far its first line hangs before that."""
    stop: int = 0
    """Where a tab leads to."""
    stops_at_end: bool = False
    """Whether words end at that stop, and do not begin there."""
    counted: Counted | None = None
    alignment: Alignment = ""
    is_mirrored: bool | None = None
    """Whether it runs from right to left; None as the document does."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: Sequence[Block]
    at_foot: bool = False
    """Whether its words stand at its foot."""
    merged: Literal["restart", "continue"] | None = None
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


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its columns so wide and set in so far, in twentieths of a point."""

    style: str
    widths: Sequence[int]
    rows: Sequence[Row]
    inset: int = 0
    is_kept: bool = False
    """Whether all of it stands on the page of what follows."""
    is_whole: bool = False
    """Whether its own rows stand on one page."""


Block: TypeAlias = Paragraph | Table


def paragraph(style: str, *pieces: Piece) -> Paragraph:
    """A paragraph of pieces in a style."""
    return Paragraph(style, pieces)


def bold(words: str | Phrase) -> Strong:
    """Words that weigh more."""
    return Strong(words.inside if isinstance(words, Phrase) else (Text(words),))


def between(parting: Piece, parts: Iterable[Pieces]) -> list[Piece]:
    """Parts in one line, with something between each two."""
    first, *others = [*parts] or [()]
    return [*first, *chain.from_iterable((parting, *part) for part in others)]


def kept(block: Block) -> Block:
    """The same block, on the page of what follows."""
    return replace(block, is_kept=True)


def kept_together(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, on one page as far as one can hold them."""
    *others, last = blocks
    if isinstance(last, Table):
        last = replace(last, is_whole=True)
    return [*map(kept, others), last]


def parted(blocks: Iterable[Block], *, ends: bool = False) -> Iterator[Block]:
    """Blocks in their order; Word runs two tables into one where no paragraph parts them.

    With `ends`, what they end with is a paragraph, as in a cell.
    """
    before: Block | None = None
    for block in blocks:
        if isinstance(before, Table) and isinstance(block, Table):
            yield GAP
        yield block
        before = block
    if ends and not isinstance(before, Paragraph):
        yield GAP


GAP = paragraph("Broadsheet Gap")
"""What parts two tables."""
