"""The table of a question as its model answer fills it in."""

from __future__ import annotations

from itertools import zip_longest

from broadsheet.compose.notes import Filled
from broadsheet.compose.prose import ProseComposer
from broadsheet.compose.room import headings, printed_firsts
from broadsheet.compose.setting import Setting
from broadsheet.lesson.grid import grid_of
from broadsheet.lesson.question import Question


def filled(question: Question, setting: Setting, prose: ProseComposer) -> Filled | None:
    """Give a table with its cells; None where the answer is prose alone.

    Rows that the answer does not reach are left out, but for what the sheet prints in them.
    """
    grid = grid_of(question, len(setting.lesson.texts))
    answered = question.answer.rows if question.answer else None
    if grid is None or answered is None:
        return None
    cells = [tuple(map(prose.inline, row)) for row in answered]
    printed = [(first,) for first in printed_firsts(question, setting)]
    rows = [(*first, *row) for first, row in zip_longest(printed, cells, fillvalue=())]
    width = len(grid.shares)
    return Filled(
        heads=headings(question, setting),
        rows=tuple((*row, *("",) * (width - len(row))) for row in rows),
        names_rows=grid.headed == grid.rows,
        shares=grid.shares,
    )
