"""From lessons and units that are good, and what was made of them, to the pages of a site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from broadsheet.compose.foreign import set_apart, title_of
from broadsheet.compose.setting import Setting
from broadsheet.lesson.models import Lesson, Source
from broadsheet.locale.labels import Labels, labels_for
from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.orders.order import Order
from broadsheet.prose.nodes import Phrase
from broadsheet.site.lists import key_of
from broadsheet.site.shelves import Made, shelves_of, sides_for_most
from broadsheet.site.values import LessonPage, Norm, Picture, Piece, UnitPage, Words
from broadsheet.standards import catalogue


def lesson_page(
    good: GoodLesson,
    orders: Sequence[Order],
    made: Mapping[Path, Made],
    picture: Picture | None,
    reader: Labels,
) -> LessonPage:
    """What the site says of a lesson: `orders` are the documents of it that are on the site.

    `made` says what came of each; `reader` are the labels of whoever reads the site.
    """
    lesson, school = good.lesson, good.school
    setting = Setting.of(lesson, {}, school.language_for(lesson.language), school.theme)
    labels = setting.labels
    students, teachers = shelves_of(orders, made, reader)
    return LessonPage(
        slug=good.slug,
        labels=labels,
        title=_words(lesson.title, labels),
        summary=_words(lesson.summary, labels),
        level=_words(lesson.level, labels),
        language=language_name(labels, reader),
        ages=(lesson.ages[0], lesson.ages[1]) if lesson.ages else None,
        minutes=lesson.minutes,
        topics=tuple(map(labels.words, lesson.topics)),
        genres=tuple(dict.fromkeys(labels.words(source.genre) for source in lesson.texts.values())),
        objectives=tuple(map(setting.student.inline, lesson.objectives)),
        pieces=tuple(_piece(label, each, labels) for label, each in lesson.texts.items()),
        norms=_norms(lesson),
        families=setting.student.block(lesson.notes.families) if lesson.notes.families else None,
        has_second=lesson.notes.second_lesson is not None,
        sides=sides_for_most(orders, made),
        for_students=students,
        for_teachers=teachers,
        picture=picture,
    )


def unit_page(
    good: GoodUnit,
    lessons: Mapping[str, LessonPage],
    orders: Sequence[Order],
    made: Mapping[Path, Made],
    picture: Picture | None,
    reader: Labels,
) -> UnitPage:
    """What the site says of a unit; `lessons` are those on the site, by their slugs."""
    unit = good.unit
    labels = labels_for(good.school.language_for(unit.language), good.school.theme)
    students, teachers = shelves_of(orders, made, reader)
    return UnitPage(
        slug=good.slug,
        title=_words(unit.title, labels),
        summary=_words(unit.summary, labels),
        level=_words(unit.level, labels),
        language=language_name(labels, reader),
        lessons=tuple(lessons[each.slug] for each in good.lessons if each.slug in lessons),
        for_students=students,
        for_teachers=teachers,
        picture=picture,
    )


def language_name(labels: Labels, reader: Labels) -> str:
    """What a reader calls a language."""
    name = labels.locale.get_language_name(str(reader.locale)) or labels.language
    return name[:1].upper() + name[1:]


def _words(typed: str, labels: Labels) -> Words:
    return Words(" ".join(labels.words(typed).split()), labels.language, labels.direction)


def _piece(label: str, source: Source, labels: Labels) -> Piece:
    title: Phrase = title_of(source.title, source.language, labels)
    return Piece(
        label=label,
        title=title,
        author=labels.words(source.author) if source.author else labels.say("unsigned"),
        outlet=set_apart(source.outlet, source.language, labels),
        published=labels.date(source.published),
        genre=labels.words(source.genre),
        rights=labels.words(source.rights),
        url=source.url,
    )


def _norms(lesson: Lesson) -> tuple[Norm, ...]:
    known = catalogue()
    standards = (known[code] for code in lesson.standards if code in known)
    return tuple(
        Norm(each.printed_code, each.paraphrase, key_of("by_standard", each.printed_code))
        for each in standards
    )
