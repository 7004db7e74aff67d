"""How wide letters are in our text face, without opening a font.

A table made from the fonts by tools/make_fonts.py is read instead: opening a font would cost
more than checking a whole lesson.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def _table() -> tuple[dict[str, int], int]:
    data = json.loads(files(__package__).joinpath("widths.json").read_text("ascii"))
    face = data["faces"]["serif"]
    return dict(zip(face["chars"], face["widths"], strict=True)), face["default"]


def thousandths(text: str) -> Iterator[int]:
    """Yield the width of each character in thousandths of an em, set in the text face."""
    widths, default = _table()
    for character in text:
        width = widths.get(character)
        yield _of_another_face(character, default) if width is None else width


def _of_another_face(character: str, default: int) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0  # accents stand on the letter before them
    # Ideographs, kana, Hangul and emoji are as wide as they are high.
    return 1000 if unicodedata.east_asian_width(character) in "WF" else default


def width_of(text: str) -> float:
    """Width of `text` in em, set in the text face without kerning."""
    return sum(thousandths(text)) / 1000
