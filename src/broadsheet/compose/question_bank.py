"""The question bank: a lesson as a learning platform asks it, one task after the other.

What stands on paper as one question can be two tasks here: a platform marks what is ticked, and a
teacher reads the reason. Which of the two earns which points is decided here, so that every format
says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from broadsheet.compose.answer_key import answers
from broadsheet.compose.document import Composed
from broadsheet.compose.excerpt import glosses
from broadsheet.compose.notes import Answered, Filled, Level
from broadsheet.compose.printed import Gloss, PrintedText
from broadsheet.compose.room import Room
from broadsheet.compose.setting import Setting
from broadsheet.compose.sheet import Asked, Leaving, Lens, Reading
from broadsheet.compose.worksheet import worksheet
from broadsheet.lesson.question import Part
from broadsheet.lesson.room import WITH_REASON
from broadsheet.prose.nodes import Phrase, Prose
from broadsheet.school.edition import Edition
from broadsheet.theme import STANDARD

Group: TypeAlias = Part | Literal["exit_ticket"]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a teacher may expect of an answer."""

    levels: tuple[Level, ...] = ()
    filled: Filled | None = None
    accept: tuple[Phrase, ...] = ()
    reject: tuple[Phrase, ...] = ()
    look_for: Prose | None = None
    """What to look for in an exit ticket."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to read before the tasks."""

    key: str
    """Its name among passages and tasks, made of letters, digits and `-`."""
    text: PrintedText
    glosses: tuple[Gloss, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be ticked, or something to be written."""

    key: str
    """Its name among passages and tasks, made of letters, digits and `-`."""
    group: Group
    """The phrase that names what it belongs to: its lens, or the exit ticket."""
    number: int | None
    """That of its question, as on paper; the exit ticket has none."""
    step: int
    """1 for what is ticked and 2 for its reason, where a question has both; else 0."""
    ask: Prose
    steps: tuple[Phrase, ...]
    words: tuple[str, ...]
    """The word bank."""
    starter: Phrase | None
    room: Room
    """That of a reason has the choices too, which it is about."""
    right: tuple[int, ...]
    """The right choices, counted from 1; none where nothing that is ticked is wrong."""
    points: int | None
    """What it can earn: 0 where it is not marked, None where the lesson does not say."""
    expected: Expected | None
    """None where what to expect is said of the reason that follows."""

    @property
    def is_ticked(self) -> bool:
        """Whether one ticks instead of writing."""
        return self.room.kind in WITH_REASON


@dataclass(frozen=True, slots=True)
class Bank:
    """All of a lesson that a platform asks."""

    key: str
    """What identifiers are made of: the lesson's file, and the edition unless it is standard."""
    level: str
    passages: tuple[Passage, ...]
    tasks: tuple[Task, ...]


def question_bank(setting: Setting, edition: Edition, slug: str) -> Composed:
    """Compose the question bank of a lesson in an edition: what its worksheet asks, with answers.

    `slug` is what the lesson's documents are named after.
    """
    sheet = worksheet(setting, edition)
    standard = edition.name in ("", STANDARD)
    bank = Bank(
        slug if standard else f"{slug}-{edition.name}",
        setting.labels.words(setting.lesson.level),
        tuple(_passages(sheet, setting, edition)),
        tuple(_tasks(sheet, setting)),
    )
    return replace(sheet, name="question_bank", sections=(bank,))


def _passages(sheet: Composed, setting: Setting, edition: Edition) -> Iterator[Passage]:
    explains = edition.glossary or edition.margin == "glosses"
    texts = [each.text for each in sheet.sections if isinstance(each, Reading)]
    for at, text in enumerate(texts, start=1):
        yield Passage(f"text-{at}", text, glosses(setting, text.label) if explains else ())


def _tasks(sheet: Composed, setting: Setting) -> Iterator[Task]:
    key = answers(setting, setting.student)
    answered = {each.number: each for each in key.questions}
    for section in sheet.sections:
        match section:
            case Lens(part, questions):
                for asked in questions:
                    yield from _of_question(part, asked, answered[asked.number])
            case Leaving(ticket):
                room = Room("lines", lines=ticket.lines)
                expected = Expected(look_for=key.exit_ticket.look_for)
                yield Task(
                    key="exit",
                    group="exit_ticket",
                    number=None,
                    step=0,
                    ask=ticket.ask,
                    steps=(),
                    words=(),
                    starter=None,
                    room=room,
                    right=(),
                    points=0,
                    expected=expected,
                )


def _of_question(group: Group, asked: Asked, answered: Answered) -> Iterator[Task]:
    """One task, or two where something is ticked and a reason is written."""
    task = Task(
        key=f"question-{asked.number}",
        group=group,
        number=asked.number,
        step=0,
        ask=asked.ask,
        steps=asked.steps,
        words=asked.words,
        starter=asked.starter,
        room=asked.room,
        right=tuple(each.number for each in answered.right),
        points=asked.points,
        expected=Expected(answered.levels, answered.filled, answered.accept, answered.reject),
    )
    if not task.is_ticked:
        yield task
        return
    of_tick, of_reason = _parted(task)
    if not asked.room.lines:
        yield replace(task, points=of_tick)
        return
    room = replace(asked.room, lines=0)
    yield replace(task, step=1, words=(), starter=None, room=room, points=of_tick, expected=None)
    room = replace(asked.room, kind="lines")
    key = f"{task.key}-reason"
    yield replace(task, key=key, step=2, steps=(), room=room, right=(), points=of_reason)


def _parted(task: Task) -> tuple[int | None, int | None]:
    """The points for what is ticked, and for its reason.

    A right choice earns one where a reason is asked for too. What can't be wrong earns none.
    """
    if not task.right:
        return 0, task.points
    if task.points is None or not task.room.lines:
        return task.points, None
    return 1, task.points - 1
