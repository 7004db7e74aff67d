r"""The form of an excerpt: what becomes of the lines that its author typed.

Prose folds them. Verse keeps each. A mixed text says line by line what it is, by the mark that the
line begins with:

- `| ` a line that ends where it is typed to end: verse, a salutation, a signature, an address
- `## ` a sub-heading
- `- ` or `1. ` an item of a list
- `> ` a quotation set apart
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from broadsheet.lesson.models import Form as Form


class Shape(Enum):
    """What a paragraph is on the page."""

    PROSE = "a paragraph"
    LINES = "lines that end where the source's do"
    HEADING = "a sub-heading"
    ITEM = "an item of a list"
    SET_APART = "a quotation set apart"


@dataclass(frozen=True, slots=True)
class Block:
    """Some typed lines that make one paragraph."""

    shape: Shape
    lines: tuple[tuple[int, int], ...]
    """Where each line's own words stand in the excerpt as typed."""
    marks: tuple[tuple[int, str], ...] = ()
    """What its lines begin with, and where, if the source may have it too."""
    indents: tuple[int, ...] = ()
    """By how many blanks each line is set in."""


_LINE: Final = re.compile(
    r"(?P<indent>[^\S\n]*)"
    r"(?:(?P<kept>\|(?:[ ]|$))(?P<inner>[ ]*)|(?P<heading>\#{1,6})[ ]+"
    r"|(?P<item>[-–•*]|\d{1,3}[.)])[ ]+|(?P<apart>>)[ ]?)?(?P<words>.*)",
)


def blocks(excerpt: str, start: int, end: int, form: Form | None) -> Iterator[Block]:
    """Part some lines between two blank ones into what each of them says that it is."""
    lines = list(_lines(excerpt, start, end))
    if form == "verse":
        yield _kept(excerpt, lines)
    elif form == "mixed":
        yield from _mixed(excerpt, lines)
    else:
        yield Block(Shape.PROSE, ((start, end),))


def _lines(excerpt: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    # The blanks before the first line are a part of its indent.
    start = excerpt.rfind("\n", 0, start) + 1
    while start < end:
        stop = excerpt.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _kept(excerpt: str, lines: list[tuple[int, int]]) -> Block:
    indents = [len(excerpt[a:b]) - len(excerpt[a:b].lstrip()) for a, b in lines]
    return Block(
        Shape.LINES,
        tuple((a + indent, b) for (a, b), indent in zip(lines, indents, strict=True)),
        (),
        tuple(indents),
    )


def _mixed(excerpt: str, lines: list[tuple[int, int]]) -> Iterator[Block]:
    block: Block | None = None
    for start, end in lines:
        one = _line(excerpt, start, end)
        if block and (goes_on := _joined(block, one)):
            block = goes_on
        else:
            if block:
                yield block
            block = one
    if block:
        yield block


def _line(excerpt: str, start: int, end: int) -> Block:
    found = _LINE.match(excerpt, start, end)
    if found is None:  # the pattern takes every line
        return Block(Shape.PROSE, ((start, end),))
    words = (found.span("words"),)
    if found["kept"] is not None:
        return Block(Shape.LINES, words, (), (len(found["inner"]),))
    for name, shape in _SHAPES.items():
        if found[name]:
            return Block(shape, words, ((found.start(name), found[name]),))
    return Block(Shape.PROSE, words)


_SHAPES: Final = {
    "heading": Shape.HEADING,
    "item": Shape.ITEM,
    "apart": Shape.SET_APART,
}


def _joined(block: Block, one: Block) -> Block | None:
    """A line that goes on with those before it: the next line kept, or one without a mark."""
    lines = (*block.lines, *one.lines)
    if one.shape is block.shape and one.shape in (Shape.LINES, Shape.SET_APART):
        return Block(block.shape, lines, (*block.marks, *one.marks), (*block.indents, *one.indents))
    if one.shape is Shape.PROSE and block.shape in (Shape.PROSE, Shape.ITEM, Shape.SET_APART):
        return Block(block.shape, lines, block.marks)
    return None
