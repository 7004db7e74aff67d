"""The word within a word: Hebrew and Arabic write “and”, “the” and “in” as one with the next."""

from __future__ import annotations

import re
from typing import Final

# In the order in which each language puts them: “and”, “that”, “from” or “in” or “to”, “the”.
PREFIXES: Final = r"ו?(?:לכש|כש|מש|ש)?[בכלמ]?ה?|أ?[وف]?(?:لل|س|[بلك]?(?:ال)?)"
"""A regular expression for every run of them; for none, too."""
POINTS: Final = "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]"
"""The same for signs for vowels and for reciting, and the stroke that lengthens a word."""
_PREFIXES: Final = re.compile(PREFIXES)
_POINTS: Final = re.compile(POINTS)


def is_behind_prefixes(sought: str, word: str) -> bool:
    """Tell whether a word is another behind its prefixes, vowel signs apart."""
    bare, stem = _POINTS.sub("", word), _POINTS.sub("", sought)
    if len(stem) < 2:
        return False
    if stem.startswith("ال") and bare.endswith("لل" + stem[2:]):
        stem = stem[2:]  # “to the” drops a letter of “the”
    return bare.endswith(stem) and bool(_PREFIXES.fullmatch(bare[: len(bare) - len(stem)]))


def behind_prefixes(word: str) -> tuple[str, ...]:
    """What may be the word itself behind its prefixes: three letters or more, the longest first."""
    return tuple(word[at:] for at in range(1, len(word) - 2) if _PREFIXES.fullmatch(word, 0, at))
