"""What an excerpt is proved against: the runs of its source, in order.

The text gives runs of one word or mark, a fingerprint gives hashes of runs of five. Each run is
written as one character, so that looking for a passage is looking for a string in a string.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, TypeAlias

from broadsheet.source.article import Article
from broadsheet.source.fingerprint import RUN, SHORTEST, Fingerprint, run_hash
from broadsheet.text.tokens import Token, tokens

Forms: TypeAlias = tuple[str, ...]
"""The ways in which a word may stand in the source: two for `[T]he`, one for all others."""

_FIRST: Final = 256
"""Character of the first run: beyond those that mean something in a regular expression."""
_UNKNOWN: Final = "\0"
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

    @classmethod
    def of_text(cls, article: Article) -> Evidence:
        """Prove by the text itself."""
        found = tuple(tokens(article.text))
        codes: dict[str, str] = {}
        runs = "".join(codes.setdefault(t.text, chr(_FIRST + len(codes))) for t in found)
        return cls(runs, 1, 1, lambda run: codes.get(run[0], _UNKNOWN), article.text, found)

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

    def find(self, passage: Sequence[Forms], start: int) -> int:
        """Where a passage first stands at or after a word of the source; -1 where it does not."""
        pattern = "".join(
            next(iter(codes)) if len(codes) == 1 else f"[{''.join(sorted(codes))}]"
            for codes in self._codes(passage)
        )
        found = re.compile(pattern).search(self.runs, start)
        return found.start() if found else -1

    def coded(self, passage: Sequence[Forms]) -> str:
        """A passage's runs, each in a form that the source has, if there is one."""
        return "".join(
            next((code for code in codes if code in self.runs), next(iter(codes)))
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
