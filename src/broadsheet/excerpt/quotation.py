"""`((quoted words))` in prose: finding them, and proving them against the excerpt.

`((words))` prints the words and their line, `((@words))` the line alone, and
`((first words … last words))` a span. In a pair, `((B: words))` says which text is meant.
`((#picture))` points at the picture of a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from broadsheet.excerpt.numbered import NumberedExcerpt, Stretch
from broadsheet.text.brackets import CUT, printed

MARK_BEGINS: Final = r"\((?=\()"
"""A regular expression for where a mark may begin: `mark_at` says whether one does."""

PICTURE: Final = "#picture"
"""What stands in a mark for the picture of a source."""

PREFIX: Final = re.compile(r"\s*(?P<alone>@)?\s*(?:(?P<label>[A-Z]):\s+(?P<late>@)?)?")
"""What stands in a mark before its words: `@`, and the label of the text that is meant."""

_SIGN: Final = re.compile(r"[()]|\n[^\S\n]*\n")
"""A parenthesis, or the blank line that no quotation runs across."""
_LINES_NAMED: Final = 12
"""So many places are named where words stand more than once."""
_SPAN: Final = re.compile(r"\s+(?:…|\.\.\.)\s+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A `((…))` as it stands in prose, not yet proved."""

    start: int
    end: int
    label: str
    """`A` or `B` where the author names one, else empty."""
    reference_only: bool
    """True for `((@words))`, which prints the line's number alone."""
    first: str
    """The words quoted, or the first words of a span."""
    last: str
    """The last words of a span, else empty."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A proved quotation: the excerpt's own words, and the lines on which they stand."""

    label: str
    text: str
    """The words as the excerpt has them; a span keeps its ends, joined by " … "."""
    first_line: int
    last_line: int
    reference_only: bool


@dataclass(frozen=True, slots=True)
class Pictured:
    """A mark that points at the picture of a source."""

    label: str
    """`A` or `B` in a pair, else empty."""


class Problem(Enum):
    """Why a mark can't be proved."""

    EMPTY = "empty"
    NOT_THERE = "not there"
    SEVERAL = "several"
    BACKWARDS = "backwards"
    NO_SUCH_LABEL = "no such label"
    NO_PICTURE = "no picture"
    SEVERAL_PICTURES = "several pictures"


@dataclass(frozen=True, slots=True)
class Unproved:
    """A mark that can't be proved: why, and about which of its words."""

    problem: Problem
    words: str
    lines: tuple[str, ...] = ()
    """For SEVERAL: the lines where the words stand first, such as `4` or `B12`."""
    times: int = 0
    """For SEVERAL: how often the words stand."""


def marks(prose: str) -> Iterator[Mark]:
    """Yield every `((…))` in prose, in order."""
    at = prose.find("((")
    while at >= 0:
        mark = mark_at(prose, at)
        if mark:
            yield mark
        at = prose.find("((", mark.end if mark else at + 1)


def mark_at(prose: str, start: int) -> Mark | None:
    """Give the mark that begins at an offset, if one does."""
    end = _closing(prose, start + 2) if prose.startswith("((", start) else -1
    if end < 0:
        return None
    inside = prose[start + 2 : end]
    prefix = PREFIX.match(inside)
    words, label, alone = inside, "", False
    if prefix:
        words, label = inside[prefix.end() :], prefix["label"] or ""
        alone = bool(prefix["alone"] or prefix["late"])
    first, *last = _SPAN.split(" ".join(words.split()), maxsplit=1)
    return Mark(start, end + 2, label, alone, first, "".join(last))


def _closing(prose: str, at: int) -> int:
    """Offset of the `))` that closes what is open at `at`; -1 where none does.

    Parentheses within the words come in pairs, so that in `(see ((the list)))` and in
    `((the list (so-called)))` the right two close it. Neither a `((` nor a blank line stands
    within: what is left open spoils no more than itself. So no character is looked at more than a
    few times, however many parentheses there are.
    """
    while found := _SIGN.search(prose, at):
        at = found.start()
        if prose.startswith("))", at):
            return at
        if found[0] not in "()" or prose.startswith("((", at):
            return -1
        at = (_past_pair(prose, at) if found[0] == "(" else 0) or at + 1
    return -1


def _past_pair(prose: str, start: int) -> int:
    """Offset after the parenthesis that closes the one at `start`; 0 where none does.

    Between them may stand pairs that hold no further ones.
    """
    within = False
    for found in _SIGN.finditer(prose, start + 1):
        if found[0] == ")" and not within:
            return found.end()
        if found[0] != (")" if within else "("):
            return 0
        within = not within
    return 0


def unclosed(prose: str) -> Iterator[int]:
    """Yield the offset of each `((` that no `))` closes, and of each `))` that nothing opened.

    Where both are left, as around a blank line, only the first of the two is given. A `))` may
    also close parentheses within parentheses (as (here)).
    """
    depth, opened = 0, False
    for found in re.finditer(r"\(\(?|\)\)?", _without_marks(prose)):
        match found[0]:
            case "((":
                opened = True
                yield found.start()
            case "(":
                depth += 1
            case ")":
                depth = max(depth - 1, 0)
            case _ if depth >= 2:
                depth -= 2
            case _ if opened:
                opened = False
            case _:
                yield found.start()


def _without_marks(prose: str) -> str:
    """The prose with a blank for each character of a mark."""
    parts, at = [], 0
    for mark in marks(prose):
        parts += [prose[at : mark.start], " " * (mark.end - mark.start)]
        at = mark.end
    return "".join([*parts, prose[at:]])


def prove(mark: Mark, excerpts: Mapping[str, NumberedExcerpt]) -> Quotation | Pictured | Unproved:
    """Find a mark's words in the excerpts, exactly once, or say why not."""
    label, first, last = mark.label, mark.first, mark.last
    if label and label not in excerpts:
        if "" in excerpts:
            # A single text has no labels: the capital and its colon are the excerpt's own words.
            label, first = "", f"{label}: {first}"
        else:
            return Unproved(Problem.NO_SUCH_LABEL, label)
    among = {label: excerpts[label]} if label else dict(excerpts)
    if first == PICTURE and not last:
        return _pictured(among)
    if not printed(first).replace(CUT, ""):
        return Unproved(Problem.EMPTY, "")
    opening = _only(first, among)
    if isinstance(opening, Unproved):
        return opening
    excerpt, start = opening
    end = start
    if last:
        closing = _only(last, {excerpt.label: excerpt})
        if isinstance(closing, Unproved):
            return closing
        end = closing[1]
        if (end.paragraph, end.start) < (start.paragraph, start.end):
            return Unproved(Problem.BACKWARDS, last)
    text = excerpt.words_at(start)
    if last:
        text = f"{text} … {excerpt.words_at(end)}"
    first_line, last_line = excerpt.lines_of(start, end)
    return Quotation(excerpt.label, text, first_line, last_line, mark.reference_only)


def _pictured(among: Mapping[str, NumberedExcerpt]) -> Pictured | Unproved:
    """The one picture of some sources, or why none is meant."""
    labels = [label for label, excerpt in among.items() if excerpt.has_picture]
    if len(labels) == 1:
        return Pictured(labels[0])
    return Unproved(Problem.SEVERAL_PICTURES if labels else Problem.NO_PICTURE, PICTURE)


def _only(
    wanted: str, among: Mapping[str, NumberedExcerpt]
) -> tuple[NumberedExcerpt, Stretch] | Unproved:
    found = [
        (excerpt, stretch) for excerpt in among.values() for stretch in excerpt.occurrences(wanted)
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        return Unproved(Problem.NOT_THERE, wanted)
    lines = (f"{each.label}{each.lines_of(at, at)[0]}" for each, at in found[:_LINES_NAMED])
    return Unproved(Problem.SEVERAL, wanted, tuple(lines), len(found))
