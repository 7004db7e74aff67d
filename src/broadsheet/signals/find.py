"""Signals in a text: words on which a question might rest, and what the whole piece lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice, zip_longest
from typing import Any, Final, TypeAlias

from babel import Locale

from broadsheet.signals.clauses import Clause, clauses
from broadsheet.signals.lists import Lists, lists_for
from broadsheet.text.language_tags import base_of
from broadsheet.text.quoted import QUOTED
from broadsheet.text.words import words

MOST: Final = 12
"""So many signals are given of a piece at most."""
_EACH: Final = 3
"""So many of one kind."""
_BEFORE, _BEHIND = 2, 4
"""Words around those that a signal rests on, within their clause."""
_NUMBER: Final = re.compile(r"(?<![\w.,/:-])\d[\d.,\u00a0\u202f]*(?:\s?[%‰°])?(?!\w)")
_NO_COUNT: Final = re.compile(r"1[0-9]{3}|20[0-9]{2}|\d+\.0")
"""A year, or the number of a version."""
_USUAL: Final = 0.15
"""Least part of a text's words that are among its language's most usual ones."""
_WORD: Final = re.compile(r"\S+")
_NEAR: Final = 30
"""So far before and behind a word something that belongs to it is looked for, in characters."""
_SCARE: Final = 3
"""Words of the longest name that is held at a distance by quotation marks."""


_Span: TypeAlias = tuple[int, int]


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
    NO_NUMBER = "no_number"
    NO_SPEAKER = "no_speaker"
    NO_OBJECTION = "no_objection"


@dataclass(frozen=True, slots=True)
class Signal:
    """Words of a piece on which a question might rest; none where something is missing."""

    kind: Kind
    words: str
    """As they stand, with some around them; they can be quoted."""
    at: tuple[int, int]
    """Where the words stand that it rests on."""


def signals_in(text: str, language: str) -> tuple[Signal, ...]:
    """Every signal in a text, in its order; none where there are no lists for the language."""
    lists = lists_for(language)
    if lists is None:
        return ()
    found = {
        (signal.kind, signal.at): signal
        for clause in clauses(text, lists)
        for signal in _in_clause(clause, lists, language)
    }
    return tuple(sorted(found.values(), key=lambda signal: signal.at))


def missing_from(piece: str, language: str) -> tuple[Signal, ...]:
    """What a piece of opinion usually has, and this whole one lacks."""
    lists = lists_for(language)
    if lists is None:
        return ()
    has = {
        Kind.NO_OBJECTION: lists.objection.holds(piece),
        Kind.NO_SPEAKER: lists.speaks.holds(piece) or QUOTED.search(piece) is not None,
        Kind.NO_NUMBER: bool(_NUMBER.search(piece)) or lists.numbers.holds(piece),
    }
    return tuple(Signal(kind, "", (0, 0)) for kind, there in has.items() if not there)


def chosen(signals: Iterable[Signal], most: int = MOST) -> tuple[Signal, ...]:
    """At most so many of the signals, of as many kinds as there are, in the order of the text."""
    kinds: dict[Kind, list[Signal]] = {kind: [] for kind in Kind}
    for signal in signals:
        if any(each.words == signal.words for each in kinds[signal.kind]):
            continue  # a text that says it twice asks it once
        if len(kinds[signal.kind]) < _EACH:
            kinds[signal.kind].append(signal)
    rounds = (each for turn in zip_longest(*kinds.values()) for each in turn if each)
    return tuple(sorted(islice(rounds, most), key=lambda signal: signal.at))


def is_read(piece: str, language: str) -> bool:
    """Tell whether there are lists for a piece: for its language, which it also is in."""
    lists = lists_for(language)
    every = [word.casefold() for word in words(piece)]
    usual = sum(word in lists.usual for word in every) if lists else 0
    return bool(every) and usual / len(every) >= _USUAL


def _in_clause(clause: Clause, lists: Lists, language: str) -> Iterator[Signal]:
    text = clause.text
    for start, end in lists.idle.found(text):
        text = text[:start] + " " * (end - start) + text[end:]
    unnamed = list(lists.nobody.found(text))
    speakers = [] if unnamed else list(lists.speaks.found(text))
    numbers = [] if speakers else list(_numbers(text, lists, language))
    found = {
        Kind.NOBODY: unnamed,
        Kind.SPEAKER: speakers,
        Kind.NUMBER: numbers,
        Kind.ABSOLUTE: _not_weakened(text, lists),
        Kind.HEDGE: list(lists.hedge.found(text)),
        Kind.COMPARISON: _not_counted(text, lists),
        Kind.CHARGED: _no_names(text, lists, language),
        # Beside a verb of speech, what is quoted was said.
        Kind.NAMED: [*lists.named.found(text), *([] if speakers else _held_apart(clause.whole))],
    }
    for kind, spans in found.items():
        for span in spans[:1]:
            yield _signal(kind, clause, span)


def _not_weakened(text: str, lists: Lists) -> list[_Span]:
    """Where absolute words stand, but for those behind “almost”."""
    weak = {end for _, end in lists.weakens.found(text)}
    return [
        (start, end)
        for start, end in lists.absolute.found(text)
        if max(start - _NEAR, 0) + len(text[max(start - _NEAR, 0) : start].rstrip()) not in weak
    ]


def _not_counted(text: str, lists: Lists) -> list[_Span]:
    """Where comparisons stand, but for “more than 20”, which compares nothing."""
    return [
        (start, end)
        for start, end in lists.comparison.found(text)
        for behind in [text[end : end + _NEAR].lstrip()]
        if not (_NUMBER.match(behind) or lists.numbers.begins(behind))
        and not lists.counts.begins(behind)
    ]


def _no_names(text: str, lists: Lists, language: str) -> list[_Span]:
    """Where charged words stand, but for names with a capital, where not every noun has one."""
    text_begins = len(text) - len(text.lstrip())
    return [
        (start, end)
        for start, end in lists.charged.found(text)
        if base_of(language) == "de" or not text[start].isupper() or start == text_begins
    ]


def _held_apart(text: str) -> Iterator[_Span]:
    """Yield where a word or two stand in quotation marks, as names do that are not one's own."""
    for found in QUOTED.finditer(text):
        inner = found[0][1:-1].strip(".,!?… \u00a0\u202f")
        if inner[:1].islower() and len(words(inner)) <= _SCARE:
            yield found.span()


def _numbers(text: str, lists: Lists, language: str) -> Iterator[_Span]:
    """Yield where numbers stand that count something: no years, days, pages and hours."""
    counted_no_more = {end for _, end in lists.no_numbers.found(text)}
    for found in _NUMBER.finditer(text):
        digits = found[0].rstrip(".,")
        before = text[max(found.start() - _NEAR, 0) : found.start()].rstrip()
        behind = text[found.end() : found.end() + _NEAR].lstrip()
        at = max(found.start() - _NEAR, 0) + len(before)
        is_other = at in counted_no_more or lists.no_units.begins(behind)
        is_day = _month(language).match(behind) or _month_before(language).search(before)
        if not (is_other or is_day or _NO_COUNT.fullmatch(digits)):
            yield found.start(), found.start() + len(digits)
    yield from lists.numbers.found(text)


@cache
def _months(language: str) -> str:
    named: Any = Locale.parse(base_of(language)).months["format"]
    each = {name.strip(".") for width in ("wide", "abbreviated") for name in named[width].values()}
    return "|".join(sorted(map(re.escape, each), key=len, reverse=True))


@cache
def _month(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\.\s*)?(?:de\s+|of\s+)?(?:{_months(language)})\b", re.IGNORECASE)


@cache
def _month_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_months(language)})\.?$", re.IGNORECASE)


def _signal(kind: Kind, clause: Clause, span: _Span) -> Signal:
    """A signal with some words around what it rests on, none of them parted."""
    start, end = span
    before = list(_WORD.finditer(clause.whole[:start]))[-_BEFORE:]
    behind = list(_WORD.finditer(clause.whole[end:]))[:_BEHIND]
    first = before[0].start() if before else start
    last = end + (behind[-1].end() if behind else 0)
    shown = clause.whole[first:last].strip().rstrip(".,;:!?…")
    return Signal(kind, shown, (clause.start + start, clause.start + end))
