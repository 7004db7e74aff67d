"""An author's own words, and runs of them that stand in a list.

Lists hold the forms themselves rather than rules for making them: a few forms too few are better
than a good sentence found at fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from broadsheet.excerpt.quotation import marks
from broadsheet.prose.citing import CITATION_PATTERN
from broadsheet.text.prefixes import behind_prefixes
from broadsheet.text.quoted import QUOTED

_NOT_OWN: Final = re.compile(rf"{CITATION_PATTERN}|{QUOTED.pattern}")
# Letters with the vowel signs of Arabic, its lengthening stroke and the stress of Ukrainian.
_WORD: Final = re.compile("(?:[^\\W\\d_][\u0301\u0640\u064b-\u0652]*)+")
_SIGNS: Final = dict.fromkeys((0x301, 0x640, *range(0x64B, 0x653)))
_DOUBLING: Final = 0x651
"""The one sign of Arabic that a list may hold, since it makes another word: “visits”, “forges”."""
_BUT_DOUBLING: Final = {sign: None for sign in _SIGNS if sign != _DOUBLING}
_SENTENCE: Final = re.compile(r"[^.?!…؟]+[.?!…؟]*")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in its prose."""

    text: str
    """In small letters; words are parted at apostrophes and hyphens."""
    start: int
    end: int
    forms: tuple[str, ...]
    """What a list may hold of it: the text, and what is left behind prefixes of Arabic."""


class Sentence(NamedTuple):
    """A sentence's words, and whether it asks."""

    words: tuple[Word, ...]
    asks: bool


def own_words(prose: str) -> str:
    """Blank out what is quoted, of the excerpt or of anybody, and what is cited.

    Every other character stays at its offset.
    """
    parts, end = [], 0
    for mark in marks(prose):
        parts += [prose[end : mark.start], " " * (mark.end - mark.start)]
        end = mark.end
    return _NOT_OWN.sub(lambda found: " " * len(found[0]), "".join([*parts, prose[end:]]))


def _word(letters: str, start: int) -> Word:
    end = start + len(letters)
    if letters.isascii():
        text = letters.casefold()
        return Word(text, start, end, (text,))
    text = letters.translate(_SIGNS).casefold()
    doubled = letters.translate(_BUT_DOUBLING).casefold()
    forms = dict.fromkeys((text, doubled, *behind_prefixes(text), *behind_prefixes(doubled)))
    return Word(text, start, end, tuple(forms))


def sentences(prose: str) -> list[Sentence]:
    """The sentences of prose that hold words of its author's own."""
    own = own_words(prose)
    every = (
        Sentence(
            tuple(_word(word[0], word.start()) for word in _WORD.finditer(own, *found.span())),
            found[0].endswith(("?", "؟")),
        )
        for found in _SENTENCE.finditer(own)
    )
    return [sentence for sentence in every if sentence.words or sentence.asks]


class Phrases:
    """A list of words and runs of words; `|` parts words that may stand in one place."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._by_first: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for phrase in phrases:
            places = tuple(frozenset(place.casefold().split("|")) for place in phrase.split())
            for first in places[0]:
                self._by_first.setdefault(first, []).append(places)

    def at(self, words: Sequence[Word], start: int) -> int:
        """How many words the longest phrase takes that begins at `start`; 0 for none."""
        lengths = (
            len(places)
            for form in words[start].forms
            for places in self._by_first.get(form, ())
            if len(words) - start >= len(places)
            and not any(
                place.isdisjoint(word.forms)
                for place, word in zip(places, words[start:], strict=False)
            )
        )
        return max(lengths, default=0)

    def found(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Yield first and last position, both included, of each phrase among the words."""
        at = 0
        while at < len(words):
            length = self.at(words, at)
            if length:
                yield at, at + length - 1
            at += length or 1
