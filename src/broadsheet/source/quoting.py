"""The quotation marks that browsers put around `<q>`, by the page's language."""

from __future__ import annotations

from typing import Final

from broadsheet.text.language_tags import base_of
from broadsheet.text.quotation_marks import Quotes

_ELSEWHERE: Final[Quotes] = ("“", "”", "‘", "’")
_CORNERS: Final[Quotes] = ("「", "」", "『", "』")
_ANGLES: Final[Quotes] = ("«", "»", "“", "”")
# Double marks of every shape count as alike, and so do single ones; here stands what is neither.
_BY_LANGUAGE: Final[dict[str, Quotes]] = {
    "ja": _CORNERS,
    "es": _ANGLES,
    "ca": _ANGLES,
    "el": _ANGLES,
    "fr": _ANGLES,
    "it": _ANGLES,
    "pl": _ANGLES,
    "ru": _ANGLES,
    "uk": _ANGLES,
}
_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})


def marks_in(language: str) -> Quotes:
    """Opening and closing marks of a language, outer and inner; `language` is the page's tag."""
    tag = language.lower()
    base = base_of(tag)
    if base in ("zh", "yue") and not _TRADITIONAL.isdisjoint(tag.split("-")):
        return _CORNERS
    return _BY_LANGUAGE.get(tag, _BY_LANGUAGE.get(base, _ELSEWHERE))
