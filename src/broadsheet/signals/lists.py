"""The words of each language that signals go by, read from `words/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from broadsheet.data import PACKAGE, shipped
from broadsheet.text.language_tags import base_of

_FOLDER: Final = PACKAGE / "signals" / "words"
_NEVER: Final = "(?!)"
"""A regular expression for what stands nowhere."""


class Phrases:
    """A list of words and runs of words; `|` parts words that may stand in one place."""

    def __init__(self, phrases: Sequence[str]) -> None:
        """Take the phrases, the longer of two that begin alike being found."""
        written = sorted(map(_pattern, phrases), key=len, reverse=True)
        self._sought = re.compile(
            rf"(?<![\w-])(?:{'|'.join(written) or _NEVER})(?!\w)", re.IGNORECASE
        )

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each phrase in a text."""
        return (found.span() for found in self._sought.finditer(text))

    def holds(self, text: str) -> bool:
        """Tell whether any phrase stands in a text."""
        return self._sought.search(text) is not None

    def begins(self, text: str) -> bool:
        """Tell whether a text begins with a phrase."""
        return self._sought.match(text) is not None


def _pattern(phrase: str) -> str:
    places = (f"(?:{'|'.join(map(re.escape, place.split('|')))})" for place in phrase.split())
    return r"\s+".join(places).replace("'", "['’]")


@dataclass(frozen=True, slots=True)
class Lists:
    """One language's lists."""

    usual: frozenset[str]
    """Its most usual words: a text that has few of them is in another language."""
    joins: Phrases
    """What a clause begins with that says what was said in the one before: that."""
    apart: Phrases
    """What a new clause begins with after no comma: but, while."""
    speaks: Phrases
    """Words with which somebody speaks or is the source: said, according to."""
    opens: Phrases
    """Such words that name the source of the clause that follows: according to."""
    nobody: Phrases
    """Speakers who are nobody in particular: some say, experts warn."""
    numbers: Phrases
    """Words that are as good as a number: half, millions."""
    no_numbers: Phrases
    """What stands before a number that counts nothing: page, article."""
    no_units: Phrases
    """What stands behind such a number: o’clock."""
    counts: Phrases
    """Numbers in words: “more than two” compares nothing."""
    weakens: Phrases
    """What stands before an absolute word and makes it none: almost."""
    idle: Phrases
    """Turns of phrase whose words mean nothing by themselves: nothing more than."""
    absolute: Phrases
    hedge: Phrases
    comparison: Phrases
    charged: Phrases
    named: Phrases
    """Words that hold a name at a distance: so-called."""
    objection: Phrases
    """Words by which a piece lets the other side speak: opponents, admittedly."""


@cache
def lists_for(language: str) -> Lists | None:
    """The lists for a language by its tag; None where nobody has made any."""
    base = base_of(language)
    if base not in languages():
        return None
    data = shipped("broadsheet.signals", f"words/{base}.yaml")
    usual = frozenset(data.pop("usual"))
    return Lists(usual, **{name: Phrases(phrases) for name, phrases in data.items()})


def languages() -> tuple[str, ...]:
    """The languages that there are lists in."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yaml")))
