"""Boxes as they were made, before they were laid out, with other heights and gaps.

WeasyPrint has no public names for boxes and their styles; what is asked of it here, it has in
version 70.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from weasyprint.css import AnonymousStyle
from weasyprint.css.properties import INHERITED, TABLE_WRAPPER_BOX_PROPERTIES, Dimension
from weasyprint.formatting_structure.boxes import TableBox

Values: TypeAlias = Mapping[str, Any]
"""Values by the names that WeasyPrint gives to properties."""

_SHOWN: Final = "display"
"""The property that says whether an element has a box at all, and which."""


def values_of(style: str) -> Values:
    """Values of declarations in CSS, each a length in pixels or a word."""
    values: dict[str, Any] = {}
    for declaration in filter(None, style.split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        length = value.removesuffix("px")
        is_word = length == value
        values[name.replace("-", "_")] = value if is_word else Dimension(float(length), "px")
    return values


def is_of_element(box: Any) -> bool:
    """Whether it is an element's own box, and not one for its text or for what stands before it."""
    return box.element_tag == getattr(box.element, "tag", None) and (
        box.is_table_wrapper or not isinstance(box.style, AnonymousStyle)
    )


def has_same_boxes(values: Mapping[Any, Values], made_with: Mapping[Any, Values]) -> bool:
    """Whether boxes that were made with some values can be laid out with others in their place."""
    return all(values.get(each, {}).keys() >= made_with[each].keys() for each in made_with) and all(
        values[each].get(_SHOWN) == made_with.get(each, {}).get(_SHOWN) for each in values
    )


class Boxes:
    """The boxes that a document is laid out from.

    Layout leaves marks in them: borders of a table that goes over a page stay away ever after.
    """

    def __init__(self, root: Any) -> None:
        """Before they are laid out for the first time."""
        self._as_made = [(box, dict(vars(box))) for box in _all_of(root)]

    def restyle(self, values: Mapping[Any, Values]) -> None:
        """Make them as they were made, but some elements with these values."""
        for box, attributes in self._as_made:
            vars(box).clear()
            vars(box).update(attributes, remove_decoration_sides=set())
        for box, _ in self._as_made:
            if box.element in values and is_of_element(box):
                for name, value in values[box.element].items():
                    if _takes(box, name):
                        _give(box, name, value)


def _all_of(box: Any) -> Iterator[Any]:
    """A box and all below it, the columns of tables too."""
    yield box
    for child in box.all_children():
        yield from _all_of(child)


def _takes(box: Any, name: str) -> bool:
    """Whether a value is for this box: a table has two, and what is in a table has no margins."""
    if name == _SHOWN:
        return False
    of_wrapper = name in TABLE_WRAPPER_BOX_PROPERTIES
    if box.is_table_wrapper:
        return of_wrapper
    if isinstance(box, TableBox):
        is_padded = box.style["border_collapse"] != "collapse"
        return not of_wrapper and (is_padded or not name.startswith("padding_"))
    return not (box.internal_table_or_caption and name.startswith("margin_"))


def _give(box: Any, name: str, value: Any) -> None:
    """Give a box a value, and those that inherit it."""
    box.style = box.style.copy()  # elements that are styled alike share it
    box.style[name] = value
    if name in INHERITED:
        for child in box.children:
            if name not in getattr(child.style, "cascaded", ()):
                _give(child, name, value)
