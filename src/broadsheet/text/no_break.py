"""Blanks that a line may not break at, where a language sets marks apart from words."""

from __future__ import annotations

import re
from typing import Final

from broadsheet.text.language_tags import base_of

NO_BREAK_SPACE: Final = "\u00a0"

_APART: Final = re.compile(r"(?<=«) | (?=[:;?!»])")
"""A blank within « », or before a high mark, as French sets them (Imprimerie nationale)."""


def unbroken(text: str, language: str) -> str:
    """Keep marks that French sets apart with their words, where plain blanks are typed.

    Texts in other languages are given back as they are.
    """
    if base_of(language) != "fr":
        return text
    return _APART.sub(NO_BREAK_SPACE, text)
