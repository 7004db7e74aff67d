"""What style sheets set for a whole document: measures by name, and the margins of its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from broadsheet.theme.look import Look

POINTS: Final = {"pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pc": 12.0, "px": 0.75}
"""Units of a length, each in points; beside them there is `em`, the size of the type."""

_BASE: Final = "base.css"
"""The style sheet of all documents on paper."""
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOT: Final = re.compile(r":root\s*\{([^}]*)\}")
_PROPERTY: Final = re.compile(r"--([a-z][a-z0-9-]*)\s*:\s*([^;]+);")
_MARGIN: Final = re.compile(r"@page\s*\{[^{}]*\bmargin\s*:\s*([^;}]+)")
_LENGTH: Final = re.compile(rf"(-?[0-9]*\.?[0-9]+)({'|'.join(POINTS)}|em)|-?0")


@dataclass(frozen=True, slots=True)
class Margins:
    """What stays empty around a page, in points."""

    top: float
    beside: float
    """On either side."""
    bottom: float


def measures_of(look: Look, sheet: str = _BASE) -> dict[str, str]:
    """The custom properties of a document with a style sheet of its own, as they are typed."""
    found: dict[str, str] = {}
    for css in _sheets(look, sheet):
        if root := _ROOT.search(css):
            found |= {name: value.strip() for name, value in _PROPERTY.findall(root[1])}
    return found


def margins_of(look: Look, sheet: str = _BASE) -> Margins:
    """The margins of its pages; ours where the sheets of a school say none that can be told."""
    sheets = [*_sheets(Look(), _BASE), *_sheets(look, sheet)]
    return next(filter(None, map(_margins_in, reversed(sheets))))


def _margins_in(css: str) -> Margins | None:
    found = _MARGIN.search(css)
    lengths = [in_points(each) for each in found[1].split()] if found else []
    told = [each for each in lengths if each is not None]
    if not told or len(told) < len(lengths):
        return None
    top, beside, bottom = (told * 3)[:3]  # where CSS says fewer, the first hold for the others too
    return Margins(top, beside, bottom)


def in_points(length: str, em: float = 10) -> float | None:
    """A length in points, `em` of them for an em; None for what is none."""
    found = _LENGTH.fullmatch(length)
    if not found:
        return None
    return float(found[1]) * ({"em": em} | POINTS)[found[2]] if found[1] else 0.0


def _sheets(look: Look, sheet: str) -> list[str]:
    """The text of the style sheets of a document, the one that all have first."""
    names = dict.fromkeys((_BASE, sheet))
    return [_COMMENT.sub("", look.text(f"styles/{name}")) for name in names]
