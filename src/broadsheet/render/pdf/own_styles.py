"""Styles of single elements, with which a document is laid out once more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Styles: TypeAlias = Mapping[Any, str]
"""CSS for elements of the document's own tree, besides what they have."""
LayOut: TypeAlias = Callable[[Styles], Any]
"""Makes WeasyPrint's document; styles replace those of the time before."""


def joined(one: Styles, other: Styles) -> Styles:
    """Both styles; where they differ on an element, the other one's hold."""
    both = dict(one)
    for element, style in other.items():
        both[element] = f"{both[element]}; {style}" if element in both else style
    return both
