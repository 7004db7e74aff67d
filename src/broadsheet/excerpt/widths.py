"""How wide letters are in our text face, without opening a font.

A table made from the fonts by tools/make_fonts.py is read instead: opening a font would cost
more than checking a whole lesson. Arabic letters join, and each is as wide as the form it takes
beside its neighbours.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

_WIDE_FROM: Final = "\u2e80"
"""The first character of the scripts that are set in squares."""
_WIDE_SIGNS: Final = frozenset("“”‘’…—·")
"""Signs as wide as a character among Chinese and Japanese ones, which are narrow among letters."""


_AFTER_HEBREW: Final = re.compile("(?<=[\u0590-\u05ff]) ")
_HEBREW_BLANK: Final = 260
"""A blank is set in the face of the letter before it, and that of Hebrew has a wider one."""


class _Letter(NamedTuple):
    """Widths of the forms that a joining letter takes; only `dual` letters join what follows."""

    final: int
    dual: bool = False
    initial: int = 0
    medial: int = 0


class _Table(NamedTuple):
    widths: dict[str, int]
    """Of each character by itself."""
    default: int
    letters: dict[str, _Letter]
    pairs: dict[str, tuple[int, int]]
    """By how much a lam and an alef, written as one, are wider: after no joint, and after one."""


@cache
def _table() -> _Table:
    data = json.loads(Path(__file__).with_name("widths.json").read_text("ascii"))
    face, joined = data["faces"]["serif"], data["joined"]
    dual, right, pairs = joined["dual"], joined["right"], joined["pairs"]
    forms = zip(dual["chars"], dual["final"], dual["initial"], dual["medial"], strict=True)
    letters = {letter: _Letter(final, True, *others) for letter, final, *others in forms}
    for letter, final in zip(right["chars"], right["final"], strict=True):
        letters[letter] = _Letter(final)
    wider = zip(pairs["initial"], pairs["final"], strict=True)
    return _Table(
        widths=dict(zip(face["chars"], face["widths"], strict=True)),
        default=face["default"],
        letters=letters,
        pairs=dict(zip(pairs["chars"], wider, strict=True)),
    )


def thousandths(text: str) -> Iterator[int]:
    """Yield the width of each character in thousandths of an em, set in the text face."""
    table = _table()
    signs = _WIDE_SIGNS if max(text, default="") >= _WIDE_FROM else frozenset()
    widths = [
        1000
        if character in signs
        else _of_another_face(character, table.default)
        if width is None
        else width
        for character, width in zip(text, map(table.widths.get, text), strict=True)
    ]
    for at, width in _joined(text, table):
        widths[at] = width
    for found in _AFTER_HEBREW.finditer(text):
        widths[found.start()] = _HEBREW_BLANK
    yield from widths


def _joined(text: str, table: _Table) -> Iterator[tuple[int, int]]:
    """Yield offset and width of the letters that join a neighbour; marks do not part them."""
    if table.letters.keys().isdisjoint(text):
        return
    bare = [(at, character) for at, character in enumerate(text) if not _is_mark(character)]
    begun, joined, previous = False, False, ""
    for (at, character), (_, following) in zip(bare, [*bare[1:], (0, "")], strict=True):
        letter = table.letters.get(character)
        joins = letter is not None and letter.dual and following in table.letters
        if letter and joined:
            wider = table.pairs.get(previous + character, (0, 0))[begun]
            yield at, (letter.medial if joins else letter.final) + wider
        elif letter and joins:
            yield at, letter.initial
        begun, joined, previous = joined, joins, character


def _of_another_face(character: str, default: int) -> int:
    if _is_mark(character):
        return 0  # accents stand on the letter before them
    # Ideographs, kana, Hangul and emoji are as wide as they are high.
    return 1000 if unicodedata.east_asian_width(character) in "WF" else default


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")
