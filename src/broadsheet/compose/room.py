"""Room to answer, reduced to the five things a page can draw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from broadsheet.compose.setting import Setting
from broadsheet.lesson.grid import Grid, grid_of
from broadsheet.lesson.question import Question
from broadsheet.lesson.room import DEFAULT_LINES
from broadsheet.prose.handwritten import words_to_write
from broadsheet.prose.nodes import Phrase
from broadsheet.school.edition import CELL_LINES, WORDS_PER_LINE, Edition

_HIGHEST_BOX: Final = 120
"""To what a box grows at most for a larger hand, in mm."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table to fill in."""

    heading: str
    share: int = 2
    """Its width, in shares of the whole."""
    lines: int = 0
    """Handwritten lines that the longest model answer takes in it; 0 where none is given."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a student answers."""

    kind: Literal["lines", "choices", "scale", "table", "box"]
    lines: int = 0
    """Ruled lines; below choices and scale, for the reason."""
    options: tuple[Phrase, ...] = ()
    """Choices."""
    ends: tuple[str, ...] = ()
    """The ends of a scale."""
    columns: tuple[Column, ...] = ()
    rows: tuple[Phrase | str | None, ...] = ()
    """What a table prints in the first cell of each row, None where the student fills it."""
    tick_last: bool = False
    """True where the last column is a box to tick."""
    height: float = 0
    """Height of a box, in mm."""


def room_of(question: Question, setting: Setting, edition: Edition) -> Room:
    """Give the room that a question offers, with lines as an edition's handwriting needs."""
    words, prose = setting.labels.words, setting.student
    lines = edition.ruled_lines(question.space or 0)
    if question.choices:
        options = tuple(map(prose.inline, question.choices))
        return Room("choices", lines=lines, options=options)
    if question.scale:
        return Room("scale", lines=lines, ends=tuple(map(words, question.scale)))
    if question.box:
        return Room("box", height=_height(question.box, edition))
    if grid := grid_of(question, len(setting.lesson.texts)):
        return _table(question, grid, setting, edition)
    return Room("lines", lines=lines or edition.ruled_lines(DEFAULT_LINES))


def _height(box: float, edition: Edition) -> float:
    """How high a box is, in mm: a larger hand needs more of it, as it needs more lines.

    It stays on a page with its question, unless the lesson itself asks for more.
    """
    return max(box, min(box * WORDS_PER_LINE / edition.words_per_line, _HIGHEST_BOX))


def headings(question: Question, setting: Setting) -> tuple[str, ...]:
    """The headings of a question's table; empty above headings of rows that need none."""
    say, words = setting.labels.say, setting.labels.words
    if table := question.table:
        above = ("",) if isinstance(table.rows, list) else ()
        return (*above, *map(words, table.columns))
    if claims := question.claim_table:
        first = ("line", "claim") if isinstance(claims, int) else ("claim_and_line",)
        return tuple(say(f"column_{name}") for name in (*first, "kind", "support", "check"))
    if question.framing_grid:
        return ("", *(say(f"column_{name}") for name in ("part", "words", "not_stated")))
    if question.omission_table:
        asked = ("need", "bears_on", "known_then", "where")
        return tuple(say(f"column_{name}") for name in asked)
    of_texts = (say("column_text", label=label) for label in setting.lesson.texts)
    return (say("column_compare"), *of_texts)


def printed_firsts(question: Question, setting: Setting) -> tuple[Phrase | str, ...]:
    """What a question's table prints in the first cells of its rows, from the first row on."""
    say, words = setting.labels.say, setting.labels.words
    if question.claim_table and not isinstance(question.claim_table, int):
        return tuple(map(setting.student.inline, question.claim_table.claims))
    if question.table and isinstance(question.table.rows, list):
        return tuple(map(words, question.table.rows))
    if question.framing_grid:
        return tuple(say(f"row_{part}") for part in ("problem", "cause", "judgment", "remedy"))
    return tuple(map(words, question.comparison_grid or ()))


def _table(question: Question, grid: Grid, setting: Setting, edition: Edition) -> Room:
    columns = tuple(map(Column, headings(question, setting), grid.shares))
    return Room(
        "table",
        columns=tuple(_measured(question, grid, edition, columns)),
        rows=(*printed_firsts(question, setting), *(None,) * grid.blank),
        tick_last=question.framing_grid,
    )


def _measured(
    question: Question, grid: Grid, edition: Edition, columns: tuple[Column, ...]
) -> list[Column]:
    """The columns with the lines that the model answer takes in each.

    Where records are stacked, a cell is as wide as a line; without a model answer it holds as much
    there as it does on the standard sheet.
    """
    stacked = edition.is_stacked(len(columns))
    longest = [0] * len(columns)
    for row, cells in enumerate((question.answer and question.answer.rows) or ()):
        for at, cell in enumerate(cells, grid.first_written(row)):
            longest[at] = max(longest[at], words_to_write(cell))
    measured = []
    for at, (column, words) in enumerate(zip(columns, longest, strict=True)):
        width = grid.width(at)
        if stacked:
            words_then = words or int(CELL_LINES * WORDS_PER_LINE * width)
            lines = edition.lines_for(words_then)
        else:
            lines = edition.lines_for(words, width)
        measured.append(replace(column, lines=lines))
    return measured
