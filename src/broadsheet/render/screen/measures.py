"""What an edition's measures come to on a screen, where readers set the size of type themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

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


def on_screen(measures: Mapping[str, str]) -> str:
    """CSS of what an edition sets; type is never set smaller than a reader has it."""
    taken = {name: measures[name] for name in _TAKEN if name in measures}
    if found := _SIZE.fullmatch(measures.get("size-body", "")):
        taken["scale"] = f"{max(float(found[1]) / _AT_ONCE, 1):g}"
    return f":root {{ {' '.join(f'--{name}: {value};' for name, value in taken.items())} }}\n"
