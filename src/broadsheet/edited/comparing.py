"""What was changed in a file: its words held against those of the file as it was made.

Words are compared as quotations are: white space, the shape of quotation marks and what nobody sees
make no difference, so that a file which another program has saved anew is not a changed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from typing import Final, TypeAlias

from broadsheet.edited.archive import NotWordError
from broadsheet.edited.reading import Said, WordFile
from broadsheet.text.tokens import tokens

_MOST: Final = 40_000
"""Most words and marks of a file that is compared; teacher's notes have a tenth of them."""
_LINE: Final = "line_"
_QUOTED: Final = "Broadsheet Quotation"
_NUMBERS: Final = ("Broadsheet Line Number", "Broadsheet Flowing Number")
_HEADINGS: Final = ("heading 1", "heading 2", "broadsheet lens", "title")
_QUESTION: Final = "Broadsheet Question"
_BETWEEN: Final = 2
"""Most words between two changes that are told as one."""
_SHOWN: Final = 40
"""Letters of a heading that are told."""

Steps: TypeAlias = Sequence[tuple[str, int, int, int, int]]


class Part(Enum):
    """What words belong to."""

    EXCERPT = "the words of a source"
    QUOTATION = "words of a source, quoted"
    OTHER = "anything else"


@dataclass(frozen=True, slots=True)
class Where:
    """Where words stand, as a teacher finds them."""

    part: Part
    named: str
    """`line 12`, `question 3`, `under “Framing”`."""
    quotation: int = -1
    """Which of all quotations they belong to, counted from 0."""


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


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    paragraph: int
    start: int
    end: int
    where: Where


_NOWHERE: Final = Where(Part.OTHER, "at the beginning")


def changes(made: WordFile, edited: WordFile) -> list[Change]:
    """Give every change, in the order of the file. Raises NotWordError where it is far too long."""
    before, now = _Text(made), _Text(edited)
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


class _Text:
    """The words of a file, each with where it stands."""

    def __init__(self, file: WordFile) -> None:
        self.paragraphs = file.paragraphs
        self.words: list[_Word] = []
        self._here, self._quotations = _NOWHERE, 0
        for index, paragraph in enumerate(file.paragraphs):
            self._read(index, paragraph)
            if len(self.words) > _MOST:
                raise NotWordError(
                    f"has more than {_MOST:,} words and marks",
                    "no document of ours is so long; take out what does not belong to it",
                )

    def _read(self, index: int, paragraph: Said) -> None:
        self._here = _heading(paragraph) or self._here
        spans = [(begin, end, style) for begin, end, style in paragraph.spans]
        quoted = _joined([each for each in spans if each[2] == _QUOTED])
        numbers = [each[:2] for each in spans if each[2] in _NUMBERS]
        for token in tokens(paragraph.text):
            where = self._here
            line = next((name for at, name in reversed(paragraph.places) if at <= token.start), "")
            if line.startswith(_LINE) and not _within(token.start, numbers):
                where = Where(Part.EXCERPT, f"line {line.removeprefix(_LINE)}")
            for at, (begin, end) in enumerate(quoted):
                if begin <= token.start < end:
                    where = Where(Part.QUOTATION, where.named, self._quotations + at)
            self.words.append(_Word(token.text, index, token.start, token.end, where))
        self._quotations += len(quoted)

    def between(self, first: int, last: int) -> str:
        """The words from one to before another, as they stand."""
        told = self.words[first:last]
        parts = groupby(told, key=lambda word: word.paragraph)
        pieces = []
        for paragraph, group in parts:
            words = list(group)
            pieces.append(self.paragraphs[paragraph].text[words[0].start : words[-1].end])
        return " ".join(" ".join(pieces).split())


def _heading(paragraph: Said) -> Where | None:
    """Where what follows a paragraph stands."""
    if paragraph.style == _QUESTION:
        number = re.match(r"\s*([0-9]+)\t", paragraph.text)
        return Where(Part.OTHER, f"question {number[1]}") if number else None
    if paragraph.style.lower() in _HEADINGS and paragraph.text.strip():
        told = " ".join(paragraph.text.split())
        told = told if len(told) <= _SHOWN else f"{told[:_SHOWN]}…"
        return Where(Part.OTHER, f"under “{told}”")
    return None


def _joined(spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Stretches that touch each other, as one."""
    joined: list[tuple[int, int]] = []
    for begin, end, _ in spans:
        if joined and joined[-1][1] == begin:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(begin <= at < end for begin, end in spans)


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


def _run_together(steps: Steps, words: Sequence[_Word]) -> Steps:
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


def _changes(before: _Text, now: _Text, step: tuple[int, int, int, int]) -> Iterator[Change]:
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


def _place_of_added(before: _Text, now: _Text, step: tuple[int, int, int, int]) -> Where:
    """Where added words stand: with their neighbours in the paragraph, or between two others."""
    first, _, begin, end = step
    behind = before.words[first - 1].where if first else _NOWHERE
    ahead = before.words[first].where if first < len(before.words) else _NOWHERE
    words = now.words
    if begin and words[begin - 1].paragraph == words[begin].paragraph:
        return behind
    if end < len(words) and words[end].paragraph == words[end - 1].paragraph:
        return ahead
    if behind.part is ahead.part is Part.EXCERPT:
        return Where(Part.EXCERPT, f"after {behind.named}")
    return Where(Part.OTHER, behind.named)


def _of_quotation(before: _Text, now: _Text, where: Where, steps: Steps) -> Change:
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
