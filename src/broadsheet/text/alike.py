"""What counts as alike: the one table by which texts are compared, counted, quoted and proved.

Typographic and straight quotation marks are alike, and so are dashes of every length. What a
reader can't see is told in `unseen`; blanks part words and mean nothing else (`tokens`).
"""

from __future__ import annotations

import unicodedata
from typing import Final

from broadsheet.text.unseen import seen

APOSTROPHES: Final = "'‘’‚‛‹›ʼ׳"
"""Single quotation marks and apostrophes: whatever their direction, one sign is meant."""
QUOTES: Final = '"“”„‟«»״'
"""Double quotation marks, and the sign in Hebrew abbreviations that is typed like one."""
DASHES: Final = "-‐‑‒–—―−"
"""Hyphens, dashes and the sign for minus."""

_ALIKE: Final = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(QUOTES, '"') | dict.fromkeys(DASHES, "-")
)


def alike(text: str) -> str:
    """Make typographic and straight marks alike, one character for one."""
    return text.translate(_ALIKE)


def compared(word: str) -> str:
    """A word or mark as it is compared: alike, composed, and without what can't be seen."""
    return word if word.isascii() else unicodedata.normalize("NFC", seen(alike(word)))
