"""A signal: words of a piece on which a question might rest, or what the piece lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, zip_longest
from typing import Final, TypeAlias

from broadsheet.signals.clauses import Clause
from broadsheet.signals.lists import Lists, Script
from broadsheet.text.language_tags import base_of

Span: TypeAlias = tuple[int, int]

MOST: Final = 12
"""So many signals are given of a piece at most."""
_EACH: Final = 3
"""So many of one kind."""
_BEFORE, _BEHIND = 2, 4
"""Words around those that a signal rests on, within their clause."""
NEAR: Final = 30
"""So far before and behind a word something that belongs to it is looked for, in characters."""
_WORD: Final = re.compile(r"\S+")
_WORD_UNPARTED: Final = re.compile(r"[\dA-Za-z]+|[^\s\dA-Za-z]{1,2}")
"""Two characters of a script that parts no words are read like one."""


class Kind(StrEnum):
    """What a signal is about; the value names the question that is asked."""

    NUMBER = "number"
    NOBODY = "nobody"
    CHARGED = "charged"
    ABSOLUTE = "absolute"
    NAMED = "named"
    COMPARISON = "comparison"
    SPEAKER = "speaker"
    HEDGE = "hedge"
    RENAMED = "renamed"
    NO_NUMBER = "no_number"
    NO_SPEAKER = "no_speaker"
    NO_OBJECTION = "no_objection"
    NO_COST = "no_cost"
    NO_STANDING = "no_standing"


@dataclass(frozen=True, slots=True)
class Signal:
    """Words of a piece on which a question might rest; none where something is missing."""

    kind: Kind
    words: str
    """As they stand, with some around them; they can be quoted."""
    at: Span = (0, 0)
    """Where the words stand that it rests on."""
    on: str = ""
    """Those words."""

    @property
    def asks_of(self) -> str:
        """What it asks of: of a word that comes back once, of each speaker by himself."""
        by_itself = self.kind in (Kind.SPEAKER, Kind.NOBODY, Kind.NUMBER)
        return self.words if by_itself or not self.on else self.on.casefold()


def is_name(text: str, start: int, language: str) -> bool:
    """Tell whether a word has a capital as names do, in a language where not every noun has one."""
    begins = len(text) - len(text.lstrip())
    return base_of(language) != "de" and text[start].isupper() and start != begins


def signal_at(kind: Kind, clause: Clause, span: Span, lists: Lists) -> Signal:
    """A signal with some words around what it rests on, none of them parted."""
    start, end = span
    word = _WORD_UNPARTED if lists.script is Script.UNPARTED else _WORD
    before = list(word.finditer(clause.whole[:start]))[-_BEFORE:]
    behind = list(word.finditer(clause.whole[end:]))[:_BEHIND]
    first = before[0].start() if before else start
    last = end + (behind[-1].end() if behind else 0)
    shown = clause.whole[first:last].strip().rstrip(".,;:!?…،؛。，；：！？")
    at = (clause.start + start, clause.start + end)
    return Signal(kind, shown, at, clause.whole[start:end])


def chosen(signals: Iterable[Signal], most: int = MOST) -> tuple[Signal, ...]:
    """At most so many of the signals, of as many kinds as there are, in the order of the text."""
    kinds: dict[Kind, list[Signal]] = {kind: [] for kind in Kind}
    for signal in signals:
        if any(each.asks_of == signal.asks_of for each in kinds[signal.kind]):
            continue
        if len(kinds[signal.kind]) < _EACH:
            kinds[signal.kind].append(signal)
    rounds = (each for turn in zip_longest(*kinds.values()) for each in turn if each)
    return tuple(sorted(islice(rounds, most), key=lambda signal: signal.at))
