"""The numbered references of one document, in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.compose.foreign import set_apart, title_of
from broadsheet.lesson.citation import Citation
from broadsheet.lesson.models import Lesson, Source
from broadsheet.locale.labels import Labels
from broadsheet.reading.values import PartialDate


class Bibliography:
    """Collects the works that a document cites, and numbers each once, from 1."""

    def __init__(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self._numbers: dict[Citation, int] = {}

    def numbers_of(self, keys: Sequence[str]) -> list[int]:
        """The numbers of the works behind some facts' or references' keys."""
        return sorted({self._number(work) for key in keys for work in self.works(key)})

    def works(self, key: str) -> tuple[Citation, ...]:
        """The works that a key stands for: a fact's, or the reference itself."""
        fact = self._lesson.facts.get(key)
        if fact is None:
            return (self._lesson.references[key],)
        return tuple(
            self._lesson.references[work] if isinstance(work, str) else work for work in fact.cite
        )

    def _number(self, work: Citation) -> int:
        return self._numbers.setdefault(work, len(self._numbers) + 1)

    def entries(self) -> list[tuple[int, Citation]]:
        """Every work cited so far, by number."""
        return [(number, work) for work, number in self._numbers.items()]


def named(source: Source, labels: Labels) -> str:
    """A source in one line, for a list of what is read: title, author, outlet, year."""
    author = labels.words(source.author) if source.author else labels.say("unsigned")
    title = title_of(source.title, source.language, labels)
    outlet = set_apart(source.outlet, source.language, labels)
    year = labels.date(PartialDate(source.published.year))
    return labels.parted((title, author, outlet, year))


def described(work: Citation, labels: Labels) -> str:
    """A work in one line, without its address: author, title, publisher, date, place, note."""
    author, publisher, where, note = (
        labels.words(part) if part else None
        for part in (work.author, work.publisher, work.where, work.note)
    )
    day = labels.date(work.date) if work.date else None
    return labels.parted([author, labels.title(work.title), publisher, day, where, note])
