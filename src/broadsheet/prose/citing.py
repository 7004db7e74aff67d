"""`[@key]` in prose: which facts and works it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# No key has a backslash, nor what the parser puts in place of a sign after one.
_KEY_SIGN: Final = r"[^\[\]\s;\\\x02\x03]"
CITATION_PATTERN: Final = rf"\[(?P<keys>@{_KEY_SIGN}+(?:\s*;\s*@{_KEY_SIGN}+)*)\]"
"""One or more keys in square brackets, each after an `@`, parted by semicolons."""

_KEY: Final = re.compile(rf"@({_KEY_SIGN}+)")
_CITATION: Final = re.compile(CITATION_PATTERN)
_ATTEMPT: Final = re.compile(r"\[\s*@[^\[\]\n]*\]?")


@dataclass(frozen=True, slots=True)
class Cited:
    """A key cited in prose, and where."""

    key: str
    start: int
    end: int


def keys_in(inside: str) -> list[str]:
    """The keys of one citation, from what stands between its brackets."""
    return _KEY.findall(inside)


def cited(prose: str) -> Iterator[Cited]:
    """Yield every key cited in a piece of prose."""
    for citation in _CITATION.finditer(prose):
        for key in _KEY.finditer(prose, citation.start(), citation.end()):
            yield Cited(key[1], key.start(), key.end())


def miswritten(prose: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each `[@…` that no citation is made of, such as `[@key, p. 3]`."""
    for attempt in _ATTEMPT.finditer(prose):
        if not _CITATION.match(prose, attempt.start()):
            yield attempt.span()
