"""What no page has room for: parted where that does least harm, and named where it goes on.

A heading stands with its first question, a question with its room or the first record of its table,
and a record is whole, as the style sheet says. Where no page has room for all that, the engine
would leave the heading or the question alone: then the question, and its record, is begun below it.
A record that goes on overleaf has its name said again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from broadsheet.render.pdf.leaves import classes_of
from broadsheet.render.pdf.own_styles import LayOut, joined

_TOGETHER: Final = frozenset({"together", "question", "record"})
"""Classes of what stands together as long as a page has room for it."""
_HAIR: Final = 1
"""By how much what begins a page may stand below its top, in CSS pixels."""


def laid_out_with_parts(lay_out: LayOut) -> tuple[Any, LayOut]:
    """Give WeasyPrint's document, and what lays it out again parted alike.

    Where all has room, as nearly always, it is laid out once.
    """
    document = lay_out({})
    styles = dict.fromkeys(_left_alone(document), "break-inside: auto")
    if styles:
        document = lay_out(styles)
    while more := {each: style for each, style in _going_on(document) if each not in styles}:
        styles |= more
        document = lay_out(styles)
    if not styles:
        return document, lay_out
    return document, lambda others: lay_out(joined(others, styles))


def _left_alone(document: Any) -> Iterator[Any]:
    """Questions and first records that begin a page, and so leave alone what is above them."""
    begun: set[Any] = set()
    for page, box in _kept_together(document):
        classes = classes_of(box)
        is_on_top = box.border_box_y() < page.content_box_y() + _HAIR
        if is_on_top and {"record", "first"} <= classes:
            yield box.element
        elif "together" in classes and box.element in begun:
            for each in box.descendants():
                is_first = "question" in classes_of(each) or {"record", "first"} <= classes_of(each)
                if is_first and each.element not in begun:
                    yield each.element
        begun.add(box.element)


def _going_on(document: Any) -> Iterator[tuple[Any, str]]:
    """Styles for what begins a page within a record, and for the name above it."""
    begun: set[Any] = set()
    for _, box in _kept_together(document):
        if "record" in classes_of(box) and box.element in begun:
            parts = (each for each in box.descendants() if "labelled" in classes_of(each))
            for part in list(parts)[:1]:
                yield part.element, "break-before: page"
                for name in part.element.iterfind("p[@class='row-name continued']"):
                    yield name, "display: block"
        begun.add(box.element)


def _kept_together(document: Any) -> list[tuple[Any, Any]]:
    """What stands together, on each page, whole or as far as it stands there."""
    pages = [page._page_box for page in document.pages]  # noqa: SLF001
    return [
        (page, box) for page in pages for box in page.descendants() if _TOGETHER & classes_of(box)
    ]
