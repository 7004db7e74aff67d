"""Marks of footnotes: they belong to the page, not to the sentence.

A footnote's mark may be dropped from an excerpt as white space may, and counts as no word. What is
only like one stays a part of the text: `km²`, `10²³`, a rating of `5*`, `f***`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from broadsheet.text.tokens import SUPERSCRIPTS

_ENDS: Final = r".,;:!?…”“\"'’»)\]"
"""Marks that a sentence or a quotation ends with."""
_MARK: Final = re.compile(
    rf"(?:(?<=[^\W\d_])|(?<=[{_ENDS}]))"
    rf"(?:[{SUPERSCRIPTS}]{{1,3}}|\[[0-9]{{1,3}}\]|[*†‡])(?![\w{SUPERSCRIPTS}*†‡])"
)
_NOTE: Final = r"^[^\S\n]*{}[^\S\n]*\w"
_FIGURES: Final = str.maketrans(SUPERSCRIPTS, "0123456789")


@dataclass(frozen=True, slots=True)
class Footnote:
    """The mark of a footnote, and where it stands."""

    text: str
    start: int
    end: int


def like_footnotes(text: str) -> Iterator[Footnote]:
    """Yield what has the shape of a footnote's mark: raised, in brackets, or a sign."""
    for found in _MARK.finditer(text):
        before = text[max(found.start() - 2, 0) : found.start()]
        # One letter alone may be a sign of its own, as in m² or x[1].
        if not before[-1].isalpha() or (len(before) == 2 and before.isalpha()):
            yield Footnote(found[0], *found.span())


def footnotes(source: str) -> Iterator[Footnote]:
    """Yield the marks of footnotes in a whole piece.

    Numbers are footnotes where they count upwards from 1, and signs where a note of theirs begins
    a line.
    """
    counted = 0
    noted: dict[str, bool] = {}
    for mark in like_footnotes(source):
        figures = mark.text.strip("[]").translate(_FIGURES)
        if not figures.isdigit():
            if mark.text not in noted:
                note = _NOTE.format(re.escape(mark.text))
                noted[mark.text] = bool(re.search(note, source, re.MULTILINE))
            if noted[mark.text]:
                yield mark
        elif int(figures) == 1 or 0 < int(figures) <= counted + 1:
            counted = int(figures)
            yield mark


def without(marks: Iterable[Footnote], text: str) -> str:
    """A text of the same length, with blanks instead of these marks."""
    parts, at = [], 0
    for mark in marks:
        parts += [text[at : mark.start], " " * (mark.end - mark.start)]
        at = mark.end
    return "".join((*parts, text[at:]))
