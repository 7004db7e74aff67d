"""Where a passage that does not stand in its source departs from it.

Nothing is decided here: the passage has failed already. This says which of its words to look at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from broadsheet.source.evidence import Evidence, Forms

_MOST_COMPARISONS: Final = 5_000_000
"""Length of the passage times length of the source, in runs: more would take many seconds."""
MOST_IN_ALL: Final = 5 * _MOST_COMPARISONS
"""The same for all passages of an excerpt together; those that follow are told without detail."""
_NEAR: Final = 12
"""Words and marks that may lie between two matching stretches if one of them is short."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words `start` to `end` of a passage stand where the source has its words `at` to `to`."""

    start: int
    end: int
    at: int
    to: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of words that a passage and its source share."""

    at: int
    start: int
    runs: int


def differences(passage: Sequence[Forms], evidence: Evidence) -> list[Difference]:
    """Give the differences in order; none where the passage is like no part of the source."""
    blocks = _blocks(evidence.coded(passage), evidence)
    if not blocks:
        return []
    run = evidence.run
    first, last = blocks[0], blocks[-1]
    found = []
    if first.start:
        # A hash that fails says that one of its words is wrong, and that it is not among those
        # which the next hash proves: only the last word before the match is sure to be.
        start = 0 if run == 1 else first.start - 1
        at = max(first.at - (first.start - start), 0)
        found.append(_trimmed(Difference(start, first.start, at, first.at), passage, evidence))
    for one, other in pairwise(blocks):
        start, at = one.start + one.runs + run - 1, one.at + one.runs + run - 1
        # Where a word repeats, both stretches may claim it.
        shared = max(start - other.start, at - other.at, 0)
        between = Difference(start, other.start + shared, at, other.at + shared)
        found.append(_after_marks(between, evidence))
    start, at = last.start + last.runs + run - 1, last.at + last.runs + run - 1
    if start < len(passage):
        end = len(passage) if run == 1 else start + 1
        to = min(at + end - start, evidence.size)
        found.append(_trimmed(Difference(start, end, at, to), passage, evidence))
    return found


def _blocks(coded: str, evidence: Evidence) -> list[_Block]:
    """The longest stretch they share, and those beside it that belong to the same place."""
    if len(coded) * len(evidence.runs) > _MOST_COMPARISONS:
        return []
    matcher = SequenceMatcher(None, evidence.runs, coded, autojunk=False)
    blocks = [_Block(*block) for block in matcher.get_matching_blocks() if block.size]
    long = 4 if evidence.run == 1 else 2
    longest = max(blocks, key=lambda block: block.runs, default=None)
    if longest is None or longest.runs < min(long, -(-len(coded) // 2)):
        return []
    kept = [longest]
    middle = blocks.index(longest)
    for block in reversed(blocks[:middle]):
        if block.runs >= long or _belongs(block, kept[0]):
            kept.insert(0, block)
    for block in blocks[middle + 1 :]:
        if block.runs >= long or _belongs(kept[-1], block):
            kept.append(block)
    return kept


def _belongs(one: _Block, other: _Block) -> bool:
    left_out = other.at - one.at - one.runs
    return left_out <= other.start - one.start - one.runs + _NEAR


def _after_marks(found: Difference, evidence: Evidence) -> Difference:
    """What is left out between two commas begins after the first, not with it."""
    start, at, to = found.start, found.at, found.to
    source = evidence.tokens
    if start != found.end:
        return found
    while at < to < len(source) and source[at].text == source[to].text and not source[at].is_word:
        start, at, to = start + 1, at + 1, to + 1
    return Difference(start, start, at, to)


def _trimmed(found: Difference, passage: Sequence[Forms], evidence: Evidence) -> Difference:
    """Without the words at its ends that agree; they agree unseen where there is no text."""
    start, end, at, to = found.start, found.end, found.at, found.to

    def agree(word: int, source: int) -> bool:
        return bool(evidence.tokens) and evidence.tokens[source].text in passage[word]

    while start < end and at < to and agree(start, at):
        start, at = start + 1, at + 1
    while start < end and at < to and agree(end - 1, to - 1):
        end, to = end - 1, to - 1
    return Difference(start, end, at, to)
