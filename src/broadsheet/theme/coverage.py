"""Which characters our faces can print, without opening a font.

A table made from the fonts by tools/make_fonts.py is read instead, in a fifth of a millisecond.
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from broadsheet.theme import OURS

MOST_NAMED: Final = 5
"""Most characters that one sentence names."""


@cache
def _bounds(table: str) -> list[int]:
    """Code points at which runs of printable characters begin and end, by turns."""
    bounds: list[int] = json.loads((OURS / "fonts" / table).read_text("ascii"))
    return bounds


def uncovered(text: Iterable[str], *, han: bool = True) -> frozenset[str]:
    """Give the characters that none of our faces has, and that do not do without a glyph.

    Without `han`, those for Chinese and Japanese are left aside: drawings are printed without them.
    Joiners, variation selectors, soft hyphens and blanks need none.
    """
    others = _without("coverage.json", text)
    return _without("han.json", others) if others and han else others


def needs_han(text: Iterable[str]) -> bool:
    """Tell whether some characters need the faces for Chinese and Japanese.

    Those are large, and only the documents that need them load them.
    """
    others = _without("coverage.json", text)
    return bool(others) and _without("han.json", others) != others


def _without(table: str, text: Iterable[str]) -> frozenset[str]:
    """The characters that a table does not have."""
    bounds = _bounds(table)
    return frozenset(
        character for character in set(text) if bisect_right(bounds, ord(character)) % 2 == 0
    )


def named(characters: Sequence[str]) -> str:
    """Name characters by sign and code point: `漢 (U+6F22), 字 (U+5B57) and 3 more`."""
    names = [_name(character) for character in characters[:MOST_NAMED]]
    more = len(characters) - len(names)
    if more:
        return f"{', '.join(names)} and {more} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if not character.isprintable():
        return code
    carrier = "◌" if unicodedata.category(character).startswith("M") else ""
    return f"{carrier}{character} ({code})"
