"""The front of a unit's booklet: its cover, its contents and its words to the teacher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.compose.bibliography import named
from broadsheet.compose.prose import ProseComposer
from broadsheet.lesson.models import Lesson
from broadsheet.locale.labels import Labels, labels_for
from broadsheet.prose.nodes import Prose
from broadsheet.theme import Theme
from broadsheet.unit.models import Unit


@dataclass(frozen=True, slots=True)
class Listed:
    """A lesson as the contents list it."""

    title: str
    language: str
    direction: str
    texts: tuple[str, ...]
    """What is read in it: title, author, outlet and year of each piece."""
    level: str
    minutes: int


@dataclass(frozen=True, slots=True)
class BookletFront:
    """What stands before the lessons of a booklet."""

    labels: Labels
    title: str
    summary: str
    booklet: str
    """Whose booklet it is, as printed."""
    level: str
    minutes: int
    """The minutes of all lessons together."""
    introduction: Prose
    for_student: bool
    for_teachers: Prose | None
    """Nothing in the student's booklet, or where the unit has no words for teachers."""
    lessons: tuple[Listed, ...]

    @property
    def template(self) -> str:
        """The theme's template that sets it."""
        return "booklet.html"

    @property
    def style(self) -> dict[str, str]:
        """No edition changes a booklet's front."""
        return {}

    @property
    def foot(self) -> tuple[str, ...]:
        """What the foot of every page names."""
        return (self.booklet, self.title)


def booklet_front(
    unit: Unit,
    lessons: Sequence[Lesson],
    language: str,
    *,
    for_student: bool,
    theme: Theme | None = None,
) -> BookletFront:
    """Compose the front of a unit's student booklet, or of its teacher booklet.

    `language` is the unit's or a regional form of it. Raises LookupError for one without labels;
    checks find that first.
    """
    labels = labels_for(language, theme)
    prose = ProseComposer(lambda _: None, lambda _: None, labels.quotes, language)
    for_teachers = None if for_student else unit.for_teachers
    return BookletFront(
        labels=labels,
        title=labels.words(unit.title),
        summary=labels.words(unit.summary),
        booklet=labels.say("student_booklet" if for_student else "teacher_booklet"),
        level=labels.words(unit.level),
        minutes=sum(lesson.minutes for lesson in lessons),
        introduction=prose.block(unit.introduction),
        for_student=for_student,
        for_teachers=prose.block(for_teachers) if for_teachers else None,
        lessons=tuple(_listed(lesson, theme) for lesson in lessons),
    )


def _listed(lesson: Lesson, theme: Theme | None) -> Listed:
    labels = labels_for(lesson.language, theme)
    return Listed(
        title=labels.words(lesson.title),
        language=lesson.language,
        direction=labels.direction,
        texts=tuple(named(source, labels) for source in lesson.texts.values()),
        level=labels.words(lesson.level),
        minutes=lesson.minutes,
    )
