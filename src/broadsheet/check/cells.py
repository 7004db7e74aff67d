"""Do the cells of a model answer fit the table that the sheet offers?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.grid import Grid, grid_of
from broadsheet.lesson.question import NumberedQuestion
from broadsheet.prose.handwritten import words_to_write
from broadsheet.school.edition import WORDS_PER_LINE, Edition

_MOST: Final = 4
"""Handwritten lines in one cell; a table whose rows grow beyond that is no table."""

OUTSIDE: Final = Rule(
    code="answer-outside-table",
    severity=Severity.ERROR,
    what="A model answer has cells that the question's table does not have.",
    why="The answer key prints the table filled in, cell by cell. Cells that the sheet prints, "
    "such as a given claim, are left out of the answer.",
    bad="table: {columns: [Plainer words, What changes], rows: [so-called]}\n"
    "answer: {rows: [[so-called, named, less doubt]]}",
    good="table: {columns: [Plainer words, What changes], rows: [so-called]}\n"
    "answer: {rows: [[named, less doubt]]}",
)

TOO_LONG: Final = Rule(
    code="answer-longer-than-cell",
    severity=Severity.WARNING,
    what=f"A cell of the model answer takes more than {_MOST} handwritten lines of its column.",
    why=f"Handwriting takes about {WORDS_PER_LINE} words a line of 170 mm, and in a column as much "
    "less as that is narrower. Every row is made as high as the longest cell needs, in every "
    "edition: one long cell makes a long table.",
    bad="table: {columns: [A, B, C], rows: 1}\nanswer: {rows: [[(a text of twenty words)]]}",
    good="table: {columns: [A, B, C], rows: 1}\nanswer: {rows: [[(a text of ten words)]]}",
)

RULES: Final = (OUTSIDE, TOO_LONG)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each cell that its table lacks, and each that makes it too high."""
    for asked in subject.lesson.questions.numbered():
        if not (asked.question.answer and asked.question.answer.rows):
            continue
        grid = grid_of(asked.question, len(subject.lesson.texts))
        if grid is None:
            yield Remark(
                OUTSIDE,
                "the answer has `rows`, and the question has no table",
                "write it as prose, or offer a `table` or another table to fill in",
                (*asked.path, "answer", "rows"),
                at_key=True,
            )
        else:
            yield from _cells(asked, grid, asked.question.answer.rows)


def _cells(asked: NumberedQuestion, grid: Grid, rows: list[list[str]]) -> Iterator[Remark]:
    path = (*asked.path, "answer", "rows")
    for row, cells in enumerate(rows):
        if row >= grid.rows:
            yield Remark(
                OUTSIDE,
                f"the answer has {len(rows)} rows, and the table {grid.rows}",
                "give the table as many rows as the answer, or leave some out",
                (*path, row),
            )
            return
        first = grid.first_written(row)
        written = len(grid.shares) - first
        if len(cells) > written:
            printed = "; the first of the row is printed, so leave it out" if first else ""
            yield Remark(
                OUTSIDE,
                f"this row has {len(cells)} cells, and the student writes in {written}{printed}",
                "write one text for each cell, in the order of the columns",
                (*path, row),
            )
            continue
        for column, cell in enumerate(cells):
            yield from _length(cell, grid.width(first + column), (*path, row, column))


def _length(cell: str, width: float, path: tuple[str | int, ...]) -> Iterator[Remark]:
    words = words_to_write(cell)
    needed = Edition().lines_for(words, width)
    if needed > _MOST:
        yield Remark(
            TOO_LONG,
            f"{words} words take about {needed} handwritten lines of this column; a cell has room "
            f"for {_MOST} at most",
            "shorten it, or ask for less in one table",
            path,
        )
