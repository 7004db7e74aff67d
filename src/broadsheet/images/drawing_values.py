"""How the values of a drawing's attributes are written, so that the layout engine can read them."""

from __future__ import annotations

import re
from typing import Final

_NUMBER: Final = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?(?!\d)"

_TRANSFORM: Final = (
    rf"(?:[\s,]*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\(\s*{_NUMBER}"
    rf"(?:(?:\s*,\s*|\s+|(?=[-+])){_NUMBER})*\s*\))*[\s,]*"
)

_WRITTEN: Final = {
    **dict.fromkeys(("transform", "gradientTransform", "patternTransform"), _TRANSFORM),
    **dict.fromkeys(
        ("opacity", "fill-opacity", "stroke-opacity", "stop-opacity"),
        rf"\s*(?:{_NUMBER}%?|inherit)?\s*",
    ),
    "font-weight": r"\s*(?:[A-Za-z-]+|[1-9]\d{0,3})?\s*",
    "stroke-miterlimit": rf"\s*(?:{_NUMBER})?\s*",
    "orient": rf"\s*(?:auto(?:-start-reverse)?|{_NUMBER}(?:deg)?)?\s*",
    "rotate": rf"\s*(?:{_NUMBER}(?:[\s,]+{_NUMBER})*[\s,]*)?",
    "viewBox": rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER}){{3}}\s*",
    "d": r"\s*(?:[Mm][\sMmLlHhVvCcSsQqTtAaZz\deE.,+-]*)?",
    "points": r"[\s\deE.,+-]*",
}
"""How the values of some attributes are written; the layout engine stops at others."""

_LENGTHS: Final = frozenset(
    [
        "x",
        "y",
        "width",
        "height",
        "dx",
        "dy",
        "r",
        "rx",
        "ry",
        "cx",
        "cy",
        "x1",
        "x2",
        "y1",
        "y2",
        "fx",
        "fy",
        "fr",
        "offset",
        "textLength",
        "startOffset",
        "letter-spacing",
        "font-size",
        "stroke-width",
        "stroke-dasharray",
        "stroke-dashoffset",
        "markerWidth",
        "markerHeight",
        "refX",
        "refY",
    ]
)

_UNIT_ALONE: Final = re.compile(
    rf"(?<![^\s,])(?!{_NUMBER}(?:[a-z%]+)?(?![^\s,]))[^\s,]*(?:%|r?em|ex|px|pt|pc|cm|mm|in|q)(?![^\s,])"
    r"|(?<![^\s,])[-+]?(?:nan|inf(?:inity)?)(?![^\s,])|\de\+?\d{3}",
    re.IGNORECASE,
)
"""A length that ends as a unit does, without a number before it, such as “thin”; or one without
bounds."""

_ARC: Final = re.compile(r"[Aa]([^MmLlHhVvCcSsQqTtAaZz]*)")

_FEWEST_NUMBERS: Final = 5
"""Of an arc's seven, if the two that are 0 or 1 are written in one with the next."""


def is_readable(key: str, value: str) -> bool:
    """Tell whether the layout engine can read the value of an attribute or a property."""
    written = _WRITTEN.get(key)
    if written and not re.fullmatch(written, value):
        return False
    if key == "d" and _thin_arc(value):
        return False
    return not (key in _LENGTHS and _UNIT_ALONE.search(value))


def _thin_arc(path: str) -> bool:
    """Tell whether an arc of a path has fewer numbers than it needs."""
    return any(len(re.findall(_NUMBER, arc[1])) < _FEWEST_NUMBERS for arc in _ARC.finditer(path))
