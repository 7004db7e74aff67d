"""What the Unicode CLDR knows of a language, by Babel; never an error for a tag it does not know.

A tag that CLDR lacks is served by the nearest that it has: `en-XX` by English.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError

from broadsheet.locale.saying import FORMS, OTHER
from broadsheet.text.language_tags import is_right_to_left, renamed, tag_and_shorter

_WHOLE_NUMBERS: Final = range(200)
"""Enough to meet every form that a whole number can take."""


@cache
def regional(language: str) -> Locale:
    """The forms of dates and numbers for a language tag."""
    return _parsed(language) or Locale.parse("root")


def _parsed(language: str) -> Locale | None:
    for tag in tag_and_shorter(renamed(language)):
        # American English would put the month first; a worksheet for everyone has 21 September.
        wanted = "en-GB" if tag == "en" else tag
        try:
            return Locale.parse(wanted, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return None


def plural_forms(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The forms that a counted word needs for whole numbers as lessons have, and all it may have.

    Some languages have one more for fractions, or for a million.
    """
    other = {OTHER}
    known = _parsed(language)
    if known is None:  # nobody can say which forms it has
        return frozenset(other), frozenset(FORMS)
    rule = known.plural_form
    return frozenset(other.union(map(rule, _WHOLE_NUMBERS))), frozenset(other.union(rule.tags))


def direction_of(language: str) -> str:
    """The direction a language is written in, `ltr` or `rtl`; it needs no labels of ours."""
    named = is_right_to_left(language)
    if named is not None:
        return "rtl" if named else "ltr"
    return str(regional(language).text_direction)
