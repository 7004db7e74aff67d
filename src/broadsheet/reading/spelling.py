"""Which name was meant by one that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Meant:
    """The known names that a misspelt one may stand for."""

    names: tuple[str, ...]
    """The likeliest first."""
    one: str | None
    """The only one that a single slip of the hand makes of it: safe to write without asking."""

    @property
    def question(self) -> str:
        """“did you mean `one` or `another`?”, or nothing where there is none."""
        names = " or ".join(f"`{name}`" for name in self.names)
        return f"did you mean {names}?" if names else ""


_LONGEST: Final = 60
"""Characters of the longest names that are compared letter by letter: it takes their square."""


def meant(word: str, known: Iterable[str], cutoff: float = 0.6) -> Meant:
    """Compare a word with the names that are known in its place.

    `cutoff` is difflib's: the least likeness, from 0 to 1, of a name worth offering.
    """
    # Most lessons have no name to compare, and difflib takes a while to import.
    import difflib

    every = sorted(known)
    slips = [name for name in every if is_one_slip(word, name)]
    slips = [name for name in slips if _even(name) == _even(word)] or slips
    short = [name for name in every if len(name) <= _LONGEST] if len(word) <= _LONGEST else []
    near = difflib.get_close_matches(word, short, n=3, cutoff=cutoff)
    names = dict.fromkeys([*slips, *near])
    return Meant(tuple(names)[:3], slips[0] if len(slips) == 1 else None)


def is_one_slip(word: str, name: str) -> bool:
    """Tell whether `word` is `name` with one slip: a letter too many, too few, wrong or swapped.

    Capitals for small letters and `_` for `-` are slips however often they come. A figure or a
    part of a single letter is never one: `osce-2021` and `plan-b` are names of their own.
    """
    if word == name or re.findall(r"\d", word) != re.findall(r"\d", name):
        return False
    ours, theirs = _even(word), _even(name)
    if ours == theirs:
        return True
    if _single_letters(ours) != _single_letters(theirs):
        return False
    start = 0
    while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
        start += 1
    left, right = ours[start:], theirs[start:]
    return (
        left[1:] == right
        or left == right[1:]
        or left[1:] == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


def _even(name: str) -> str:
    return name.casefold().replace("_", "-")


def _single_letters(name: str) -> list[str]:
    return [part for part in re.split(r"[-.: ]", name) if len(part) == 1]
