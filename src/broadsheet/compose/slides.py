"""Slides for the wall: the goals, the text with its lines, each question, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from broadsheet.compose.document import Composed, Layout
from broadsheet.compose.excerpt import printed_texts
from broadsheet.compose.printed import PrintedText
from broadsheet.compose.room import Room, room_of
from broadsheet.compose.setting import Setting
from broadsheet.lesson.question import NumberedQuestion, Part
from broadsheet.prose.nodes import Phrase, Prose
from broadsheet.school.edition import Edition


@dataclass(frozen=True, slots=True)
class TitleSlide:
    """What the lesson is, how long it takes, and what a student is to learn."""

    title: str
    level: str
    minutes: int
    goals: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class TextSlides:
    """A text, with the same numbered lines as on the sheet, on as many slides as it takes."""

    text: PrintedText


@dataclass(frozen=True, slots=True)
class QuestionSlide:
    """A question, and what the class is to do with it."""

    part: Part
    begins_part: bool
    """Whether it is the first question of its lens."""
    number: int
    ask: Prose
    points: int | None
    options: tuple[Phrase, ...]
    """Choices."""
    ends: tuple[str, ...]
    """The ends of a scale."""
    to_do: tuple[str, ...]
    """The phrases that say what the class is to do."""


@dataclass(frozen=True, slots=True)
class ExitSlide:
    """The last question."""

    ask: Prose


def slides(setting: Setting) -> Composed:
    """Compose the slides of a lesson."""
    lesson, labels = setting.lesson, setting.labels
    return Composed(
        name="slides",
        labels=labels,
        title=labels.words(lesson.title),
        summary=labels.words(lesson.summary),
        sections=tuple(_sections(setting)),
        layout=Layout(measures={"furniture-size": "12pt"}),
    )


def _sections(setting: Setting) -> Iterator[object]:
    lesson, labels, prose = setting.lesson, setting.labels, setting.student
    yield TitleSlide(
        labels.words(lesson.title),
        labels.words(lesson.level),
        lesson.minutes,
        tuple(map(prose.inline, lesson.objectives)),
    )
    yield from map(TextSlides, printed_texts(setting))
    for _, of_part in groupby(lesson.questions.numbered(), key=lambda each: each.part):
        for index, each in enumerate(of_part):
            yield _question(setting, each, begins_part=not index)
    yield ExitSlide(prose.block(lesson.exit_ticket or labels.say("exit_question")))


def _question(setting: Setting, numbered: NumberedQuestion, *, begins_part: bool) -> QuestionSlide:
    question = numbered.question
    room = room_of(question, setting, Edition())
    return QuestionSlide(
        part=numbered.part,
        begins_part=begins_part,
        number=numbered.number,
        ask=setting.student.block(question.ask),
        points=question.points,
        options=room.options,
        ends=room.ends,
        to_do=_to_do(room),
    )


def _to_do(room: Room) -> tuple[str, ...]:
    """What a room to answer asks of a student, by the names of phrases."""
    first = f"do_{room.kind}"
    return (first, "do_reason") if room.kind != "lines" and room.lines else (first,)
