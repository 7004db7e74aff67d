"""The words of a file of Word's, each with where it stands as a teacher finds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Final

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
_SHOWN: Final = 40
"""Letters of a heading that are told."""


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
class Word:
    """A word or a mark."""

    text: str
    paragraph: int
    start: int
    end: int
    where: Where


NOWHERE: Final = Where(Part.OTHER, "at the beginning")


class Text:
    """The words of a file, each with where it stands."""

    def __init__(self, file: WordFile) -> None:
        self.paragraphs = file.paragraphs
        self.words: list[Word] = []
        self._here, self._quotations = NOWHERE, 0
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
            self.words.append(Word(token.text, index, token.start, token.end, where))
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
