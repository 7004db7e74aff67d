"""Gaps made smaller, so that a page less is begun."""

from __future__ import annotations

from typing import Any, Final

from broadsheet.render.pdf.leaves import MM, UNITS, classes_of

CLOSER: Final = (0.65, 0.25)
"""What is left of a gap where gaps are made smaller: first a little, and then as far as they go."""
_ABOVE_BAR: Final = 2.5 * MM
"""What stays above the bar that a section begins with: a line to write on may be the last thing."""
_TIGHTER: Final = 0.93
"""What is left of the distance of numbered lines there."""

_GAPS: Final = UNITS | {
    *("who", "goals", "source", "reading"),
    *("lens", "room", "record", "labelled"),
    *("leaving", "own", "self", "total"),
    "answered",
}
"""Classes of what has gaps before or behind it."""
_TAGS: Final = frozenset({"h2", "section"})
"""Elements that have them, whatever their class."""
_BARRED: Final = frozenset({"lens", "leaving", "record"})
"""Classes of what begins with a bar."""
_SIDES: Final = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")


def closer(document: Any, left: float) -> tuple[dict[Any, str], float]:
    """Styles for smaller gaps between all that a document has, and for closer numbered lines.

    `left` is what is left of each gap. What goes over a page has a gap at its first and its last
    part alone. With them comes how much height they spare at most: gaps that meet count as one.
    """
    styles: dict[Any, str] = {}
    gaps: dict[tuple[Any, str], tuple[float, float]] = {}
    spared = 0.0
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001
            classes = classes_of(box)
            if _GAPS & classes or box.element_tag in _TAGS:
                for side in _SIDES:
                    least = _ABOVE_BAR if side == "margin_top" and _BARRED & classes else 0
                    gap = _gap(box, side)
                    smaller = max(left * gap, min(gap, least))
                    widest = gaps.get((box.element, side), (0.0, 0.0))
                    gaps[box.element, side] = max(widest, (gap, smaller))
            if {"lines", "fixed"} <= classes:
                styles[box.element] = f"line-height: {_TIGHTER * box.style['line_height'][0]:.2f}px"
                spared += (1 - _TIGHTER) * box.height
    for (element, side), (gap, smaller) in gaps.items():
        style = f"{side.replace('_', '-')}: {smaller:.2f}px"
        styles[element] = f"{styles[element]}; {style}" if element in styles else style
        spared += gap - smaller
    return styles, spared


def _gap(box: Any, side: str) -> float:
    """What its style says: at the top of a page a gap is nothing, and may be needed elsewhere."""
    said = box.style[side]
    in_pixels = getattr(said, "unit", "") == "px"
    return float(said.value if in_pixels else getattr(box, side))
