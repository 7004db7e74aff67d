"""What the theme and an edition set, in the units that Word counts in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from broadsheet.plain import Record
from broadsheet.theme.look import Look
from broadsheet.theme.measures import Margins, in_points, margins_of, measures_of

_NUMBER: Final = re.compile(r"-?[0-9]*\.?[0-9]+")
_SCALED: Final = re.compile(r"calc\(\s*([0-9.]+)([a-z]*)\s*\*\s*var\(--scale\)\s*\)")
"""What is larger for children."""
_LINES: Final = {"solid": "single", "dashed": "dashed", "dotted": "dotted", "double": "double"}
_INK: Final = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


def _scaled(value: str, scale: float) -> str:
    found = _SCALED.fullmatch(value)
    return f"{float(found[1]) * scale:.4f}".rstrip("0").rstrip(".") + found[2] if found else value


def twips(millimetres: float) -> int:
    """Twentieths of a point, in which Word measures the page."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of the style sheets by name: the theme's, and over them the edition's."""

    values: Mapping[str, str]
    margins: Margins

    @classmethod
    def of(cls, look: Look, sheet: str, layout: Record) -> Measures:
        """Those that hold for a document with a style sheet and a layout of its own."""
        numbers = {"scale": f"{layout.scale:.4f}", "measure": f"{layout.measure:g}"}
        values = measures_of(look, sheet) | numbers | dict(layout.measures)
        scaled = {name: _scaled(value.strip(), layout.scale) for name, value in values.items()}
        return cls(scaled, margins_of(look, sheet))

    def points(self, name: str, otherwise: float = 0) -> float:
        """A length in points; one in ems is told at the size of the body."""
        body = in_points(self.values.get("size-body", ""))
        found = in_points(self.values.get(name, ""), 10 if body is None else body)
        return otherwise if found is None else found

    def twips(self, name: str, otherwise: float = 0) -> int:
        """A length in twentieths of a point; `otherwise` is in points."""
        return round(self.points(name, otherwise) * 20)

    def number(self, name: str, otherwise: float) -> float:
        """A number without a unit."""
        found = _NUMBER.fullmatch(self.values.get(name, ""))
        return float(found[0]) if found else otherwise

    def says(self, name: str, word: str) -> bool:
        """Tell whether a measure is a word."""
        return self.values.get(name) == word

    def faces(self, name: str) -> tuple[str, ...]:
        """Names of faces, the first choice first."""
        listed = self.values.get(name, "").split(",")
        return tuple(face.strip(" \n\"'") for face in listed if face.strip())

    def line(self, name: str) -> dict[str, object]:
        """A rule as a border of Word's: its kind, its width in eighths of a point, its colour."""
        parts = self.values.get(name, "0.6pt solid #000").split()
        kind = next((_LINES[part] for part in parts if part in _LINES), "nil")
        widths = (wide for part in parts if (wide := in_points(part)) is not None)
        wide = next(widths, 0.6)
        ink = next((found[1] for part in parts if (found := _INK.fullmatch(part))), "000000")
        colour = ink if len(ink) == 6 else "".join(sign * 2 for sign in ink)
        return {"val": kind, "sz": max(2, round(wide * 8)), "space": 0, "color": colour}
