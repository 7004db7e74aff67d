"""An excerpt as its author typed it: paragraphs, cuts and the editor's words.

Nothing in an excerpt is markup but `[…]` for a cut and `[brackets]` for the editor's words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from broadsheet.text.graphemes import is_mark

CUT: Final = "[…]"
"""The mark of a cut, as it is printed; an author may type `[...]`."""

_CUT_AS_TYPED: Final = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")
_BLOCK: Final = re.compile(r"^\s*(?P<text>\S.*(?:\n[^\S\n]*\S.*)*)", re.MULTILINE)
_BRACKETS: Final = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph that is all of one kind."""

    kind: Literal["source", "insertion", "cut"]
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an excerpt, as one line of text with single blanks."""

    text: str
    start: int
    """Offset of its first character in the excerpt as typed."""

    @property
    def is_cut(self) -> bool:
        """True where the paragraph is nothing but the mark of a cut."""
        return self.text == CUT

    def runs(self) -> Iterator[Run]:
        """Yield its stretches in order: the source's words, insertions, cuts."""
        at = 0
        for found in _BRACKETS.finditer(self.text):
            if found.start() > at:
                yield Run("source", self.text[at : found.start()])
            yield Run("cut" if found[0] == CUT else "insertion", found[0])
            at = found.end()
        if at < len(self.text):
            yield Run("source", self.text[at:])


def paragraphs(excerpt: str) -> tuple[Paragraph, ...]:
    """Part an excerpt at its blank lines, and fold each paragraph's own line ends to blanks."""
    found = []
    for block in _BLOCK.finditer(excerpt.rstrip()):
        text = re.sub(r"[ \t\r\n]+", " ", block["text"]).strip()
        found.append(Paragraph(with_cuts(text), block.start("text")))
    return tuple(found)


def with_cuts(text: str) -> str:
    """Write every mark of a cut as it is printed."""
    return _CUT_AS_TYPED.sub(CUT, text)


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, with marks such as ’ and - inside."""
    composed = unicodedata.normalize("NFC", text)
    return _word("".join(sorted(filter(is_mark, set(composed))))).findall(composed)


@cache
def _word(signs: str) -> re.Pattern[str]:
    # `re` takes the vowel signs of Arabic, Hebrew or Hindi for gaps between words, so those that
    # occur are named. Soft hyphens and joiners stand within words, too.
    part = rf"(?:[^\W_][{signs}\u00ad\u200c\u200d\u2060]*)"
    return re.compile(rf"{part}+(?:['’.,\-‐‑–/&·]?{part}+)*")


def words_shown(excerpt: str) -> int:
    """How many of the source's own words an excerpt shows; the editor's words do not count."""
    return sum(
        len(words(_BRACKETS.sub(lambda found: _kept(found[0]), paragraph.text)))
        for paragraph in paragraphs(excerpt)
    )


def _kept(bracket: str) -> str:
    """A bracketed first letter (`[T]he`) is still the source's word."""
    inner = bracket[1:-1]
    return inner if len(inner) == 1 and inner.isalpha() else " "
