"""The words of each language that signals go by, read from `words/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from broadsheet.data import PACKAGE, shipped
from broadsheet.text.language_tags import base_of
from broadsheet.text.prefixes import POINTS, PREFIXES

_FOLDER: Final = PACKAGE / "signals" / "words"
_NEVER: Final = "(?!)"
"""A regular expression for what stands nowhere."""


class Script(StrEnum):
    """How a language writes its words."""

    PARTED = "parted"
    """With blanks between them."""
    PREFIXED = "prefixed"
    """With blanks; “and”, “the” and “in” are one with the next word, and vowels may be pointed."""
    UNPARTED = "unparted"
    """With nothing between them."""


class Phrases:
    """A list of words and runs of words; `|` parts words that may stand in one place."""

    def __init__(self, phrases: Sequence[str], script: Script = Script.PARTED) -> None:
        """Take the phrases; of two that begin alike the one of more words is found."""
        ranked = sorted(phrases, key=lambda phrase: (phrase.count(" "), len(phrase)), reverse=True)
        written = "|".join(_pattern(phrase, script) for phrase in ranked) or _NEVER
        around = {
            Script.PARTED: rf"(?<![\w-])(?:{written})(?!\w)",
            Script.PREFIXED: rf"(?<![\w-])(?:{PREFIXES})(?:{written})(?!\w)",
            Script.UNPARTED: rf"(?:{written})",
        }
        self._sought = re.compile(around[script], re.IGNORECASE)

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each phrase in a text."""
        return (found.span() for found in self._sought.finditer(text))

    def holds(self, text: str) -> bool:
        """Tell whether any phrase stands in a text."""
        return self._sought.search(text) is not None

    def begins(self, text: str) -> bool:
        """Tell whether a text begins with a phrase."""
        return self._sought.match(text) is not None

    def is_all(self, text: str) -> bool:
        """Tell whether a text is one phrase."""
        return self._sought.fullmatch(text) is not None

    def ends(self, text: str) -> bool:
        """Tell whether a text ends with a phrase."""
        return any(end == len(text) for _, end in self.found(text))


def _pattern(phrase: str, script: Script) -> str:
    places = (
        f"(?:{'|'.join(_written(word, script) for word in place.split('|'))})"
        for place in phrase.split()
    )
    between = "" if script is Script.UNPARTED else r"\s+"
    return between.join(places).replace("'", "['’]")


def _written(word: str, script: Script) -> str:
    if script is Script.PREFIXED:
        return "".join(f"{re.escape(letter)}{POINTS}*" for letter in word)
    return re.escape(word)


@dataclass(frozen=True, slots=True)
class Lists:
    """One language's lists."""

    script: Script
    usual: Phrases
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
    proposes: Phrases
    """Words with which a piece asks for something to be done: we must, ought to."""
    costs: Phrases
    """Words by which it says what that takes, and from whom: pay, taxes."""
    letter: Phrases
    """Words by which a piece is a letter: dear editor."""
    stands: Phrases
    """Words by which somebody says who writes: as a nurse, I have lived."""
    names: tuple[tuple[Phrases, ...], ...]
    """Names that one thing may be given, by the thing: refugees, migrants."""


@cache
def lists_for(language: str) -> Lists | None:
    """The lists for a language by its tag; None where nobody has made any."""
    base = base_of(language)
    if base not in languages():
        return None
    data = shipped("broadsheet.signals", f"words/{base}.yaml")
    script = Script(data.pop("script", Script.PARTED))
    names = tuple(tuple(Phrases([name], script) for name in group) for group in data.pop("names"))
    phrases = {name: Phrases(each, script) for name, each in data.items()}
    return Lists(script=script, names=names, **phrases)


def languages() -> tuple[str, ...]:
    """The languages that there are lists in."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yaml")))
