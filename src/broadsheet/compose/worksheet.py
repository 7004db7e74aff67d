"""The student's worksheet: what stands on its pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from broadsheet.compose.excerpt import Gloss, PrintedText, glosses, printed_texts
from broadsheet.compose.head import Head
from broadsheet.compose.room import Room, room_of
from broadsheet.compose.setting import Setting
from broadsheet.lesson.question import PARTS, Part, Question
from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import Phrase, Prose
from broadsheet.school.edition import Edition


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the student sees it."""

    number: int
    ask: Prose
    points: str
    starter: Phrase | None
    words: tuple[str, ...]
    """The word bank."""
    steps: tuple[Phrase, ...]
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
    edition: Edition
    edition_title: str
    """The edition's name for the foot of the page."""
    head: Head | None
    """The school's head."""
    title: str
    summary: str
    level: str
    minutes: int
    goals: tuple[Phrase, ...]
    texts: tuple[PrintedText, ...]
    glossary: tuple[Gloss, ...]
    sections: tuple[Section, ...]
    total: str
    """All points together, or nothing where no question has any."""
    exit_question: Prose
    exit_lines: int
    """Lines to rule for the answer to it."""
    own_lines: int
    """Lines to rule for a question of the student's own."""

    @property
    def template(self) -> str:
        """The theme's template that sets it."""
        return "worksheet.html"

    @property
    def style(self) -> dict[str, str]:
        """Custom properties that its edition sets."""
        return self.edition.style

    @property
    def foot(self) -> tuple[str, ...]:
        """What the foot of every page names."""
        name = self.labels.dot.join(
            filter(None, (self.labels.say("worksheet"), self.edition_title))
        )
        return name, self.title


def worksheet(setting: Setting, edition: Edition, head: Head | None = None) -> Worksheet:
    """Compose an edition of a lesson's worksheet."""
    lesson, labels = setting.lesson, setting.labels
    sections = []
    for part in PARTS:
        asked = tuple(
            _asked(setting, edition, each.number, each.question)
            for each in lesson.questions.numbered()
            if each.part == part and (edition.questions == "all" or each.question.core)
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
    points = sum(
        each.question.points or 0
        for each in lesson.questions.numbered()
        if edition.questions == "all" or each.question.core
    )
    return Worksheet(
        labels=labels,
        edition=edition,
        head=head and _in_marks(head, labels),
        edition_title=labels.words(
            edition.title_in(labels.language)
            or labels.editions.get(edition.name, "")
            or edition.title_in("en")
        ),
        title=labels.words(lesson.title),
        summary=labels.words(lesson.summary),
        level=labels.words(lesson.level),
        minutes=lesson.minutes,
        goals=tuple(setting.student.inline(goal) for goal in lesson.objectives),
        texts=printed_texts(setting, core_only=edition.excerpt == "core"),
        glossary=glosses(setting),
        sections=tuple(sections),
        total=labels.say("total_points", n=points) if points else "",
        exit_question=setting.student.block(lesson.exit_ticket or labels.say("exit_question")),
        exit_lines=edition.ruled_lines(2),
        own_lines=edition.ruled_lines(1),
    )


def _in_marks(head: Head, labels: Labels) -> Head:
    return replace(head, school=labels.words(head.school), words=labels.words(head.words))


def _asked(setting: Setting, edition: Edition, number: int, question: Question) -> Asked:
    labels, prose = setting.labels, setting.student
    starter = question.starter if edition.starters else None
    return Asked(
        number=number,
        ask=prose.block(question.ask),
        points=labels.say("points", n=question.points) if question.points else "",
        starter=prose.inline(starter) if starter else None,
        words=tuple(map(labels.words, question.word_bank)) if edition.word_bank else (),
        steps=tuple(prose.inline(step) for step in question.steps) if edition.steps else (),
        room=room_of(question, setting, edition),
    )
