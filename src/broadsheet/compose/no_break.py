"""Blanks that a line may not break at, where a language sets marks apart from words."""

from __future__ import annotations

import re
from typing import Final

from broadsheet.locale.saying import NO_BREAK_SPACE
from broadsheet.text.language_tags import base_of

_APART: Final = re.compile(r"(?<=«) | (?=[:;?!»])")
"""A blank within « », or before a high mark, as French sets them (Imprimerie nationale)."""

_TEXT: Final = re.compile(r"[^<>]+(?=<|\Z)")
"""What stands between the tags of HTML, where every `<` and `>` of the text is escaped."""


def unbroken(text: str, language: str) -> str:
    """Keep marks that French sets apart with their words, where plain blanks are typed.

    Texts in other languages are given back as they are.
    """
    if base_of(language) != "fr":
        return text
    return _APART.sub(NO_BREAK_SPACE, text)


def unbroken_html(html: str, language: str) -> str:
    """Do the same for all the text of a piece of HTML, but not within its tags."""
    if base_of(language) != "fr":
        return html
    return _TEXT.sub(lambda found: unbroken(found[0], language), html)
