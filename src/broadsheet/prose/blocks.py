"""The block grammar: paragraphs, headings, lists, block quotations and tables.

The library's own makes `3. Oktober` the first item of a list, `#MeToo` a heading, a line of
underscores a rule and an indented line code, and runs a list together with the line above it. This
one never takes a sign for markup unless `docs/format.md` names it, keeps the numbers that were
typed, and reads every line once for each level of nesting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

from broadsheet.prose import tables

DEEPEST: Final = 6
"""Levels of lists and block quotations within each other; what is deeper stands as typed."""

_NESTED: Final = 2
"""Blanks by which an item is indented to stand within the one above it."""

_HEADING: Final = re.compile(r" {0,3}(?P<signs>#{1,6}) +(?P<words>\S.*)")
_RULED: Final = re.compile(r" *_{3}[_ ]*")
_QUOTED: Final = re.compile(r" {0,3}>(?: (?P<words>.*))?")
_ITEM: Final = re.compile(r"(?P<indent> *)(?P<mark>[-*+•]|\d{1,9}[.)]|[^\W\d_]\)) +(?P<words>\S.*)")


@dataclass(slots=True)
class _Item:
    mark: str
    lines: list[str]


@dataclass(slots=True)
class _List:
    kind: str
    """What its marks have in common: empty for bullets, else what follows the number."""
    items: list[_Item] = field(default_factory=list)
    nested: bool = False
    """True where an item has further items within it."""
    end: int = 0
    """The line after its last."""


class Blocks(BlockProcessor):
    """Reads all blocks at once, line by line, into elements."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the library's signature
        """There is no block that it leaves to others."""
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Turn all that is left into elements below `parent`."""
        lines = "\n\n".join(blocks).split("\n")
        blocks.clear()
        _Reader(lines).into(parent)


class _Reader:
    """Reads the lines of one level."""

    def __init__(self, lines: Sequence[str], depth: int = 0, *, in_item: bool = False) -> None:
        self._lines, self._depth, self._in_item = lines, depth, in_item
        self._running: list[str] = []
        self._no_list_before = 0

    def into(self, parent: Element) -> None:
        """Append what the lines hold to an element."""
        at = 0
        while at < len(self._lines):
            at = self._next(parent, at)
        self._end_paragraph(parent)

    def _next(self, parent: Element, at: int) -> int:
        """Take in what begins at a line; give the line after it."""
        line = self._lines[at]
        if not line.strip():
            self._end_paragraph(parent)
        elif heading := _HEADING.fullmatch(line):
            self._end_paragraph(parent)
            element = SubElement(parent, "heading", level=str(len(heading["signs"])))
            element.text = heading["words"].rstrip()
        elif _RULED.fullmatch(line):
            self._end_paragraph(parent)
            SubElement(parent, "ruled")
        elif table := tables.at(self._lines, at):
            self._end_paragraph(parent)
            parent.append(table.element)
            return table.end
        elif self._depth < DEEPEST and _QUOTED.fullmatch(line):
            self._end_paragraph(parent)
            return self._quotation(parent, at)
        elif self._depth < DEEPEST and (found := self._list(at)):
            self._end_paragraph(parent)
            self._build(parent, found)
            return found.end
        else:
            self._running.append(line)
        return at + 1

    def _end_paragraph(self, parent: Element) -> None:
        if self._running:
            paragraph = SubElement(parent, "paragraph")
            paragraph.text = "\n".join(self._running).strip()
            self._running.clear()

    def _quotation(self, parent: Element, at: int) -> int:
        inner = []
        while at < len(self._lines) and (quoted := _QUOTED.fullmatch(self._lines[at])):
            inner.append(quoted["words"] or "")
            at += 1
        _Reader(inner, self._depth + 1).into(SubElement(parent, "quotation"))
        return at

    def _build(self, parent: Element, found: _List) -> None:
        box = SubElement(parent, "list", numbered="yes" if found.kind else "")
        for item in found.items:
            within = _Reader(item.lines, self._depth + 1, in_item=True)
            within.into(SubElement(box, "item", mark=item.mark))

    def _list(self, at: int) -> _List | None:
        """The list that begins at a line, if the lines make one.

        A lone item is no list: a day (`3. Oktober`), a year, a footnote's star, a dash; but under
        another item it is. Numbers right under other words are a list where they count up, or
        where all are alike.
        """
        first = _ITEM.fullmatch(self._lines[at]) if at >= self._no_list_before else None
        if not first:
            return None
        found = self._collected(at)
        lone = len(found.items) == 1 and not found.nested
        if (lone and not (self._in_item and at)) or (
            self._running and found.kind and not _count_up(found.items)
        ):
            self._no_list_before = found.end
            return None
        return found

    def _collected(self, at: int) -> _List:
        """The items from a line on, each with the lines that belong to it."""
        found = _List("")
        outer, inner, offset, blank = 0, 0, 0, False
        while at < len(self._lines):
            line = self._lines[at]
            item = _ITEM.fullmatch(line)
            indent = len(line) - len(line.lstrip(" "))
            if not line.strip():
                blank = True
            elif item and (not found.items or indent < outer + _NESTED):
                kind = item["mark"][1:] and item["mark"][-1]
                if not found.items:
                    found.kind, outer = kind, indent
                if kind != found.kind:
                    break
                found.items.append(_Item(item["mark"], [item["words"]]))
                offset, inner = item.start("words"), indent + _NESTED
                found.end, blank = at + 1, False
            elif indent >= inner or not (blank or self._begins(at)):
                kept = found.items[-1].lines
                kept += [""] * blank + [line[min(indent, offset) :]]
                found.nested |= bool(item) and indent >= inner
                found.end, blank = at + 1, False
            else:
                break
            at += 1
        return found

    def _begins(self, at: int) -> bool:
        """Tell whether a line begins something else than a paragraph."""
        line = self._lines[at]
        patterns = (_HEADING, _RULED, _QUOTED)
        return any(pattern.fullmatch(line) for pattern in patterns) or bool(
            tables.at(self._lines, at)
        )


def _count_up(items: Sequence[_Item]) -> bool:
    """Tell whether numbers or letters follow each other, or are all the same."""
    numbers = [item.mark[:-1] for item in items]
    values = [int(number) if number.isdecimal() else ord(number) for number in numbers]
    return len(set(values)) == 1 or values == [values[0] + at for at in range(len(values))]
