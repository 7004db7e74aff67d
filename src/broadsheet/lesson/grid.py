"""Tables to fill in: their columns and rows, before these have headings in any language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from broadsheet.lesson.question import Question

_CLAIMS: Final = (10, 26, 22, 21, 21)
"""Line, claim, kind, support, check: where the student finds the claims."""
_CLAIMS_GIVEN: Final = (30, 22, 21, 27)
"""Claim with its line, kind, support, check: where the sheet prints the claims."""
_ROW_NAMES: Final = 3
_EVEN: Final = 4
_FRAMING: Final = (4, 7, 7, 3)
_OMISSIONS: Final = (4, 3, 2, 3)
_FRAMING_PARTS: Final = 4


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to fill in. Rows whose first cell is printed come before those all of blanks."""

    shares: tuple[int, ...]
    """Widths of its columns, in shares of their sum."""
    headed: int
    """Rows whose first cell is printed."""
    blank: int = 0
    """Rows in which the student fills every cell."""

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.headed + self.blank

    def first_written(self, row: int) -> int:
        """The first column of a row that is the student's; both are counted from 0."""
        return 1 if row < self.headed else 0

    def width(self, column: int) -> float:
        """A column's part of the whole width, from 0 to 1."""
        return self.shares[column] / sum(self.shares)


def grid_of(question: Question, texts: int) -> Grid | None:
    """Give the table of a question in a lesson of so many texts; None where it has none."""
    if table := question.table:
        columns = (_EVEN,) * len(table.columns)
        if isinstance(table.rows, int):
            return Grid(columns, headed=0, blank=table.rows)
        return Grid((_ROW_NAMES, *columns), headed=len(table.rows))
    if claims := question.claim_table:
        if isinstance(claims, int):
            return Grid(_CLAIMS, headed=0, blank=claims)
        return Grid(_CLAIMS_GIVEN, headed=len(claims.claims), blank=claims.own or 0)
    if question.framing_grid:
        return Grid(_FRAMING, headed=_FRAMING_PARTS)
    if question.omission_table:
        return Grid(_OMISSIONS, headed=0, blank=question.omission_table)
    if question.comparison_grid:
        return Grid((2, *(4,) * texts), headed=len(question.comparison_grid))
    return None
