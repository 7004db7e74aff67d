"""Room to answer, reduced to the five things a page can draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from broadsheet.compose.setting import Setting
from broadsheet.lesson.question import DEFAULT_LINES, Question
from broadsheet.prose.nodes import Phrase
from broadsheet.school.edition import Edition


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table to fill in."""

    heading: str
    share: int = 2
    """Its width, in shares of the whole."""


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
    rows: tuple[str | None, ...] = ()
    """Headings of a table's rows, None for a row without."""
    tick_last: bool = False
    """True where the last column is a box to tick."""
    height: float = 0
    """Height of a box, in mm."""


def room_of(question: Question, setting: Setting, edition: Edition) -> Room:
    """Give the room that a question offers, with lines as an edition's handwriting needs."""
    say, words, prose = setting.labels.say, setting.labels.words, setting.student
    lines = edition.ruled_lines(question.space or 0)
    if question.choices:
        options = tuple(map(prose.inline, question.choices))
        return Room("choices", lines=lines, options=options)
    if question.scale:
        return Room("scale", lines=lines, ends=tuple(map(words, question.scale)))
    if question.box:
        return Room("box", height=question.box)
    if question.table:
        headings = tuple(Column(words(heading)) for heading in question.table.columns)
        asked = question.table.rows
        if isinstance(asked, int):
            return Room("table", columns=headings, rows=(None,) * asked)
        return Room("table", columns=(Column("", 2), *headings), rows=tuple(map(words, asked)))
    if question.claim_table:
        columns: tuple[Column, ...] = (
            Column(say("column_line"), 10),
            Column(say("column_claim"), 26),
            Column(say("column_kind"), 22),
            Column(say("column_support"), 21),
            Column(say("column_check"), 21),
        )
        return Room("table", columns=columns, rows=(None,) * question.claim_table)
    if question.framing_grid:
        columns = (
            Column("", 4),
            Column(say("column_part"), 7),
            Column(say("column_words"), 7),
            Column(say("column_not_stated"), 3),
        )
        rows = tuple(say(f"row_{part}") for part in ("problem", "cause", "judgment", "remedy"))
        return Room("table", columns=columns, rows=rows, tick_last=True)
    if question.omission_table:
        columns = (
            Column(say("column_need"), 4),
            Column(say("column_bears_on"), 3),
            Column(say("column_known_then"), 2),
            Column(say("column_where"), 3),
        )
        return Room("table", columns=columns, rows=(None,) * question.omission_table)
    if question.comparison_grid:
        columns = (
            Column(say("column_compare"), 2),
            *(Column(say("column_text", label=label), 4) for label in setting.lesson.texts),
        )
        return Room("table", columns=columns, rows=tuple(map(words, question.comparison_grid)))
    return Room("lines", lines=lines or edition.ruled_lines(DEFAULT_LINES))
