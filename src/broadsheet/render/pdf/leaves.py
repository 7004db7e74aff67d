"""Pages as far as they are filled, and what on them may grow or move.

This asks WeasyPrint's boxes, which have no public names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from weasyprint.formatting_structure.boxes import MarginBox, TableRowBox, TableRowGroupBox

MM: Final = 96 / 25.4
"""A millimetre in CSS pixels, as all measures here."""
FEW: Final = 0.25
"""The part of a page below which it is begun for a few lines."""

_ROOMS: Final = frozenset({"rule", "box", "room-field", "cell-field"})
"""Classes of what is written in; the cells of a `table.room` are rooms too."""
APART: Final = frozenset({"on-verso", "on-recto"})
"""Classes of what begins a page of its own."""
UNITS: Final = frozenset({"together", "question", "own-notes"})
"""Classes of what is not parted from itself."""


@dataclass(frozen=True)
class Room:
    """Something to write in, on one page."""

    heights: tuple[tuple[Any, float], ...]
    """The elements that grow with it, each with its height."""
    height: float
    top: float


@dataclass(frozen=True)
class Leaf:
    """A page, as far as it is filled."""

    top: float
    bottom: float
    """Where what stands on it ends."""
    end: float
    """Where it must end."""
    rooms: tuple[Room, ...]
    units: tuple[tuple[Any, float], ...]
    """The elements that begin on it and are not parted, each with its top."""
    is_apart: bool = False
    """Whether something on it begins a page of its own."""

    @property
    def filled(self) -> float:
        """How high what stands on it is."""
        return self.bottom - self.top

    @property
    def blank(self) -> float:
        """How much is empty below."""
        return self.end - self.bottom

    @property
    def is_for_a_few_lines(self) -> bool:
        """Whether it would better not have been begun."""
        return 0 < self.filled < FEW * (self.end - self.top)

    def lend_last(self, to: Leaf) -> tuple[Leaf, Leaf]:
        """Give this page without its last unit, and the next one with that on top."""
        unit = self.units[-1]
        _, top = unit
        kept = tuple(room for room in self.rooms if room.top < top)
        lent = self.rooms[len(kept) :]
        return (
            replace(self, bottom=top, rooms=kept, units=self.units[:-1]),
            replace(
                to,
                bottom=to.bottom + self.bottom - top,
                rooms=lent + to.rooms,
                units=(unit, *to.units),
            ),
        )


def leaves_of(document: Any) -> list[Leaf]:
    """The pages of WeasyPrint's document."""
    return [_leaf(page._page_box) for page in document.pages]  # noqa: SLF001


def _leaf(page: Any) -> Leaf:
    (root,) = (box for box in page.children if not isinstance(box, MarginBox))
    top = page.content_box_y()
    rooms = tuple(_rooms(root))
    ends = [box.position_y + box.margin_height() for box in root.descendants() if not box.children]
    return Leaf(
        top=top,
        bottom=max([top, *ends, *(room.top + room.height for room in rooms)]),
        end=top + page.height,
        rooms=rooms,
        units=tuple(_units(root)),
        is_apart=any(APART & classes_of(box) for box in root.descendants()),
    )


def _rooms(box: Any, *, in_table: bool = False) -> Iterator[Room]:
    """What may grow within a box, rows of tables whole."""
    classes = classes_of(box)
    in_table = in_table or (box.element_tag == "table" and "room" in classes)
    if isinstance(box, TableRowGroupBox) and box.is_header:
        return
    if in_table and isinstance(box, TableRowBox):
        cells = [(cell.element, cell.border_height()) for cell in box.children]
        fields = [(each.element, each.height) for each in box.descendants() if _is_room(each)]
        yield Room((*cells, *fields), box.height, box.position_y)
    elif _ROOMS & classes:
        height = box.border_height()
        yield Room(((box.element, height),), height, box.position_y)
    else:
        for child in box.children:
            yield from _rooms(child, in_table=in_table)


def _units(box: Any) -> Iterator[tuple[Any, float]]:
    if UNITS & classes_of(box):
        yield box.element, box.border_box_y()
    else:
        for child in box.children:
            yield from _units(child)


def _is_room(box: Any) -> bool:
    return bool(_ROOMS & classes_of(box))


def classes_of(box: Any) -> frozenset[str]:
    """The classes of the element that a box is made of, and not of those made for its text."""
    element = box.element
    if element is None or element.tag != box.element_tag:
        return frozenset()
    return frozenset(element.get("class", "").split())
