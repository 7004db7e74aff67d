"""The front of a unit's booklet: its cover, its contents and its words to the teacher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from broadsheet.compose.bibliography import Named, named
from broadsheet.compose.document import Composed
from broadsheet.compose.prose import ProseComposer
from broadsheet.lesson.models import Lesson
from broadsheet.locale.labels import Labels, labels_for
from broadsheet.prose.nodes import Prose
from broadsheet.theme import Theme
from broadsheet.unit.models import Unit


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the first page."""

    level: str
    minutes: int
    """The minutes of all lessons together."""
    title: str
    summary: str
    introduction: Prose
    asked: tuple[Literal["name", "class"], ...]
    """What a student writes on it; nothing on a teacher's."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A lesson as the contents list it."""

    labels: Labels
    """Those of its own language."""
    title: str
    texts: tuple[Named, ...]
    """What is read in it."""
    level: str | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Contents:
    """The lessons in their order, with the pages that they begin on."""

    lessons: tuple[Listed, ...]
    plans: bool
    """Whether the level and the minutes of each are told."""


@dataclass(frozen=True, slots=True)
class ForTeachers:
    """The unit's words to teachers."""

    words: Prose


def booklet_front(
    unit: Unit,
    lessons: Sequence[Lesson],
    language: str,
    *,
    for_student: bool,
    theme: Theme | None = None,
) -> Composed:
    """Compose the front of a unit's student booklet, or of its teacher booklet.

    `language` is the unit's or a regional form of it. Raises LookupError for one without labels;
    checks find that first.
    """
    labels = labels_for(language, theme)
    return Composed(
        name="student_booklet" if for_student else "teacher_booklet",
        labels=labels,
        title=labels.words(unit.title),
        summary=labels.words(unit.summary),
        sections=tuple(_sections(unit, lessons, labels, theme, for_student=for_student)),
    )


def _sections(
    unit: Unit,
    lessons: Sequence[Lesson],
    labels: Labels,
    theme: Theme | None,
    *,
    for_student: bool,
) -> Iterator[object]:
    prose = ProseComposer(lambda _: None, labels.quotes, labels.language)
    yield Cover(
        level=labels.words(unit.level),
        minutes=sum(lesson.minutes for lesson in lessons),
        title=labels.words(unit.title),
        summary=labels.words(unit.summary),
        introduction=prose.block(unit.introduction),
        asked=("name", "class") if for_student else (),
    )
    plans = not for_student
    yield Contents(tuple(_listed(lesson, theme, plans=plans) for lesson in lessons), plans)
    if unit.for_teachers and not for_student:
        yield ForTeachers(prose.block(unit.for_teachers))


def _listed(lesson: Lesson, theme: Theme | None, *, plans: bool) -> Listed:
    labels = labels_for(lesson.language, theme)
    return Listed(
        labels=labels,
        title=labels.words(lesson.title),
        texts=tuple(named(source, labels) for source in lesson.texts.values()),
        level=labels.words(lesson.level) if plans else None,
        minutes=lesson.minutes if plans else None,
    )
