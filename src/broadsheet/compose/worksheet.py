"""The student's worksheet: what stands on its pages."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from broadsheet.compose.excerpt import Gloss, PrintedText, glosses, printed_texts
from broadsheet.compose.labels import Labels
from broadsheet.compose.room import Room, room_of
from broadsheet.compose.setting import Setting
from broadsheet.lesson.question import PARTS, Part


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the student sees it."""

    number: int
    ask: Markup
    points: str
    room: Room


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one lens, or of gist or synthesis."""

    part: Part
    letter: str
    title: str
    asks: str
    """The lens in one question."""
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A worksheet, composed."""

    labels: Labels
    title: str
    summary: str
    level: str
    minutes: int
    goals: tuple[Markup, ...]
    texts: tuple[PrintedText, ...]
    glossary: tuple[Gloss, ...]
    sections: tuple[Section, ...]
    total: str
    """All points together, or nothing where no question has any."""
    exit_question: Markup

    @property
    def template(self) -> str:
        """The theme's template that sets it."""
        return "worksheet.html"


def worksheet(setting: Setting) -> Worksheet:
    """Compose the worksheet of a lesson."""
    lesson, labels, prose = setting.lesson, setting.labels, setting.student
    texts = list(lesson.texts)
    sections = []
    for part in PARTS:
        asked = tuple(
            Asked(
                number=number,
                ask=prose.block(question.ask),
                points=labels.say("points", n=question.points) if question.points else "",
                room=room_of(question, labels, prose, texts),
            )
            for number, of, _, question in lesson.questions.numbered()
            if of == part
        )
        if asked:
            sections.append(
                Section(
                    part=part,
                    letter=labels.say(f"letter_{part}"),
                    title=labels.say(part),
                    asks=labels.say(f"{part}_asks"),
                    questions=asked,
                )
            )
    points = sum(question.points or 0 for _, _, _, question in lesson.questions.numbered())
    return Worksheet(
        labels=labels,
        title=lesson.title,
        summary=lesson.summary,
        level=lesson.level,
        minutes=lesson.minutes,
        goals=tuple(prose.inline(goal) for goal in lesson.objectives),
        texts=printed_texts(setting),
        glossary=glosses(setting),
        sections=tuple(sections),
        total=labels.say("total_points", n=points) if points else "",
        exit_question=prose.block(lesson.exit_ticket or labels.say("exit_question")),
    )
