"""What layout put where it can't be read: off the paper, over other words, behind an edge.

No check can see it before, since it hangs on paper, type and language; so a laid-out document is
looked through, box by box. WeasyPrint has no public names for its boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Any, Final, TypeAlias

from weasyprint.formatting_structure import boxes

from broadsheet.render.renderer import Astray

_MM: Final = 96 / 25.4
"""A millimetre in CSS's pixels, in which all of this is measured."""
SAFE: Final = 12 * _MM
"""Nearer to an edge of the paper than this, a copier may lose what is printed."""
_SLACK: Final = 1.0
_SQUARE: Final = "☐"
"""The square that is ticked: of all that is printed, nothing of it hangs below the line."""
_MOST_WORDS: Final = 60
"""Characters that a finding quotes."""


class How(StrEnum):
    """What is wrong with where something stands, as a sentence goes on after its words."""

    OFF = "runs off the paper"
    FOOT = "runs into the foot of the page"
    CUT = "is cut off"
    CELL = "runs out of its cell"
    OVER = "is printed over other words"


_Edges: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class _Within:
    """What the boxes below a box must keep within, each None where there is no such thing."""

    page: _Edges
    body: _Edges
    """Left and right as the page's, top and bottom of where its text may stand."""
    clip: _Edges | None = None
    cell: _Edges | None = None

    def inside(self, box: Any) -> _Within:
        """The same for what stands in `box`."""
        edges = (
            box.border_box_x(),
            box.border_box_y(),
            box.border_box_x() + box.border_width(),
            box.border_box_y() + box.border_height(),
        )
        within = self
        if box.style["overflow"] != "visible":
            within = replace(within, clip=edges)
        if isinstance(box, boxes.TableCellBox | boxes.MarginBox):
            within = replace(within, cell=edges)
        return within


@dataclass(frozen=True, slots=True)
class _Placed:
    """Something printed: what it says, and the edges of its ink."""

    words: str
    edges: _Edges
    how: How | None


def astray(document: Any) -> tuple[Astray, ...]:
    """What of a laid-out document can't be read, at most once for each page and fault."""
    found: list[Astray] = []
    for number, page in enumerate(document.pages, start=1):
        placed = list(_placed(page._page_box))  # noqa: SLF001
        faults = [(each.how, each.words) for each in placed if each.how]
        faults += [(How.OVER, words) for words in _overprinted(placed)]
        faults.sort(key=lambda fault: list(How).index(fault[0]))
        for how, same in groupby(faults, key=lambda fault: fault[0]):
            words = " ".join(words for _, words in same if words)
            found.append(Astray(number, how.value, _first_of(words)))
    return tuple(found)


def _first_of(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…"


def _placed(page: Any) -> Iterator[_Placed]:
    width, height = page.margin_width(), page.margin_height()
    paper = (SAFE, SAFE, width - SAFE, height - SAFE)
    top = page.content_box_y()
    body = (SAFE, top, width - SAFE, top + page.height)
    for child in page.children:
        furniture = isinstance(child, boxes.MarginBox)
        yield from _below(child, _Within(paper, paper if furniture else body))


def _below(box: Any, within: _Within) -> Iterator[_Placed]:
    """Yield what is printed of a box and of all that stands in it."""
    if isinstance(box, boxes.TextBox):
        if box.text.strip():
            edges = _ink(box)
            yield _Placed(box.text, edges, _fault(edges, within))
        return
    if isinstance(box, boxes.ReplacedBox):
        x, y = box.content_box_x(), box.content_box_y()
        edges = (x, y, x + box.width, y + box.height)
        yield _Placed("", edges, _fault(edges, within))
        return
    if not isinstance(box, boxes.ParentBox):
        return
    if isinstance(box, boxes.BlockContainerBox) and not isinstance(box, boxes.PageBox):
        within = within.inside(box)
    for child in box.children:
        yield from _below(child, within)


def _ink(box: Any) -> _Edges:
    """The edges of a line's letters; the box itself reaches as high and low as its face might."""
    left, base, size = box.position_x, box.position_y + box.baseline, box.style["font_size"]
    top = max(box.position_y + 0.15 * box.height, base - size)
    deep = 0 if box.text.strip() == _SQUARE else 0.35 * size
    bottom = min(box.position_y + 0.85 * box.height, base + deep)
    return left, top, left + box.width, bottom


def _fault(edges: _Edges, within: _Within) -> How | None:
    if within.clip and _leaves(edges, within.clip):
        return How.CUT
    if _leaves(edges, within.page):
        return How.OFF
    if _leaves(edges, within.body):
        return How.FOOT
    if within.cell and _leaves(edges, within.cell, only_across=True):
        return How.CELL
    return None


def _leaves(edges: _Edges, within: _Edges, *, only_across: bool = False) -> bool:
    left, top, right, bottom = edges
    across = left < within[0] - _SLACK or right > within[2] + _SLACK
    return across or (not only_across and (top < within[1] - _SLACK or bottom > within[3] + _SLACK))


def _overprinted(placed: list[_Placed]) -> Iterator[str]:
    """Yield words that stand on other words; a page's are compared with those that begin above."""
    lines = sorted((each for each in placed if each.words), key=lambda each: each.edges[1])
    open_lines: list[_Placed] = []
    for line in lines:
        left, top, right, _ = line.edges
        open_lines = [above for above in open_lines if above.edges[3] > top + _SLACK]
        for above in open_lines:
            if above.edges[0] < right - _SLACK and left < above.edges[2] - _SLACK:
                depth = min(above.edges[3], line.edges[3]) - top
                height = min(each.edges[3] - each.edges[1] for each in (above, line))
                if depth > height / 3:
                    yield line.words
                    break
        open_lines.append(line)
