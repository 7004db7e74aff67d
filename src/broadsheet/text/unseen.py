"""Characters that look like an ordinary blank, or like nothing, and are neither."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that are not the one which YAML's indents are made of, for a class of a pattern."""
NOTHING: Final = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters without a shape, for a class of a pattern."""

_UNSEEN: Final = re.compile(f"[{BLANKS}{NOTHING}]")
_NO_SHAPE: Final = re.compile(f"[{NOTHING}]")
_SHORT: Final = {"\ufeff": "byte-order mark", "\u3000": "full-width blank"}


def named(character: str) -> str:
    """A character by name and code point: “no-break blank (U+00A0)”."""
    name = _SHORT.get(character) or unicodedata.name(character, "character").lower()
    return f"{name.replace('space', 'blank')} (U+{ord(character):04X})"


def a_named(character: str) -> str:
    """The same with its article: “an em blank (U+2003)”."""
    name = named(character)
    return f"an {name}" if name[0] in "aeio" else f"a {name}"


def is_unseen(character: str) -> bool:
    """Tell whether a character has no shape at all; a blank has room."""
    return _NO_SHAPE.match(character) is not None


def first_unseen(text: str) -> str | None:
    """The first character of a text that an author can't see, or None."""
    found = _UNSEEN.search(text)
    return found[0] if found else None


def without_unseen(text: str) -> str:
    """A text with ordinary blanks, and without what has no shape."""
    return _NO_SHAPE.sub("", re.sub(f"[{BLANKS}]", " ", text)).strip()
