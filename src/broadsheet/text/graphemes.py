"""Which characters are read as one: a letter with its accents, an emoji made of several.

A shortened form of Unicode's rules for grapheme clusters (UAX #29), enough never to part a mark
from its letter.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_JOINER: Final = "\u200d"
# Word joiner, no-break space of no width, and the vowel am of Thai and Lao.
_CLINGING: Final = frozenset("\u200c\u200d\u2060\ufeff\u0e33\u0eb3")
_HANGUL_LEADS: Final = range(0x1100, 0x1160)
_HANGUL_TAILS: Final = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
_HANGUL_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)
_TAGS: Final = range(0xE0020, 0xE0080)


def is_mark(character: str) -> bool:
    """Tell whether a character is an accent, a vowel sign or another mark on a letter."""
    return character >= "\u0300" and unicodedata.category(character).startswith("M")


def is_part_of_word(character: str) -> bool:
    """Tell whether a character is a letter, a digit, or a mark on one."""
    return character.isalnum() or is_mark(character) or character in _CLINGING


def joined_at(text: str, at: int) -> bool:
    """Tell whether the characters before and after an offset are read as one."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before < "\u0300" and after < "\u0300":
        return False
    code = ord(after)
    return (
        is_mark(after)
        or after in _CLINGING
        or before in (_JOINER, "\u2060", "\ufeff")
        or code in _SKIN_TONES
        or code in _TAGS
        or any(code in tails for tails in _HANGUL_TAILS)
        or (ord(before) in _HANGUL_LEADS and (code in _HANGUL_LEADS or code in _HANGUL_SYLLABLES))
        or (code in _FLAG_LETTERS and _odd_flag_letters_before(text, at))
    )


def _odd_flag_letters_before(text: str, at: int) -> bool:
    start = at
    while start > 0 and ord(text[start - 1]) in _FLAG_LETTERS:
        start -= 1
    return (at - start) % 2 == 1
