"""Spare room at the end of a page, given to the rooms to answer that stand on it.

Where a page would end with more than 25 mm of blank paper, because what comes next did not fit or
because nothing comes, its rooms grow until it is full, by half at most and all of them alike. A
page that is begun for a few lines, or for no more than what other pages have room for, is spared by
smaller gaps, and by numbered lines that stand a little closer; where these don't help, a question
of the page before comes along. No document takes more pages for that: what would is left
as it was. Texts that would have leaves of their own share a side that holds them all.

Styles are set on the elements that WeasyPrint's boxes are made of, for one more layout or a few.
"""

from __future__ import annotations

from typing import Any, Final

from broadsheet.render.pdf.gaps import CLOSER, closer
from broadsheet.render.pdf.leaves import APART, MM, Leaf, classes_of, leaves_of
from broadsheet.render.pdf.own_styles import LayOut, Styles, joined

_BLANK: Final = 25 * MM
"""What may stay empty at the end of a page, in CSS pixels as all measures here."""
_MOST: Final = 1.5
"""How many times as high a room may become."""
_BETWEEN: Final = 6 * MM
"""What parts texts that share a side."""
_SPARE: Final = 0.2 * MM
"""What heights may differ by for being rounded."""


def fitted(document: Any, again: LayOut) -> Any:
    """Give WeasyPrint's document with the spare room of its pages given back.

    `again` lays the same document out with more styles, which replace those of the time before. It
    is called three times at most, and not at all where every page is full.
    """
    leaves = leaves_of(document)
    styles = _side_by_side(document, leaves)
    if styles:
        shared = again(styles)
        return shared if len(shared.pages) == 1 else document
    document, styles = _shorter(document, leaves, again)
    leaves = leaves_of(document)
    leaves, moved = _shared(leaves)
    grown = joined(moved, _grown(leaves))
    if not grown:
        return document
    fuller = again(joined(styles, grown))
    return fuller if _is_kept(leaves_of(fuller), leaves) else document


def _shorter(document: Any, leaves: list[Leaf], again: LayOut) -> tuple[Any, Styles]:
    """The document with fewer pages and the styles for that, if smaller gaps spare any."""
    *before, last = leaves
    is_for_few = any(leaf.is_for_a_few_lines for leaf in leaves[1:])
    too_much = last.filled - sum(leaf.blank for leaf in before)
    for left in CLOSER if before else ():
        styles, spared = closer(document, left)
        if is_for_few or too_much <= spared:
            tried = again(styles)
            if len(tried.pages) < len(document.pages):
                return tried, styles
    return document, {}


def _side_by_side(document: Any, leaves: list[Leaf]) -> Styles:
    """No leaves of their own for what one side has room for."""
    first, *others = leaves
    needed = sum(leaf.filled + _BETWEEN for leaf in others) + first.bottom
    if not others or needed > first.end:
        return {}
    return {
        box.element: f"break-before: auto; margin-top: {_BETWEEN:.2f}px"
        for page in document.pages
        for box in page._page_box.descendants()  # noqa: SLF001
        if APART & classes_of(box)
    }


def _shared(leaves: list[Leaf]) -> tuple[list[Leaf], Styles]:
    """Move the last question of the page before one with few lines on to it."""
    shared = list(leaves)
    styles: dict[Any, str] = {}
    for at in range(1, len(leaves)):
        before, few = shared[at - 1 : at + 1]
        if few.is_apart or not few.is_for_a_few_lines or len(before.units) < 2:  # one has to stay
            continue
        kept, more = before.lend_last(few)
        if more.blank >= 0 and not kept.is_for_a_few_lines:
            shared[at - 1 : at + 1] = kept, more
            styles[before.units[-1][0]] = "break-before: page"
    return shared, styles


def _grown(leaves: list[Leaf]) -> Styles:
    """Heights for the rooms of pages that would end with a blank."""
    styles: dict[Any, str] = {}
    for leaf in leaves:
        written_in = sum(room.height for room in leaf.rooms)
        if leaf.blank <= _BLANK or not written_in:
            continue
        times = min(_MOST, 1 + (leaf.blank - _SPARE * len(leaf.rooms)) / written_in)
        for room in leaf.rooms:
            styles |= {element: f"height: {times * h:.2f}px" for element, h in room.heights}
    return styles


def _is_kept(after: list[Leaf], planned: list[Leaf]) -> bool:
    """Tell whether every room still stands on the page that it was planned for."""

    def rooms(leaves: list[Leaf]) -> list[list[Any]]:
        return [[each for room in leaf.rooms for each, _ in room.heights] for leaf in leaves]

    return rooms(after) == rooms(planned)
