"""The numbered lines of an excerpt, fixed once for every edition and paper.

Lines depend on the excerpt and on nothing else: they are broken at a fixed measure by the widths
of the letters of our own text face, so that a line set in that face fits its column, and "line 12"
holds the same words wherever it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from broadsheet.excerpt.passages import Paragraph
from broadsheet.excerpt.widths import width_of

MEASURE: Final = 32.0
"""Width of a line in em; about 62 characters of English."""

EVERY: Final = 5
"""Every fifth line shows its number."""

# After blanks (but not before closing marks that French sets apart, nor after its opening one),
# after a hyphen or dash between letters, and between characters of scripts written without blanks.
_OPPORTUNITY: Final = re.compile(
    r"(?<!«) +(?![»:;!?])"
    r"|(?<=[^\W_])[-–](?=[^\W\d_])"
    r"|—(?=[^\s—])"
    r"|(?<=[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef])(?=[\u3040-\u30ff\u3400-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One numbered line: its words, and where they stand in its paragraph."""

    number: int
    paragraph: int
    """Index of its paragraph among all, cuts included."""
    start: int
    end: int
    """End in the paragraph's text, the blank that parts it from the next line included."""
    text: str
    """The words as printed, without that blank."""

    @property
    def shows_number(self) -> bool:
        """True for every fifth line."""
        return self.number % EVERY == 0


def break_lines(paragraphs: Sequence[Paragraph], measure: float = MEASURE) -> tuple[Line, ...]:
    """Break paragraphs into lines at most `measure` em wide, numbered from 1.

    A paragraph that is only the mark of a cut has no line. Words are never hyphenated; a word
    wider than the measure is broken where it must be.
    """
    lines: list[Line] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_cut:
            continue
        for start, end in _filled(paragraph.text, measure):
            text = paragraph.text[start:end].rstrip(" ")
            lines.append(Line(len(lines) + 1, index, start, end, text))
    return tuple(lines)


def _filled(text: str, measure: float) -> Iterator[tuple[int, int]]:
    """Put as many pieces on each line as it holds."""
    start = end = 0
    for piece_end in _piece_ends(text, measure):
        if end > start and width_of(text[start:piece_end].rstrip(" ")) > measure:
            yield start, end
            start = end
        end = piece_end
    if end > start:
        yield start, end


def _piece_ends(text: str, measure: float) -> Iterator[int]:
    """Where a line may end, each at most `measure` after the one before."""
    start = 0
    for end in (*(found.end() for found in _OPPORTUNITY.finditer(text)), len(text)):
        if width_of(text[start:end].rstrip(" ")) > measure:
            for at in range(start + 1, end):
                if width_of(text[start : at + 1].rstrip(" ")) > measure:
                    yield at
                    start = at
        if end > start:
            yield end
        start = end
