"""Gaps made smaller, so that a page less is begun."""

from __future__ import annotations

from typing import Any, Final

from broadsheet.render.pdf.leaves import UNITS, classes_of

CLOSER: Final = (0.65, 0.4)
"""What is left of a gap where gaps are made smaller: first a little, and then as far as they go."""
_TIGHTER: Final = 0.93
"""What is left of the distance of numbered lines there."""

_GAPS: Final = UNITS | {
    *("who", "goals", "source", "reading"),
    *("lens", "room", "record", "labelled"),
    *("leaving", "own", "self", "total"),
}
"""Classes of what has gaps before or behind it; headings have them too."""
_SIDES: Final = ("margin_top", "margin_bottom", "padding_top")


def closer(document: Any, left: float) -> dict[Any, str]:
    """Styles for smaller gaps between all that a document has, and for closer numbered lines.

    `left` is what is left of each gap. What goes over a page has a gap at its first and its last
    part alone.
    """
    styles: dict[Any, str] = {}
    gaps: dict[Any, list[float]] = {}
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001
            if _GAPS & classes_of(box) or box.element_tag == "h2":
                before = gaps.get(box.element, [0.0] * len(_SIDES))
                gaps[box.element] = [
                    max(gap, getattr(box, side)) for gap, side in zip(before, _SIDES, strict=True)
                ]
            elif {"lines", "fixed"} <= classes_of(box):
                styles[box.element] = f"line-height: {_TIGHTER * box.style['line_height'][0]:.2f}px"
    for element, measures in gaps.items():
        styles[element] = "; ".join(
            f"{side.replace('_', '-')}: {left * gap:.2f}px"
            for side, gap in zip(_SIDES, measures, strict=True)
        )
    return styles
