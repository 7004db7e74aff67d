"""The numbered lines of an excerpt, fixed once for every edition and paper.

Lines depend on the excerpt and the age of its readers, and on nothing else: they are broken at a
fixed measure by the widths of the letters of our own text face, so that a line set in that face
fits its column, and "line 12" holds the same words wherever it is read. Children read larger type,
in a column of the same width, so that room for notes is left beside it: their lines are shorter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

from broadsheet.excerpt.forms import Shape
from broadsheet.excerpt.passages import Paragraph
from broadsheet.excerpt.widths import thousandths
from broadsheet.lesson.ages import TEXT_SIZE
from broadsheet.text.graphemes import joined_at

MEASURE: Final = 32.0
"""Width of a line in em, in type of 11 pt; about 62 characters of English."""
INSET: Final = 2.0
"""By how many em items of a list, quotations set apart, and what turns over are set in."""
_PER_BLANK: Final = 0.5
"""By how many em each blank before a line of verse sets it in."""
_MOST_INDENT: Final = 8.0
"""By how many em such a line is set in at most."""
_OF_HEAVY: Final = 0.9
"""How much of the measure the widths of regular letters may fill where heavier ones are set."""

EVERY: Final = 5
"""Every fifth line shows its number."""

# After blanks (but not before closing marks that French sets apart, nor after its opening one),
# after a hyphen or dash between letters, and after a blank without width.
_BETWEEN_WORDS: Final = (
    r"(?<!«) +(?![»:;!?])"
    r"|(?<=[^\W_])[-–](?=[^\W\d_])"
    r"|—(?=[^\s—])"
    r"|\u200b"
)
# Between characters of scripts written without blanks, as Chinese and Japanese typesetters do
# (JIS X 4051, GB/T 15834): no line begins with a closing mark or a small kana, nor ends with an
# opening mark; 々 repeats the character before it.
_OPENING: Final = "「『（【〔《〈｛［“‘"
_CLOSING: Final = "、。，．：；！？」』）】〕》〉｝］”’…—々"
_SMALL: Final = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
_CHARACTER: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BETWEEN_CHARACTERS: Final = (
    rf"(?<=[{_CLOSING}\u3040-\u30ff{_CHARACTER}])"
    rf"(?![{_SMALL}])(?=[{_OPENING}\u3041-\u3096\u30a1-\u30fa{_CHARACTER}])"
)
_UNSPACED_FROM: Final = "\u3000"


def measure_for(size: float) -> float:
    """Width of a line in em, in type of some points: the column is as wide in larger type."""
    return MEASURE * TEXT_SIZE // size


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
    indent: float = 0
    """By how many em the source sets it in, as in verse."""
    turns: tuple[int, ...] = ()
    """Where it turns over in its text, if it is a line of the source's own and too long."""

    @property
    def shows_number(self) -> bool:
        """True for every fifth line."""
        return self.number % EVERY == 0

    @property
    def blank(self) -> str:
        """What parts it from the next line: a blank, or nothing where it ends within a word."""
        return " " if self.end - self.start > len(self.text) else ""


def break_lines(paragraphs: Sequence[Paragraph], measure: float = MEASURE) -> tuple[Line, ...]:
    """Break paragraphs into lines at most `measure` em wide, numbered from 1.

    A paragraph that is only the mark of a cut has no line. Words are never hyphenated; a word
    wider than the measure is broken where it must be. Verse and the like keep their own lines: one
    that is too long turns over, and is one line all the same.
    """
    lines: list[Line] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_cut:
            continue
        if paragraph.shape is Shape.LINES:
            lines += _kept(paragraph, index, len(lines) + 1, measure)
            continue
        for start, end in _filled(paragraph.text, _measure_of(paragraph, measure)):
            text = paragraph.text[start:end].rstrip(" ")
            lines.append(Line(len(lines) + 1, index, start, end, text))
    return tuple(lines)


def _kept(paragraph: Paragraph, index: int, number: int, measure: float) -> Iterator[Line]:
    """The lines of verse, each as long as it is in the source."""
    start = 0
    for at, end in enumerate(paragraph.ends):
        text = paragraph.text[start:end].rstrip(" ")
        indent = min(paragraph.indents[at] * _PER_BLANK, _MOST_INDENT)
        turns: tuple[int, ...] = ()
        if _Ruled(text).width(0, len(text)) > measure - indent:
            turns = tuple(turn for _, turn in _filled(text, measure - indent - INSET))[:-1]
        yield Line(number + at, index, start, end, text, indent, turns)
        start = end


def _measure_of(paragraph: Paragraph, measure: float) -> float:
    """What is set in, or set in heavier letters, has less room on a line."""
    if paragraph.shape in (Shape.ITEM, Shape.SET_APART):
        measure -= INSET
    heavy = paragraph.shape is Shape.HEADING or any(e.is_strong for e in paragraph.emphases)
    return measure * _OF_HEAVY if heavy else measure


class _Ruled:
    """A paragraph's text with the width of any stretch of it at hand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._sums = [0, *accumulate(thousandths(text))]

    def width(self, start: int, end: int) -> float:
        """Width in em from `start` to `end`, without blanks at its end."""
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return (self._sums[end] - self._sums[start]) / 1000


def _filled(text: str, measure: float) -> Iterator[tuple[int, int]]:
    """Put as many pieces on each line as it holds."""
    ruled = _Ruled(text)
    start = end = 0
    for piece_end in _piece_ends(ruled, measure):
        if end > start and ruled.width(start, piece_end) > measure:
            yield start, end
            start = end
        end = piece_end
    if end > start:
        yield start, end


def _piece_ends(ruled: _Ruled, measure: float) -> Iterator[int]:
    """Where a line may end, each at most `measure` after the one before."""
    text, start = ruled.text, 0
    opportunity = _opportunity(unspaced=max(text, default="") >= _UNSPACED_FROM)
    for end in (*(found.end() for found in opportunity.finditer(text)), len(text)):
        if joined_at(text, end):
            continue
        if ruled.width(start, end) > measure:
            for cut in _cuts(ruled, start, end, measure):
                yield cut
                start = cut
        if end > start:
            yield end
        start = end


@cache
def _opportunity(*, unspaced: bool) -> re.Pattern[str]:
    # Sets of so many characters take longer to compile than a lesson takes to number.
    return re.compile(f"{_BETWEEN_WORDS}|{_BETWEEN_CHARACTERS}" if unspaced else _BETWEEN_WORDS)


def _cuts(ruled: _Ruled, start: int, end: int, measure: float) -> Iterator[int]:
    """Where a word wider than a line is cut: between characters as a reader sees them."""
    whole = start
    for at in range(start + 1, end):
        if not joined_at(ruled.text, at):
            whole = at
        while start < at and ruled.width(start, at + 1) > measure:
            # One that is wider than a line by itself has to be cut within.
            start = whole if whole > start else at
            yield start
