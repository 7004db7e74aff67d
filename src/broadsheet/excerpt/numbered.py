"""An excerpt with its lines: what compositions print and quotations are proved against."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from broadsheet.excerpt.lines import Line, break_lines
from broadsheet.excerpt.passages import Paragraph, paragraphs, with_cuts
from broadsheet.lesson.models import Lesson
from broadsheet.text.graphemes import is_part_of_word

_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("’‘‚ʼ‹›", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‐\u2011–—―−", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
    }
)


def alike(text: str) -> str:
    """Make typographic and straight marks alike, one character for one."""
    return text.translate(_ALIKE)


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
    def _alike(self) -> tuple[str, ...]:
        return tuple(alike(paragraph.text) for paragraph in self.paragraphs)

    def occurrences(self, words: str) -> list[Stretch]:
        """Find where whole words stand, whatever their quotation marks and dashes look like."""
        wanted = with_cuts(alike(unicodedata.normalize("NFC", " ".join(words.split()))))
        found = []
        for index, text in enumerate(self._alike):
            at = text.find(wanted)
            while wanted and at >= 0:
                end = at + len(wanted)
                if not is_inside_word(text, at) and not is_inside_word(text, end):
                    found.append(Stretch(index, at, end))
                at = text.find(wanted, at + 1)
        return found

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
    return 0 < at < len(text) and is_part_of_word(text[at - 1]) and is_part_of_word(text[at])
