"""What an excerpt is proved against: the runs of its source, in order.

The text gives runs of one word or mark, a fingerprint gives hashes of runs of five. Each run is
written as one character, so that looking for a passage is looking for a string in a string.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Final, TypeAlias

from broadsheet.source.article import Article
from broadsheet.source.fingerprint import RUN, SHORTEST, Fingerprint, run_hash
from broadsheet.text.footnotes import Footnote, footnotes, without
from broadsheet.text.tokens import Token, tokens

Forms: TypeAlias = tuple[str, ...]
"""The ways in which a word may stand in the source: two for `[T]he`, one for all others."""

_FIRST: Final = 256
"""Character of the first run."""
_MOST: Final = 0x110000 - _FIRST
"""How many different runs can each have a character of its own."""
_UNKNOWN: Final = "\0"
"""Character of a passage's run that the source does not have."""
_BEYOND: Final = "\1"
"""Character of every run of the source beyond those; no passage is proved by it."""
_AROUND: Final = 6
"""Words and marks shown on either side of a place."""


@dataclass(frozen=True)
class Evidence:
    """The runs of a source, and how a run of words is turned into one of them."""

    runs: str
    run: int
    """Words and marks in a run."""
    shortest: int
    """Fewest words and marks of a passage that can be proved."""
    code: Callable[[Forms], str]
    text: str = ""
    tokens: tuple[Token, ...] = ()
    """The source's own words; none where only a fingerprint is at hand."""
    footnotes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """The marks of footnotes by the word or mark of the source that follows them."""

    @classmethod
    def of_text(cls, article: Article) -> Evidence:
        """Prove by the text itself."""
        marks = list(footnotes(article.text))
        found = tuple(tokens(without(marks, article.text)))
        codes: dict[str, str] = {}
        for token in found:
            if len(codes) < _MOST:
                codes.setdefault(token.text, chr(_FIRST + len(codes)))
        return cls(
            "".join(codes.get(token.text, _BEYOND) for token in found),
            1,
            1,
            lambda run: codes.get(run[0], _UNKNOWN),
            article.text,
            found,
            _by_word(marks, found),
        )

    @classmethod
    def of_fingerprint(cls, fingerprint: Fingerprint) -> Evidence:
        """Prove by a fingerprint."""
        runs = "".join(chr(_FIRST + run) for run in fingerprint.runs)
        salt = fingerprint.salt
        return cls(runs, RUN, SHORTEST, lambda run: chr(_FIRST + run_hash(salt, run)))

    @property
    def size(self) -> int:
        """Words and marks of the whole source."""
        return len(self.runs) + self.run - 1

    @cached_property
    def notes(self) -> frozenset[str]:
        """The marks of footnotes that the source has."""
        return frozenset(mark for marks in self.footnotes.values() for mark in marks)

    def notes_before(self, word: int) -> tuple[str, ...]:
        """The marks of footnotes that stand before a word or mark of the source, in order."""
        return self.footnotes.get(word, ())

    def find(self, passage: Sequence[Forms], start: int) -> int:
        """Where a passage first stands at or after a word of the source; -1 where it does not."""
        codes = self._codes(passage)
        stretches = _exact_stretches(codes)
        # The longest stretch that can stand in one way only leads to the fewest places.
        anchor, sought = max(stretches, key=lambda one: len(one[1]), default=(0, ""))
        keys = [sought] if sought else list(codes[0])
        places = heapq.merge(*(_places(key, self.runs, start + anchor) for key in keys))
        for place in places:
            at = place - anchor
            if at + len(codes) <= len(self.runs) and self._stands(codes, stretches, at):
                return at
        return -1

    def _stands(
        self, codes: Sequence[dict[str, None]], stretches: Sequence[tuple[int, str]], at: int
    ) -> bool:
        return all(self.runs.startswith(run, at + begins) for begins, run in stretches) and all(
            self.runs[at + begins] in several
            for begins, several in enumerate(codes)
            if len(several) > 1
        )

    def coded(self, passage: Sequence[Forms]) -> str:
        """A passage's runs, each in a form that the source has, if there is one."""
        there = set(self.runs)
        return "".join(
            next((code for code in codes if code in there), next(iter(codes)))
            for codes in self._codes(passage)
        )

    def words(self, start: int, end: int) -> str:
        """The source's words from one to before another; empty where the text is not at hand."""
        if not self.tokens[start:end]:
            return ""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def around(self, start: int, end: int) -> str:
        """The source's words with some before and after, so that the place can be found."""
        start, end = max(start - _AROUND, 0), min(end + _AROUND, self.size)
        found = self.tokens
        while 0 < start < len(found) and found[start].start == found[start - 1].end:
            start -= 1
        while 0 < end < len(found) and found[end].start == found[end - 1].end:
            end += 1
        return self.words(start, end)

    def _codes(self, passage: Sequence[Forms]) -> list[dict[str, None]]:
        """For each run of a passage, the characters that may stand for it, the likeliest first."""
        return [
            dict.fromkeys(self.code(run) for run in product(*passage[at : at + self.run]))
            for at in range(len(passage) - self.run + 1)
        ]


def _exact_stretches(codes: Sequence[dict[str, None]]) -> list[tuple[int, str]]:
    """The stretches of runs that can each stand in one way only, and where they begin."""
    found: list[tuple[int, str]] = []
    for begins, several in enumerate(codes):
        if len(several) > 1:
            continue
        (code,) = several
        if found and found[-1][0] + len(found[-1][1]) == begins:
            found[-1] = (found[-1][0], found[-1][1] + code)
        else:
            found.append((begins, code))
    return found


def _places(sought: str, runs: str, start: int) -> Iterator[int]:
    at = runs.find(sought, start)
    while at >= 0:
        yield at
        at = runs.find(sought, at + 1)


def _by_word(marks: Sequence[Footnote], found: Sequence[Token]) -> dict[int, tuple[str, ...]]:
    starts = [token.start for token in found]
    by_word: dict[int, tuple[str, ...]] = {}
    for mark in marks:
        word = bisect_left(starts, mark.start)
        by_word[word] = (*by_word.get(word, ()), mark.text)
    return by_word
