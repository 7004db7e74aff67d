"""An excerpt with its lines: what compositions print and quotations are proved against."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from broadsheet.excerpt.lines import Line, break_lines
from broadsheet.excerpt.passages import Paragraph, paragraphs
from broadsheet.lesson.models import Lesson
from broadsheet.text.brackets import printed
from broadsheet.text.graphemes import is_part_of_word
from broadsheet.text.prefixes import is_behind_prefixes
from broadsheet.text.scripts import parts_no_words
from broadsheet.text.tokens import Token, tokens

_PARTED: Final = "\x1f"
"""Stands between words and marks where they are looked for as one string."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of an excerpt: a part of one paragraph."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class NumberedExcerpt:
    """The paragraphs and lines of one source's excerpt."""

    label: str
    """`A` or `B` in a pair, empty for a single source."""
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, excerpt: str, label: str = "") -> NumberedExcerpt:
        """Number the lines of an excerpt as its author typed it."""
        parts = paragraphs(unicodedata.normalize("NFC", excerpt))
        return cls(label, parts, break_lines(parts))

    @cached_property
    def _tokens(self) -> tuple[tuple[Token, ...], ...]:
        return tuple(tuple(tokens(paragraph.text)) for paragraph in self.paragraphs)

    def occurrences(self, words: str) -> list[Stretch]:
        """Find where words stand, as the proof compares them: any stretch of words and marks."""
        wanted = [token.text for token in tokens(printed(words))]
        found = []
        for index, held in enumerate(self._tokens):
            for first, last in _stands(wanted, [token.text for token in held]):
                found.append(Stretch(index, held[first].start, held[last].end))
        return found

    def glossed(self, term: str) -> list[Stretch]:
        """Find where a word of the glossary stands.

        It is sought as it is written, else in other capitals, else behind the prefixes that Hebrew
        and Arabic write as one with it.
        """
        wanted = [token.text.casefold() for token in tokens(printed(term))]
        found = self.occurrences(term)
        if not found:
            found = list(self._like(wanted, str.__eq__))
        return found or list(self._like(wanted, is_behind_prefixes))

    def _like(self, wanted: list[str], alike: Callable[[str, str], object]) -> Iterator[Stretch]:
        for index, held in enumerate(self._tokens):
            for first in range(len(held) - len(wanted) + 1 if wanted else 0):
                part = held[first : first + len(wanted)]
                if all(alike(w, t.text.casefold()) for w, t in zip(wanted, part, strict=True)):
                    yield Stretch(index, part[0].start, part[-1].end)

    def words_at(self, stretch: Stretch) -> str:
        """The words of a stretch, exactly as the excerpt has them."""
        return self.paragraphs[stretch.paragraph].text[stretch.start : stretch.end]

    def line_at(self, paragraph: int, offset: int) -> int:
        """Number of the line that holds a character of a paragraph."""
        held = [
            line.number
            for line in self.lines
            if line.paragraph == paragraph and line.start <= offset < line.end
        ]
        return held[0] if held else 0

    def lines_of(self, first: Stretch, last: Stretch) -> tuple[int, int]:
        """Numbers of the first and last line of what lies between two stretches, both included."""
        return (
            self.line_at(first.paragraph, first.start),
            self.line_at(last.paragraph, last.end - 1),
        )


def numbered(lesson: Lesson) -> dict[str, NumberedExcerpt]:
    """Number the lines of every excerpt of a lesson, by label."""
    return {
        label: NumberedExcerpt.of(source.excerpt, label) for label, source in lesson.texts.items()
    }


def is_inside_word(text: str, at: int) -> bool:
    """Tell whether an offset parts a word."""
    around = text[max(at - 1, 0) : at + 1] if at else ""
    return (
        len(around) == 2
        and all(map(is_part_of_word, around))
        and not any(map(parts_no_words, around))
    )


def _stands(wanted: list[str], held: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last index wherever some words stand among others."""
    text = _PARTED + _PARTED.join(held) + _PARTED
    sought = _PARTED + _PARTED.join(wanted) + _PARTED
    starts = list(accumulate((len(word) + 1 for word in held), initial=0))
    at = text.find(sought) if wanted else -1
    while at >= 0:
        first = bisect_right(starts, at) - 1
        yield first, first + len(wanted) - 1
        at = text.find(sought, at + 1)
