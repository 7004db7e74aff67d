"""What was changed in a file: its words held against those of the file as it was made.

Words are compared as quotations are: white space, the shape of quotation marks and what nobody sees
make no difference, so that a file which another program has saved anew is not a changed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, TypeAlias

from broadsheet.edited.reading import WordFile
from broadsheet.edited.words import NOWHERE, Part, Text, Where, Word

_BETWEEN: Final = 2
"""Most words between two changes that are told as one."""
Steps: TypeAlias = Sequence[tuple[str, int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Change:
    """A change of words."""

    where: Where
    before: str
    """The words as they were made; empty where words were added."""
    now: str
    """The words as they are now; empty where words were taken out.

    Of a quotation, both are the whole of it.
    """


def changes(made: WordFile, edited: WordFile) -> list[Change]:
    """Give every change, in the order of the file. Raises NotWordError where it is far too long."""
    before, now = Text(made), Text(edited)
    found: list[Change] = []
    told: set[int] = set()
    alike = _steps([word.text for word in before.words], [word.text for word in now.words])
    steps = _run_together(alike, before.words)
    for kind, first, last, begin, end in steps:
        if kind == "equal":
            continue
        for change in _changes(before, now, (first, last, begin, end)):
            quotation = change.where.quotation
            if quotation < 0:
                found.append(change)
            elif quotation not in told:
                told.add(quotation)
                found.append(_of_quotation(before, now, change.where, steps))
    return found


def _steps(before: Sequence[str], now: Sequence[str]) -> Steps:
    """From the words as they were to those that are: what begins and ends alike is passed over."""
    head = 0
    most = min(len(before), len(now))
    while head < most and before[head] == now[head]:
        head += 1
    tail = 0
    while tail < most - head and before[-1 - tail] == now[-1 - tail]:
        tail += 1
    matcher = SequenceMatcher(
        None, before[head : len(before) - tail], now[head : len(now) - tail], autojunk=False
    )
    middle = [
        (kind, first + head, last + head, begin + head, end + head)
        for kind, first, last, begin, end in matcher.get_opcodes()
    ]
    ends = ("equal", len(before) - tail, len(before), len(now) - tail, len(now))
    return [("equal", 0, head, 0, head), *middle, ends]


def _run_together(steps: Steps, words: Sequence[Word]) -> Steps:
    """The same steps; changes with a word or two between them in one place are one change."""
    joined: list[tuple[str, int, int, int, int]] = []
    for step in steps:
        kind, first, last, _, end = step
        if kind == "equal" and first == last:
            continue
        if kind != "equal" and len(joined) > 1 and joined[-1][0] == "equal" != joined[-2][0]:
            between, earlier = joined[-1], joined[-2]
            places = {word.where for word in words[earlier[1] : max(last, first + 1)]}
            if between[2] - between[1] <= _BETWEEN and len(places) == 1:
                joined[-2:] = [("replace", earlier[1], last, earlier[3], end)]
                continue
        joined.append(step)
    return joined


def _changes(before: Text, now: Text, step: tuple[int, int, int, int]) -> Iterator[Change]:
    """What one step comes to, for each place that it touches."""
    first, last, begin, end = step
    added = now.between(begin, end)
    if first == last:
        yield Change(_place_of_added(before, now, step), "", added)
        return
    at = first
    for where, group in groupby(before.words[first:last], key=lambda word: word.where):
        count = len(list(group))
        yield Change(where, before.between(at, at + count), added)
        at += count
        added = ""


def _place_of_added(before: Text, now: Text, step: tuple[int, int, int, int]) -> Where:
    """Where added words stand: with their neighbours in the paragraph, or between two others."""
    first, _, begin, end = step
    behind = before.words[first - 1].where if first else NOWHERE
    ahead = before.words[first].where if first < len(before.words) else NOWHERE
    words = now.words
    if begin and words[begin - 1].paragraph == words[begin].paragraph:
        return behind
    if end < len(words) and words[end].paragraph == words[end - 1].paragraph:
        return ahead
    if behind.part is ahead.part is Part.EXCERPT:
        return Where(Part.EXCERPT, f"after {behind.named}")
    return Where(Part.OTHER, behind.named)


def _of_quotation(before: Text, now: Text, where: Where, steps: Steps) -> Change:
    """The whole of a quotation, as it was and as it is."""
    held = [at for at, word in enumerate(before.words) if word.where.quotation == where.quotation]
    first, last = held[0], held[-1]
    begin, _ = _now_at(first, steps)
    _, end = _now_at(last, steps)
    return Change(where, before.between(first, last + 1), now.between(begin, end))


def _now_at(word: int, steps: Steps) -> tuple[int, int]:
    """From where to where a word, or what stands in its place, is now."""
    kind, at, _, begin, end = next(step for step in steps if step[1] <= word < step[2])
    now = begin + word - at
    return (now, now + 1) if kind == "equal" else (begin, end)
