"""Exit slips: the last question on a quarter of a page, to be cut off and handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from broadsheet.compose.document import Composed, Layout
from broadsheet.compose.setting import Setting
from broadsheet.compose.sheet import ExitTicket, OwnQuestion

_LINES: Final = 5
"""Ruled lines for the last question: what is left of a quarter of a page below a long one."""
_OWN: Final = 2
"""Ruled lines for a question of the student's own."""


@dataclass(frozen=True, slots=True)
class Slips:
    """A page of slips, all alike."""

    title: str
    """The lesson's, so that slips of several classes are told apart."""
    asked: tuple[Literal["name", "class", "date"], ...]
    exit_ticket: ExitTicket
    own_question: OwnQuestion
    copies: int = 4


def exit_slips(setting: Setting) -> Composed:
    """Compose a page of exit slips of a lesson."""
    lesson, labels = setting.lesson, setting.labels
    title = labels.words(lesson.title)
    slips = Slips(
        title,
        ("name", "class", "date"),
        ExitTicket(setting.exit_question, _LINES),
        OwnQuestion(_OWN),
    )
    return Composed(
        "exit_slips",
        labels,
        title,
        labels.words(lesson.summary),
        (slips,),
        layout=Layout.without_edition(lesson.ages),
    )
