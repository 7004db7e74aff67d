"""Spare room at the end of a page, given to the rooms to answer that stand on it.

Where a page would end with more than 25 mm of blank paper, because what comes next did not fit or
because nothing comes, its rooms grow until it is full, by half at most and all of them alike. A
page that is begun for a few lines is spared by smaller gaps, and by numbered lines that stand a
little closer; where these don't help, a question of the page before comes with a last one. No
document takes more pages for that: what would is left as it was. Texts that would have leaves of
their own share a side that holds them all.

This asks WeasyPrint's boxes, which have no public names, and sets styles on the elements that they
are made of, for one more layout or two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from weasyprint.formatting_structure.boxes import MarginBox, TableRowBox, TableRowGroupBox

Styles: TypeAlias = Mapping[Any, str]
"""CSS for elements of the document's own tree, besides what they have."""

_MM: Final = 96 / 25.4
_BLANK: Final = 25 * _MM
"""What may stay empty at the end of a page, in CSS pixels as all measures here."""
_MOST: Final = 1.5
"""How many times as high a room may become."""
_FEW: Final = 0.25
"""The part of a page below which it is begun for a few lines."""
_CLOSER: Final = 0.6
"""What is left of a gap where gaps are made smaller."""
_TIGHTER: Final = 0.93
"""What is left of the distance of numbered lines there."""
_BETWEEN: Final = 6 * _MM
"""What parts texts that share a side."""
_SPARE: Final = 0.2 * _MM
"""What heights may differ by for being rounded."""

_ROOMS: Final = frozenset({"rule", "box", "room-field", "cell-field"})
"""Classes of what is written in; the cells of a `table.room` are rooms too."""
_UNITS: Final = frozenset({"together", "question", "own-notes"})
"""Classes of what is not parted from itself."""
_APART: Final = "on-recto"
"""The class of what begins a leaf of its own."""
_GAPS: Final = frozenset({"lens", "leaving", *_UNITS})
"""Classes of what has gaps before or behind it that may be smaller."""


@dataclass(frozen=True)
class _Room:
    """Something to write in, on one page."""

    heights: tuple[tuple[Any, float], ...]
    """The elements that grow with it, each with its height."""
    height: float
    top: float


@dataclass(frozen=True)
class _Leaf:
    """A page, as far as it is filled."""

    top: float
    bottom: float
    """Where what stands on it ends."""
    end: float
    """Where it must end."""
    rooms: tuple[_Room, ...]
    units: tuple[tuple[Any, float], ...]
    """The elements that begin on it and are not parted, each with its top."""

    @property
    def is_for_a_few_lines(self) -> bool:
        return 0 < self.bottom - self.top < _FEW * (self.end - self.top)


def fitted(document: Any, again: Callable[[Styles], Any]) -> Any:
    """Give WeasyPrint's document with the spare room of its pages given back.

    `again` lays the same document out with more styles, which replace those of the time before. It
    is called twice at most, and not at all where every page is full.
    """
    leaves = _leaves(document)
    styles = _side_by_side(document, leaves)
    if styles:
        shared = again(styles)
        return shared if len(shared.pages) == 1 else document
    if any(leaf.is_for_a_few_lines for leaf in leaves[1:]):
        closer = _closer(document)
        tried = again(closer)
        if len(tried.pages) < len(document.pages):
            document, leaves, styles = tried, _leaves(tried), closer
    if not styles and len(leaves) > 1 and leaves[-1].is_for_a_few_lines:
        leaves, styles = _shared(leaves)
    grown = _grown(leaves)
    if not grown and not styles:
        return document
    fuller = again(_joined(styles, grown))
    return fuller if _is_kept(_leaves(fuller), leaves) else document


def _leaves(document: Any) -> list[_Leaf]:
    return [_leaf(page._page_box) for page in document.pages]  # noqa: SLF001


def _leaf(page: Any) -> _Leaf:
    (root,) = (box for box in page.children if not isinstance(box, MarginBox))
    top = page.content_box_y()
    rooms = tuple(_rooms(root))
    ends = [box.position_y + box.margin_height() for box in root.descendants() if not box.children]
    return _Leaf(
        top=top,
        bottom=max([top, *ends, *(room.top + room.height for room in rooms)]),
        end=top + page.height,
        rooms=rooms,
        units=tuple(_units(root)),
    )


def _rooms(box: Any, *, in_table: bool = False) -> Iterator[_Room]:
    """What may grow within a box, rows of tables whole."""
    classes = _classes(box)
    in_table = in_table or (box.element_tag == "table" and "room" in classes)
    if isinstance(box, TableRowGroupBox) and box.is_header:
        return
    if in_table and isinstance(box, TableRowBox):
        cells = [(cell.element, cell.border_height()) for cell in box.children]
        fields = [(each.element, each.height) for each in box.descendants() if _is_room(each)]
        yield _Room((*cells, *fields), box.height, box.position_y)
    elif _ROOMS & classes:
        height = box.border_height()
        yield _Room(((box.element, height),), height, box.position_y)
    else:
        for child in box.children:
            yield from _rooms(child, in_table=in_table)


def _units(box: Any) -> Iterator[tuple[Any, float]]:
    if _UNITS & _classes(box):
        yield box.element, box.border_box_y()
    else:
        for child in box.children:
            yield from _units(child)


def _is_room(box: Any) -> bool:
    return bool(_ROOMS & _classes(box))


def _classes(box: Any) -> frozenset[str]:
    """The classes of the element that a box is made of, and not of those made for its text."""
    element = box.element
    if element is None or element.tag != box.element_tag:
        return frozenset()
    return frozenset(element.get("class", "").split())


def _side_by_side(document: Any, leaves: list[_Leaf]) -> Styles:
    """No leaves of their own for what one side has room for."""
    first, *others = leaves
    needed = sum(leaf.bottom - leaf.top + _BETWEEN for leaf in others) + first.bottom
    if not others or needed > first.end:
        return {}
    return {
        box.element: f"break-before: auto; margin-top: {_BETWEEN:.2f}px"
        for page in document.pages
        for box in page._page_box.descendants()  # noqa: SLF001
        if _APART in _classes(box)
    }


def _closer(document: Any) -> Styles:
    """Smaller gaps between the questions, and between the lines of a text."""
    styles: dict[Any, str] = {}
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001
            if _GAPS & _classes(box):
                gaps = (_CLOSER * box.margin_top, _CLOSER * box.margin_bottom)
                styles[box.element] = f"margin-top: {gaps[0]:.2f}px; margin-bottom: {gaps[1]:.2f}px"
            elif {"lines", "fixed"} <= _classes(box):
                styles[box.element] = f"line-height: {_TIGHTER * box.style['line_height'][0]:.2f}px"
    return styles


def _shared(leaves: list[_Leaf]) -> tuple[list[_Leaf], Styles]:
    """Move the last question of the page before a last one with few lines on to it."""
    *others, before, last = leaves
    if len(before.units) < 2:  # one has to stay
        return leaves, {}
    element, top = before.units[-1]
    moved = before.bottom - top
    if last.bottom + moved > last.end or top - before.top < _FEW * (before.end - before.top):
        return leaves, {}
    kept = [room for room in before.rooms if room.top < top]
    taken = [room for room in before.rooms if room.top >= top]
    return [
        *others,
        _Leaf(before.top, top, before.end, tuple(kept), before.units[:-1]),
        _Leaf(
            last.top,
            last.bottom + moved,
            last.end,
            (*taken, *last.rooms),
            (before.units[-1], *last.units),
        ),
    ], {element: "break-before: page"}


def _grown(leaves: list[_Leaf]) -> Styles:
    """Heights for the rooms of pages that would end with a blank."""
    styles: dict[Any, str] = {}
    for leaf in leaves:
        blank = leaf.end - leaf.bottom
        written_in = sum(room.height for room in leaf.rooms)
        if blank <= _BLANK or not written_in:
            continue
        times = min(_MOST, 1 + (blank - _SPARE * len(leaf.rooms)) / written_in)
        for room in leaf.rooms:
            styles |= {element: f"height: {times * h:.2f}px" for element, h in room.heights}
    return styles


def _joined(one: Styles, other: Styles) -> Styles:
    both = dict(one)
    for element, style in other.items():
        both[element] = f"{both[element]}; {style}" if element in both else style
    return both


def _is_kept(after: list[_Leaf], planned: list[_Leaf]) -> bool:
    """Tell whether every room still stands on the page that it was planned for."""

    def rooms(leaves: list[_Leaf]) -> list[list[Any]]:
        return [[each for room in leaf.rooms for each, _ in room.heights] for leaf in leaves]

    return rooms(after) == rooms(planned)
