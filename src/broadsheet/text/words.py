"""The words of a text, counted as a reader counts them and as a proof sees them.

In a script that parts no words each character counts as one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from broadsheet.text.alike import APOSTROPHES, QUOTES
from broadsheet.text.scripts import parts_no_words
from broadsheet.text.tokens import SUPERSCRIPTS, tokens
from broadsheet.text.unseen import seen

_JOINTS: Final = frozenset(APOSTROPHES) - set("‹›") | set(".,-‐‑–/&·")
"""Marks that stand within a word: isn’t, 1,500, so-called, 9–10."""
_HEBREW: Final = re.compile("[\u05d0-\u05ea\u05b0-\u05c7]")
"""Between two of these, a double quotation mark is a sign of abbreviation: צה״ל."""
_CHARACTERS_PER_WORD: Final = 2
"""So many characters of a script that parts no words are read and written like one word."""


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, with marks such as ’ and - inside."""
    found: list[tuple[int, int]] = []
    joint = -1
    for token in tokens(text):
        begins, ends = token.start, token.end
        if not token.is_word and token.text[0] not in SUPERSCRIPTS:
            held = found and found[-1][1] == begins and _is_joint(text, begins, ends)
            joint = ends if held else -1
            continue
        within = bool(found) and begins in (found[-1][1], joint)
        if within and not parts_no_words(text[begins]) and not parts_no_words(text[found[-1][0]]):
            found[-1] = (found[-1][0], ends)
        elif token.is_word:
            found.append((begins, ends))
        joint = -1
    return [unicodedata.normalize("NFC", seen(text[start:end])) for start, end in found]


def _is_joint(text: str, start: int, end: int) -> bool:
    mark = seen(text[start:end])
    if mark not in QUOTES:
        return mark in _JOINTS
    return bool(_HEBREW.match(text, start - 1)) and bool(_HEBREW.match(text, end))


@lru_cache(maxsize=1024)  # a lesson's prose is measured by several checks
def size_in_words(text: str) -> int:
    """How long a text is to read or to write, in words of a language that parts them."""
    every = words(text)
    single = sum(parts_no_words(word[0]) for word in every)
    return len(every) - single + -(-single // _CHARACTERS_PER_WORD)
