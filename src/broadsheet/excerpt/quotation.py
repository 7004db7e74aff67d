"""`((quoted words))` in prose: finding them, and proving them against the excerpt.

`((words))` prints the words and their line, `((@words))` the line alone, and
`((first words … last words))` a span. In a pair, `((B: words))` says which text is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from broadsheet.excerpt.numbered import NumberedExcerpt, Stretch
from broadsheet.excerpt.passages import CUT, with_cuts

# Parentheses within the words come in pairs, so that in `(see ((the list)))` and in
# `((the list (so-called)))` the right two close it. Neither a `((` nor a blank line stands within:
# what is left open spoils no more than itself.
_NO_BLANK_LINE: Final = r"(?!\n[^\S\n]*\n)"
_WORDS: Final = rf"(?:{_NO_BLANK_LINE}[^()])"
_IN_PARENTHESES: Final = rf"\((?!\()(?:{_WORDS}|\({_WORDS}*+\))*+\)"
_MARK: Final = re.compile(
    rf"\(\((?P<inside>(?:{_IN_PARENTHESES}|(?!\(\(|\)\)){_NO_BLANK_LINE}.)*+)\)\)", re.DOTALL
)
_INSIDE: Final = re.compile(
    r"\s*(?P<alone>@)?\s*(?:(?P<label>[A-Z]):\s+(?P<late>@)?)?(?P<words>.*?)\s*", re.DOTALL
)
_SPAN: Final = re.compile(r"\s+(?:…|\.\.\.)\s+")

MARK_PATTERN: Final = _MARK.pattern
"""The marks as a regular expression, for the Markdown composer."""


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


class Problem(Enum):
    """Why a mark can't be proved."""

    EMPTY = "empty"
    NOT_THERE = "not there"
    SEVERAL = "several"
    BACKWARDS = "backwards"
    NO_SUCH_LABEL = "no such label"


@dataclass(frozen=True, slots=True)
class Unproved:
    """A mark that can't be proved: why, and about which of its words."""

    problem: Problem
    words: str
    lines: tuple[str, ...] = ()
    """For SEVERAL: the lines where the words stand, such as `4` or `B12`."""


def marks(prose: str) -> Iterator[Mark]:
    """Yield every `((…))` in prose, in order."""
    for found in _MARK.finditer(prose):
        yield mark_of(found["inside"], found.start(), found.end())


def mark_of(inside: str, start: int, end: int) -> Mark:
    """Read what stands between `((` and `))`."""
    parts = _INSIDE.fullmatch(inside)
    quoted = " ".join((parts["words"] if parts else inside).split())
    ends = _SPAN.split(quoted, maxsplit=1)
    return Mark(
        start=start,
        end=end,
        label=(parts["label"] or "") if parts else "",
        reference_only=bool(parts and (parts["alone"] or parts["late"])),
        first=ends[0],
        last=ends[1] if len(ends) == 2 else "",
    )


def unclosed(prose: str) -> Iterator[int]:
    """Yield the offset of each `((` that no `))` closes, and of each `))` that nothing opened.

    Where both are left, as around a blank line, only the first of the two is given. A `))` may
    also close parentheses within parentheses (as (here)).
    """
    bare = _MARK.sub(lambda found: " " * len(found[0]), prose)
    depth, opened = 0, False
    for found in re.finditer(r"\(\(?|\)\)?", bare):
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


def prove(mark: Mark, excerpts: Mapping[str, NumberedExcerpt]) -> Quotation | Unproved:
    """Find a mark's words in the excerpts, exactly once, or say why not."""
    label, first, last = mark.label, mark.first, mark.last
    if label and label not in excerpts:
        if "" in excerpts:
            # A single text has no labels: the capital and its colon are the excerpt's own words.
            label, first = "", f"{label}: {first}"
        else:
            return Unproved(Problem.NO_SUCH_LABEL, label)
    among = {label: excerpts[label]} if label else dict(excerpts)
    if not with_cuts(first).replace(CUT, ""):
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
    lines = (f"{excerpt.label}{excerpt.lines_of(at, at)[0]}" for excerpt, at in found)
    return Unproved(Problem.SEVERAL, wanted, lines=tuple(lines))
