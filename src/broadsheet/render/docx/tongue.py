"""Languages as Word tags them, and which of its three kinds of script each is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel.core import get_global

from broadsheet.locale.regional import direction_of
from broadsheet.render.docx.element import Element, element
from broadsheet.text.language_tags import base_of

_HAN: Final = ("zh", "ja", "ko")
"""Languages that Word sets with faces for East Asia."""
_REGION: Final = re.compile(r"-[A-Za-z]{2}\Z|-[A-Za-z]{2}-")
_RIGHT: Final = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LATIN: Final = re.compile(rf"[A-Za-z\u00c0-\u024f](?:[^{_RIGHT}\n]*[A-Za-z\u00c0-\u024f0-9%)\]])?")
"""A stretch of Latin words, with the figures and marks between them."""


@cache
def tagged(language: str) -> str:
    """A language with its region, without which Word has no spelling for it: `fr-FR` for `fr`."""
    if _REGION.search(language):
        return language
    likely = get_global("likely_subtags")
    full = likely.get(language.replace("-", "_")) or likely.get(base_of(language), "")
    region = full.rpartition("_")[2]
    return f"{base_of(language)}-{region}" if region else language


def is_han(language: str) -> bool:
    """Tell whether a language is set with a face for East Asia."""
    return base_of(language) in _HAN


def language_of(language: str) -> Element:
    """The language of a run as a property of it."""
    told = tagged(language)
    if is_han(language):
        return element("lang", eastAsia=told)
    if direction_of(language) == "rtl":
        return element("lang", bidi=told)
    return element("lang", val=told)


def by_direction(words: str) -> Iterator[tuple[str, bool]]:
    """Words of a document that runs from right to left, parted where Latin ones stand.

    Yield each stretch, and whether it runs from right to left.
    """
    at = 0
    for found in _LATIN.finditer(words):
        if found.start() > at:
            yield words[at : found.start()], True
        yield found[0], False
        at = found.end()
    if at < len(words):
        yield words[at:], True
