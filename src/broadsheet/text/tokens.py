"""A text as the words and marks that a quotation must keep.

Two texts with the same tokens differ only in white space, Unicode normalisation, and typographic
against straight quotation marks and dashes. A proof compares tokens and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_QUOTES_AND_DASHES: Final = str.maketrans(
    dict.fromkeys("‘’‚‛‹›ʼ", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)

_UNSEEN: Final = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c"
"""Soft hyphen, places where a line may or may not break, and marks of direction."""
_JOINERS: Final = "\u200c\u200d"
"""They change how Persian and Indian letters are joined, so they belong to a word."""
_UNSPACED: Final = (
    range(0xE00, 0xF00),
    range(0x1000, 0x10A0),
    range(0x1780, 0x1800),
    range(0x3040, 0x3100),
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x40000),
)
"""Scripts written without blanks between words: there a token is a single letter."""

_DROPPED: Final = str.maketrans("", "", _UNSEEN)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or one mark; it holds no white space."""

    text: str
    """As it is compared: composed, with straight quotation marks, and dashes as one hyphen."""
    start: int
    end: int
    """Where it stands in the text that it was read from."""

    @property
    def is_word(self) -> bool:
        """False for a mark."""
        return self.text[0].isalnum()


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words and marks between two offsets of a text.

    A word is a run of letters, digits and the accents on them; every other visible character is a
    token of its own, but a run of dashes is one. So blanks part words and mean nothing beside a
    mark: `« mot »` and `«mot»` are alike, `in to` and `into` are not.
    """
    text = text.translate(_QUOTES_AND_DASHES)
    for found in _pattern(text).finditer(text, start, len(text) if end is None else end):
        kept = unicodedata.normalize("NFC", found[0].translate(_DROPPED))
        if kept:
            yield Token("-" if kept[0] == "-" else kept, found.start(), found.end())


def _pattern(text: str) -> re.Pattern[str]:
    """A pattern for this text: `re` has no class for accents, so it lists those that occur."""
    letters, accents = ["a"], [*_UNSEEN, *_JOINERS]
    for character in sorted(set(text)):
        kind = unicodedata.category(character)[0]
        if kind == "M":
            accents.append(character)
        elif kind in "LN" and not any(ord(character) in script for script in _UNSPACED):
            letters.append(character)
    letter, accent = re.escape("".join(letters)), re.escape("".join(accents))
    return re.compile(rf"[{letter}][{letter}{accent}]*|-[-{accent}]*|\S[{accent}]*")
