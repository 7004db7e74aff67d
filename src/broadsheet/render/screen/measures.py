"""What an edition's measures come to on a screen, where readers set the size of type themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from broadsheet.plain import Record

_AT_ONCE: Final = 10.0
"""Points of print that are the size of type that a reader has set."""
_SIZE: Final = re.compile(r"([0-9.]+)pt")
_TAKEN: Final = (
    "leading",
    "letter-spacing",
    "word-spacing",
    "emphasis-style",
    "emphasis-weight",
    "capitals",
    "screen-spacing",
)
"""Measures that hold on a screen as they do on paper."""


def on_screen(layout: Record) -> str:
    """CSS of what a layout sets; type is never set smaller than a reader has it."""
    measures: Mapping[str, str] = layout.measures
    taken = {name: measures[name] for name in _TAKEN if name in measures}
    found = _SIZE.fullmatch(measures.get("size-body", ""))
    scale = float(found[1]) / _AT_ONCE if found else layout.scale
    taken["scale"] = f"{max(scale, 1):.3g}"
    return f":root {{ {' '.join(f'--{name}: {value};' for name, value in taken.items())} }}\n"
