"""Tables: a row of heads, a line of dashes between bars, and rows; no cell is ever dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from xml.etree.ElementTree import Element, SubElement

_DASHES: Final = re.compile(r":?-+:?")
# A bar that is escaped, or stands within backticks, parts no cells.
_PART: Final = re.compile(r"\\.|(?P<ticks>`+)(?:(?!`).)+?(?P=ticks)(?!`)|(?P<bar>\|)")


@dataclass(frozen=True, slots=True)
class Found:
    """A table, and the line after it."""

    element: Element
    end: int


def at(lines: Sequence[str], start: int) -> Found | None:
    """The table whose heads stand at a line, if one does."""
    if start + 1 >= len(lines) or "|" not in lines[start] or "|" not in lines[start + 1]:
        return None
    dashes = _cells(lines[start + 1])
    if not all(_DASHES.fullmatch(cell) for cell in dashes):
        return None
    heads = _cells(lines[start])
    if len(dashes) != len(heads):
        return None
    end = start + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    rows = [heads, *(_cells(line) for line in lines[start + 2 : end])]
    width = max(map(len, rows))
    alignments = [_alignment(cell) for cell in dashes] + [""] * (width - len(dashes))
    table = Element("table", alignments=",".join(alignments))
    for cells in rows:
        row = SubElement(table, "row")
        for cell in (*cells, *[""] * (width - len(cells))):
            SubElement(row, "cell").text = cell
    return Found(table, end)


def _alignment(dashes: str) -> str:
    match dashes.startswith(":"), dashes.endswith(":"):
        case True, True:
            return "center"
        case True, False:
            return "left"
        case False, True:
            return "right"
    return ""


def _cells(line: str) -> list[str]:
    line = line.strip()
    bars = [found.start() for found in _PART.finditer(line) if found["bar"]]
    edges = [-1, *bars, len(line)]
    if bars[:1] == [0]:
        edges = edges[1:]
    if bars[-1:] == [len(line) - 1] and len(edges) > 2:
        edges = edges[:-1]
    return [line[left + 1 : right].strip() for left, right in pairwise(edges)]
