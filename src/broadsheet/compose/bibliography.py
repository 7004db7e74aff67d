"""The works that a document cites, numbered in the order in which its reader meets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from broadsheet.compose.foreign import set_apart, title_of
from broadsheet.lesson.citation import Citation
from broadsheet.lesson.models import Lesson, Source
from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import Cited, Citing, Phrase
from broadsheet.reading.dates import PartialDate

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Named:
    """A source as a list of what is read names it."""

    title: Phrase
    author: str
    """As printed, where it is unsigned too."""
    outlet: Phrase
    published: PartialDate
    """Its year."""


def named(source: Source, labels: Labels) -> Named:
    """A source for a list of what is read."""
    return Named(
        title=title_of(source.title, source.language, labels),
        author=labels.words(source.author) if source.author else labels.say("unsigned"),
        outlet=set_apart(source.outlet, source.language, labels),
        published=PartialDate(source.published.year),
    )


def cited(keys: Sequence[str]) -> Citing | None:
    """What cites the works behind some keys, in their order; None where there are none."""
    return Citing("", tuple(keys)) if keys else None


class Bibliography:
    """Numbers each work once, from 1, in one pass over what a document holds."""

    def __init__(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self._numbers: dict[Citation, int] = {}

    def numbered(self, value: _Value) -> _Value:
        """The same value with numbers for every `Citing`, in the order in which they stand in it.

        The fields of a dataclass stand in the order in which a page prints them.
        """
        numbered: Any = value
        if isinstance(value, Citing):
            numbers = {self._number(work) for key in value.keys for work in self._works(key)}
            numbered = Cited(tuple(sorted(numbers)))
        elif isinstance(value, tuple):
            numbered = tuple(map(self.numbered, value))
        elif is_dataclass(value) and not isinstance(value, type):
            parts = {each.name: self.numbered(getattr(value, each.name)) for each in fields(value)}
            numbered = replace(value, **parts)
        return numbered  # type: ignore[no-any-return]

    def works(self) -> list[tuple[int, Citation]]:
        """Every work cited so far, by number."""
        return [(number, work) for work, number in self._numbers.items()]

    def _works(self, key: str) -> tuple[Citation, ...]:
        """The works that a key stands for: a fact's, or the reference itself."""
        fact = self._lesson.facts.get(key)
        if fact is None:
            return (self._lesson.references[key],)
        return tuple(
            self._lesson.references[work] if isinstance(work, str) else work for work in fact.cite
        )

    def _number(self, work: Citation) -> int:
        return self._numbers.setdefault(work, len(self._numbers) + 1)
