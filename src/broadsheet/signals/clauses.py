"""The clauses of a text: what a speaker vouches for ends where the clause does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from broadsheet.signals.lists import Lists, Script
from broadsheet.text.quoted import QUOTED

_SENTENCE: Final = re.compile(
    r"(?<=[.!?…؟])(?<!\b\d\.)(?<!\b\d\d\.)[”’»“\"')\]]*\s+|\n\s*\n|(?<=\])\s+|\s+(?=\[)"
    r"|(?<=[。！？])[”’」』》]*\s*"
)
"""Behind the end of a sentence; a day's number, as in “am 8. März”, is none."""
_COMMA: Final = re.compile(r"\s*[;:()؛；：（），]\s*|\s+[–—-]\s+|—+|[,،]\s+")
_COLONS: Final = frozenset(":：")
_TAIL: Final = 7
"""Words of the longest clause that only says who said the one before: “, said the mayor”."""
_SHORT: Final = 3
"""A shorter run between commas is no clause: “, in March,”.

In a script that parts no words, both are characters.
"""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, and where it stands."""

    text: str
    """What stands in quotation marks in it is blank: it is somebody else's."""
    start: int
    whole: str
    """The same with what is quoted."""


def clauses(text: str, lists: Lists) -> Iterator[Clause]:
    """Yield the clauses of a text in order.

    “That …” belongs to what was said before it, “, said the mayor” to what she said, and
    “according to the mayor,” to what follows.
    """
    own = QUOTED.sub(lambda found: " " * len(found[0]), text)
    for start, end in sentences(text):
        spans = [
            part
            for comma in _between(_COMMA, text, start, end)
            for part in _between_at(lists.apart.found(text[slice(*comma)]), *comma)
        ]
        for first, last in _joined(own, spans, lists):
            yield Clause(own[first:last], first, text[first:last])


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text begin and end."""
    return _between(_SENTENCE, text, 0, len(text))


def _between(mark: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in mark.finditer(text, start, end):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:end].strip():
        yield start, end


def _between_at(
    found: Iterator[tuple[int, int]], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Parts of a clause, each beginning with a word that begins a new one."""
    begin = start
    for at, _ in found:
        if at:
            yield begin, start + at
            begin = start + at
    yield begin, end


def _joined(own: str, spans: list[tuple[int, int]], lists: Lists) -> Iterator[tuple[int, int]]:
    held: tuple[int, int] | None = None
    opened = False
    for start, end in spans:
        part = own[start:end].strip()
        size = len(part) if lists.script is Script.UNPARTED else len(part.split())
        is_tail = size <= _TAIL and lists.speaks.holds(part) and not lists.numbers.holds(part)
        opened = opened and not lists.apart.begins(part)
        belongs = opened or lists.joins.begins(part) or size <= _SHORT or is_tail
        if held and belongs:
            held = (held[0], end)
        else:
            if held:
                yield held
            held = (start, end)
        # “told us that, in March, …” goes on as “according to the mayor, …” does, and “said: …”.
        opened = (opened and size <= _SHORT) or lists.joins.begins(part.split(" ")[-1])
        opened = opened or (size <= _TAIL and lists.opens.begins(own[held[0] : end].lstrip()))
        names = lists.speaks.holds(part) and own[end : end + 3].lstrip()[:1] in _COLONS
        opened = opened or names or (size <= _TAIL and lists.speaks.ends(part))
    if held:
        yield held
