"""What only a whole piece shows: its language, what it lacks, and one thing under two names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from broadsheet.signals.clauses import Clause, sentences
from broadsheet.signals.lists import Lists, Phrases, lists_for
from broadsheet.signals.numbers import number_pattern
from broadsheet.signals.signal import Kind, Signal, is_name, signal_at
from broadsheet.text.quoted import QUOTED
from broadsheet.text.words import words

_USUAL: Final = 0.15
"""Least part of a text's words that are among its language's most usual ones."""
_HEAD: Final = 200
"""So far into a piece a letter says to whom it is, in characters."""


def is_read(piece: str, language: str) -> bool:
    """Tell whether there are lists for a piece: for its language, which it also is in."""
    lists = lists_for(language)
    every = Counter(words(piece))
    usual = sum(count for word, count in every.items() if lists and lists.usual.is_all(word))
    return usual >= _USUAL * every.total() > 0


def missing_from(piece: str, language: str) -> tuple[Signal, ...]:
    """What a piece of opinion usually has, and this whole one lacks.

    One that asks for something says what it takes, and a letter who writes it.
    """
    lists = lists_for(language)
    if lists is None:
        return ()
    has = {
        Kind.NO_OBJECTION: lists.objection.holds(piece),
        Kind.NO_SPEAKER: lists.speaks.holds(piece) or QUOTED.search(piece) is not None,
        Kind.NO_NUMBER: bool(number_pattern(lists).search(piece)) or lists.numbers.holds(piece),
        Kind.NO_COST: lists.costs.holds(piece) or not lists.proposes.holds(piece),
        Kind.NO_STANDING: lists.stands.holds(piece) or not lists.letter.holds(piece[:_HEAD]),
    }
    return tuple(Signal(kind, "") for kind, there in has.items() if not there)


def renamed(text: str, lists: Lists, language: str) -> Iterator[Signal]:
    """Yield the first of each of the names that one thing may be given, where there are two."""
    whole = [Clause(text[first:last], first, text[first:last]) for first, last in sentences(text)]
    for group in lists.names:
        each = (next(_named(name, whole, lists, language), None) for name in group)
        there = [signal for signal in each if signal]
        yield from there if len(there) > 1 else ()


def _named(name: Phrases, whole: list[Clause], lists: Lists, language: str) -> Iterator[Signal]:
    for clause in whole:
        for span in name.found(clause.text):
            if not is_name(clause.text, span[0], language):
                yield signal_at(Kind.RENAMED, clause, span, lists)
