"""Slides for the wall: the goals, the text with its lines, each question, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from broadsheet.compose.document import Composed
from broadsheet.compose.excerpt import printed_texts
from broadsheet.compose.printed import PrintedText
from broadsheet.compose.room import Room, room_of
from broadsheet.compose.setting import Setting
from broadsheet.lesson.models import Lesson
from broadsheet.lesson.notes import plans
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
class Time:
    """How long the class has, by the plan."""

    minutes: int
    questions: tuple[int, ...]
    """What it has that long for; nothing for what follows the questions."""


@dataclass(frozen=True, slots=True)
class TextSlides:
    """A text, with the same numbered lines as on the sheet, on as many slides as it takes."""

    text: PrintedText
    time: Time | None
    """That of the first questions, which are answered from a first reading."""


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
    time: Time | None
    """None where no step of the plan names the question."""


@dataclass(frozen=True, slots=True)
class ExitSlide:
    """The last question."""

    ask: Prose
    time: Time | None


def slides(setting: Setting) -> Composed:
    """Compose the slides of a lesson."""
    lesson, labels = setting.lesson, setting.labels
    return Composed(
        name="slides",
        labels=labels,
        title=labels.words(lesson.title),
        summary=labels.words(lesson.summary),
        sections=tuple(_sections(setting)),
    )


def _sections(setting: Setting) -> Iterator[object]:
    lesson, labels, prose = setting.lesson, setting.labels, setting.student
    yield TitleSlide(
        labels.words(lesson.title),
        labels.words(lesson.level),
        lesson.minutes,
        tuple(map(prose.inline, lesson.objectives)),
    )
    first = next((each.number for each in lesson.questions.numbered()), 0)
    for text in printed_texts(setting):
        yield TextSlides(text, _time_for(first, lesson))
    for _, of_part in groupby(lesson.questions.numbered(), key=lambda each: each.part):
        for index, each in enumerate(of_part):
            yield _question(setting, each, begins_part=not index)
    yield ExitSlide(setting.exit_question, _time_to_leave(lesson))


def _time_to_leave(lesson: Lesson) -> Time | None:
    """The time of the plan's last step, where it follows those for questions."""
    *before, end = lesson.notes.plan
    follows = not end.questions and any(step.questions for step in before)
    return Time(end.minutes, ()) if follows else None


def _time_for(number: int, lesson: Lesson) -> Time | None:
    """The time of the step that names a question, in the plan of a second lesson too."""
    for plan in plans(lesson.notes).values():
        for step in plan:
            if number in step.questions:
                return Time(step.minutes, tuple(step.questions))
    return None


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
        time=_time_for(numbered.number, setting.lesson),
    )


def _to_do(room: Room) -> tuple[str, ...]:
    """What a room to answer asks of a student, by the names of phrases."""
    first = f"do_{room.kind}"
    return (first, "do_reason") if room.kind != "lines" and room.lines else (first,)
