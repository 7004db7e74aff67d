"""How wide letters are in our text face, without opening a font.

A table made from the fonts by tools/make_fonts.py is read instead: opening a font would cost
more than checking a whole lesson.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final

_IDEOGRAPHS: Final = range(0x2E80, 0xA000)


@cache
def _table() -> tuple[dict[str, int], int]:
    data = json.loads(files(__package__).joinpath("widths.json").read_text("ascii"))
    face = data["faces"]["serif"]
    return dict(zip(face["chars"], face["widths"], strict=True)), face["default"]


def width_of(text: str) -> float:
    """Width of `text` in em, set in the text face without kerning."""
    widths, default = _table()
    total = 0
    for character in text:
        width = widths.get(character)
        if width is None:
            width = 1000 if ord(character) in _IDEOGRAPHS else default
        total += width
    return total / 1000
