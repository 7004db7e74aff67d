"""An excerpt with its lines: what compositions print and quotations are proved against."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from broadsheet.excerpt.forms import Form
from broadsheet.excerpt.lines import MEASURE, Line, break_lines, measure_for
from broadsheet.excerpt.passages import Paragraph, paragraphs
from broadsheet.lesson.ages import text_size
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


@dataclass(frozen=True, slots=True)
class _Searched:
    """The words and marks of a paragraph as one string, in which others are looked for."""

    text: str
    starts: list[int]
    """Where each begins in it, with what stands before."""

    @classmethod
    def of(cls, held: Sequence[str]) -> _Searched:
        text = _PARTED + _PARTED.join(held) + _PARTED
        return cls(text, list(accumulate((len(word) + 1 for word in held), initial=0)))

    def stand(self, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and last index wherever some words stand."""
        sought = _PARTED + _PARTED.join(wanted) + _PARTED
        at = self.text.find(sought) if wanted else -1
        while at >= 0:
            first = bisect_right(self.starts, at) - 1
            yield first, first + len(wanted) - 1
            at = self.text.find(sought, at + 1)


@dataclass(frozen=True)
class NumberedExcerpt:
    """The paragraphs and lines of one source's excerpt."""

    label: str
    """`A` or `B` in a pair, empty for a single source."""
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    has_picture: bool = False
    """Whether its source has a picture that prose can point at."""

    @classmethod
    def of(
        cls,
        excerpt: str,
        label: str = "",
        form: Form | None = None,
        *,
        has_picture: bool = False,
        measure: float = MEASURE,
    ) -> NumberedExcerpt:
        """Number the lines, at most `measure` em wide, of an excerpt as its author typed it."""
        parts = paragraphs(unicodedata.normalize("NFC", excerpt), form)
        return cls(label, parts, break_lines(parts, measure), has_picture)

    @cached_property
    def _tokens(self) -> tuple[tuple[Token, ...], ...]:
        return tuple(tuple(tokens(paragraph.text)) for paragraph in self.paragraphs)

    @cached_property
    def _searched(self) -> tuple[_Searched, ...]:
        return tuple(_Searched.of([token.text for token in held]) for held in self._tokens)

    @cached_property
    def _found(self) -> dict[str, tuple[Stretch, ...]]:
        return {}

    def occurrences(self, words: str) -> tuple[Stretch, ...]:
        """Find where words stand, as the proof compares them: any stretch of words and marks."""
        if words not in self._found:
            wanted = [token.text for token in tokens(printed(words))]
            self._found[words] = tuple(
                Stretch(index, held[first].start, held[last].end)
                for index, held in enumerate(self._tokens)
                for first, last in self._searched[index].stand(wanted)
            )
        return self._found[words]

    def glossed(self, term: str) -> Sequence[Stretch]:
        """Find where a word of the glossary stands.

        It is sought as it is written, else in other capitals, else behind the prefixes that Hebrew
        and Arabic write as one with it.
        """
        wanted = [token.text.casefold() for token in tokens(printed(term))]
        found = self.occurrences(term)
        if not found:
            found = tuple(self._like(wanted, str.__eq__))
        return found or tuple(self._like(wanted, is_behind_prefixes))

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
        """Number of the line that holds a character of a paragraph; 0 where none does."""
        at = bisect_right(self._line_starts, (paragraph, offset)) - 1
        if at < 0:
            return 0
        line = self.lines[at]
        return line.number if line.paragraph == paragraph and offset < line.end else 0

    @cached_property
    def _line_starts(self) -> list[tuple[int, int]]:
        return [(line.paragraph, line.start) for line in self.lines]

    def lines_of(self, first: Stretch, last: Stretch) -> tuple[int, int]:
        """Numbers of the first and last line of what lies between two stretches, both included."""
        return (
            self.line_at(first.paragraph, first.start),
            self.line_at(last.paragraph, last.end - 1),
        )


def numbered(lesson: Lesson) -> dict[str, NumberedExcerpt]:
    """Number the lines of every excerpt of a lesson, by label."""
    measure = measure_for(text_size(lesson.ages))
    return {
        label: NumberedExcerpt.of(
            source.excerpt,
            label,
            source.form,
            has_picture=source.picture is not None,
            measure=measure,
        )
        for label, source in lesson.texts.items()
    }


def is_inside_word(text: str, at: int) -> bool:
    """Tell whether an offset parts a word."""
    around = text[max(at - 1, 0) : at + 1] if at else ""
    return (
        len(around) == 2
        and all(map(is_part_of_word, around))
        and not any(map(parts_no_words, around))
    )
