"""Lessons under headings, for whoever looks for one without a search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from broadsheet.locale.labels import Labels
from broadsheet.site.values import Group, LessonPage, Listed, Site

_NO_WORD: Final = re.compile(r"[^\w.]+")

_Headings: TypeAlias = Callable[[LessonPage], Iterable[tuple[str, str]]]
"""The names under which a lesson stands, each with its language."""


def lists_of(site: Site) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    """The kinds of lists by the phrase that names each, with the headings that have lessons.

    Headings in several languages are grouped by these, the reader's own first.
    """
    return tuple(
        (phrase, _grouped(found, site))
        for phrase, headings in _KINDS.items()
        if (found := _listed(phrase, site.lessons, headings))
    )


def ages_said(page: LessonPage, reader: Labels) -> str:
    """The ages that a lesson is for, as a reader says them; nothing where they are not told.

    Nor where the level says just that.
    """
    if page.ages is None:
        return ""
    first, last = page.ages
    said = reader.say("for_ages", first=first, last=last)
    return "" if said.casefold() == page.level.text.casefold() else said


def _listed(phrase: str, lessons: Sequence[LessonPage], headings: _Headings) -> tuple[Listed, ...]:
    """The headings in order; names that differ in capitals or signs alone are one heading."""
    under: dict[str, Listed] = {}
    for lesson in lessons:
        for name, language in headings(lesson):
            key = key_of(phrase, name)
            before = under.setdefault(key, Listed(key, name, language, ()))
            if lesson not in before.lessons:
                under[key] = replace(before, lessons=(*before.lessons, lesson))
    return tuple(sorted(under.values(), key=lambda each: _order(each.name)))


def _grouped(headings: Sequence[Listed], site: Site) -> tuple[Group, ...]:
    named = {lesson.labels.language: lesson.language for lesson in site.lessons} | {"": ""}
    by_name: dict[str, list[Listed]] = {}
    for each in headings:
        by_name.setdefault(named[each.language], []).append(each)
    reader = site.labels.locale.language
    own = {each.language for each in site.lessons if each.labels.locale.language == reader}
    order = sorted(by_name, key=lambda name: (name not in own, name))
    return tuple(Group(name if len(order) > 1 else "", tuple(by_name[name])) for name in order)


def key_of(phrase: str, name: str) -> str:
    """The address of a heading on the page of lists: its name, with a hyphen for what is none."""
    return phrase + "-" + _NO_WORD.sub("-", name).strip("-").lower()


def _order(name: str) -> tuple[tuple[int, str], ...]:
    """Numbers in names by their size, so that grade 9 comes before grade 10."""
    parts = re.split(r"([0-9]+)", name.casefold())
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _own(name: str, page: LessonPage) -> tuple[str, str]:
    return name, page.labels.language


_KINDS: Final[dict[str, _Headings]] = {
    "by_language": lambda page: [(page.language, "")],
    "by_age": lambda page: (
        [(str(age), "") for age in range(page.ages[0], page.ages[1] + 1)] if page.ages else []
    ),
    "by_level": lambda page: [_own(page.level.text, page)],
    "by_length": lambda page: [(str(page.minutes), "")],
    "by_topic": lambda page: [_own(topic, page) for topic in page.topics],
    "by_genre": lambda page: [_own(genre, page) for genre in page.genres],
    "by_standard": lambda page: [(norm.code, "") for norm in page.norms],
}
