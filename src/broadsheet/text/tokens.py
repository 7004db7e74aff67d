"""A text as the words and marks that a quotation must keep.

Two texts with the same tokens differ only in white space, in what can't be seen, and in what
counts as alike. Proving, counting, quoting and glossing all compare tokens and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from broadsheet.text.alike import alike, compared
from broadsheet.text.scripts import UNPARTED, parts_no_words
from broadsheet.text.unseen import UNSEEN

SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Raised figures: a token of their own, since they may be the mark of a footnote."""


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
        return self.text[0].isalnum() and self.text[0] not in SUPERSCRIPTS


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words and marks between two offsets of a text.

    A word is a run of letters, digits and the accents on them, or a single letter of a script that
    parts no words; every other visible character is a token of its own, but a run of dashes is one.
    So blanks part words and mean nothing beside a mark: `« mot »` and `«mot»` are alike, `in to`
    and `into` are not.
    """
    text = alike(text)
    for found in _pattern(text).finditer(text, start, len(text) if end is None else end):
        kept = compared(found[0])
        if kept:
            yield Token("-" if kept[0] == "-" else kept, found.start(), found.end())


def _pattern(text: str) -> re.Pattern[str]:
    """A pattern for this text: `re` has no class for accents, so it lists those that occur."""
    if text.isascii():
        return _compiled("", parts_words=True)
    characters = set(text)
    accents = sorted(each for each in characters if unicodedata.category(each)[0] == "M")
    return _compiled("".join(accents), parts_words=not any(map(parts_no_words, characters)))


@lru_cache(maxsize=256)
def _compiled(accents: str, *, parts_words: bool) -> re.Pattern[str]:
    """The pattern for texts with these accents, whose letters all part words or not.

    Kept, since `re` takes longer to compile it than to read a sentence by it.
    """
    letter = rf"[^\W_{SUPERSCRIPTS}{'' if parts_words else UNPARTED.in_pattern}]"
    accent = UNSEEN + re.escape(accents)
    raised = f"[{SUPERSCRIPTS}][{SUPERSCRIPTS}{accent}]*"
    word = f"{letter}+(?:[{accent}]+{letter}*)*"
    return re.compile(rf"{word}|-[-{accent}]*|{raised}|\S[{accent}]*")
