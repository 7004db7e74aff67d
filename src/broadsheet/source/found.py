"""Where on a page the library has found a piece: which paragraphs, and in which boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from broadsheet.source.paragraphs import Box, Paragraph
from broadsheet.text.tokens import tokens

_RUN: Final = 4
"""So many words in a row tell that a paragraph was found."""
_MOST_OF_IT: Final = 0.5
"""This share of a paragraph's runs is enough: the library drops notes and links within it."""
_SHARE: Final = 0.25
"""A box with this share of the words that were found holds the piece."""
_MUCH: Final = 40
"""Fewest words in such a box, unless it is one of the outermost."""
_HIGH: Final = 3
"""So deep at most lie the outermost boxes: the page, its body, and what they hold at once."""


def spoken_words(text: str) -> list[str]:
    """The words of a text, without marks, and whatever their case."""
    return [token.text.casefold() for token in tokens(text) if token.is_word]


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def found_among(
    spoken: Sequence[Sequence[str]], found: str, set_apart: Sequence[bool]
) -> list[bool]:
    """Which paragraphs the library found: by their runs of words, short ones by their lines.

    Of two with the same words, one that is set apart, as a caption is, was not meant.
    """
    runs = Counter(_runs(spoken_words(found)))
    lines = Counter(tuple(spoken_words(line)) for line in found.splitlines())
    kept = [False] * len(spoken)
    for at in sorted(range(len(spoken)), key=set_apart.__getitem__):
        words = spoken[at]
        own, line = _runs(words), tuple(words)
        there = sum(runs[run] > 0 for run in own)
        is_kept = there >= max(len(own) * _MOST_OF_IT, 1) if own else bool(line) and lines[line] > 0
        if is_kept:
            runs.subtract(run for run in own if runs[run] > 0)
            lines[line] -= 1
        kept[at] = is_kept
    return kept


def ancestors(box: Box) -> Iterator[Box]:
    """A box, the box around it, and so on."""
    at: Box | None = box
    while at is not None:
        yield at
        at = at.parent


def boxes_of_piece(
    paragraphs: Sequence[Paragraph], spoken: Sequence[Sequence[str]], kept: Sequence[bool]
) -> frozenset[Box]:
    """The boxes that hold much of the piece, whatever their names say."""
    own: Counter[Box] = Counter()
    for paragraph, words, is_kept in zip(paragraphs, spoken, kept, strict=True):
        own[paragraph.box] += len(words) * is_kept
    deepest_first = sorted(_with_parents(own), key=lambda box: -box.depth)
    for box in deepest_first:
        if box.parent is not None:
            own[box.parent] += own[box]
    in_all = max(own.values())
    return frozenset(
        box
        for box in deepest_first
        if own[box] >= in_all * _SHARE and (own[box] >= _MUCH or box.depth <= _HIGH)
    )


def _with_parents(boxes: Iterable[Box]) -> set[Box]:
    every: set[Box] = set()
    for box in boxes:
        for at in ancestors(box):
            if at in every:
                break
            every.add(at)
    return every
