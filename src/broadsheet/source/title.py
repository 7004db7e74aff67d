"""A piece without its title, where that stands above it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from broadsheet.text.words import words

_FIRST_PARAGRAPH: Final = re.compile(r"(.+?)(?:\n[^\S\n]*\n|\Z)", re.DOTALL)
_FIRST_LINE: Final = re.compile(r"([^\n]+)(?:\n|\Z)")
_LONGEST: Final = 1000
"""A longer paragraph is no title, in characters."""


def without_title(text: str, title: str) -> str:
    """Leave out the first line, or the lines up to the first blank one, where they are the title.

    Only its words count: it may be set in capitals, with other marks, or without its full stop.
    """
    sought = _folded(title)
    opening = text.lstrip()[: 2 * _LONGEST]
    for pattern in (_FIRST_LINE, _FIRST_PARAGRAPH):
        found = pattern.match(opening)
        if sought and found and len(found[1]) <= _LONGEST and _folded(found[1]) == sought:
            return text.lstrip()[found.end() :]
    return text


def _folded(line: str) -> list[str]:
    return [word.casefold() for word in words(unicodedata.normalize("NFKC", line))]
