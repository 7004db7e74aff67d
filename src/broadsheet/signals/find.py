"""Signals in a text: words of its clauses on which questions might rest."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.signals.clauses import Clause, clauses
from broadsheet.signals.lists import Lists, lists_for
from broadsheet.signals.numbers import number_pattern, numbers_in
from broadsheet.signals.signal import NEAR, Kind, Signal, Span, is_name, signal_at
from broadsheet.signals.whole import renamed
from broadsheet.text.quoted import QUOTED
from broadsheet.text.words import size_in_words

_SCARE, _SCARE_WITHOUT_CAPITALS = 3, 2
"""Words of the longest name that is held at a distance by quotation marks; where no capital tells
a title or a name from it, a longer one is rather that."""


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
    found |= {(signal.kind, signal.at): signal for signal in renamed(text, lists, language)}
    return tuple(sorted(found.values(), key=lambda signal: signal.at))


def _in_clause(clause: Clause, lists: Lists, language: str) -> Iterator[Signal]:
    text = clause.text
    for start, end in lists.idle.found(text):
        text = text[:start] + " " * (end - start) + text[end:]
    unnamed = list(lists.nobody.found(text))
    speakers = [] if unnamed else list(lists.speaks.found(text))
    numbers = [] if speakers else list(numbers_in(text, lists, language))
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
            yield signal_at(kind, clause, span, lists)


def _not_weakened(text: str, lists: Lists) -> list[Span]:
    """Where absolute words stand, but for those behind “almost”."""
    weak = {end for _, end in lists.weakens.found(text)}
    return [
        (start, end)
        for start, end in lists.absolute.found(text)
        if max(start - NEAR, 0) + len(text[max(start - NEAR, 0) : start].rstrip()) not in weak
    ]


def _not_counted(text: str, lists: Lists) -> list[Span]:
    """Where comparisons stand, but for “more than 20”, which compares nothing."""
    return [
        (start, end)
        for start, end in lists.comparison.found(text)
        for behind in [text[end : end + NEAR].lstrip()]
        if not (number_pattern(lists).match(behind) or lists.numbers.begins(behind))
        and not lists.counts.begins(behind)
    ]


def _no_names(text: str, lists: Lists, language: str) -> list[Span]:
    """Where charged words stand that are no names."""
    every = lists.charged.found(text)
    return [(start, end) for start, end in every if not is_name(text, start, language)]


def _held_apart(text: str) -> Iterator[Span]:
    """Yield where a word or two stand in quotation marks, as names do that are not one's own."""
    for found in QUOTED.finditer(text):
        inner = found[0][1:-1].strip(".,!?… \u00a0\u202f")
        has_no_capitals = inner[:1].isalpha() and inner[:1].lower() == inner[:1].upper()
        longest = _SCARE_WITHOUT_CAPITALS if has_no_capitals else _SCARE
        if (has_no_capitals or inner[:1].islower()) and size_in_words(inner) <= longest:
            yield found.span()
