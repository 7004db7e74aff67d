"""Numbers that count something: no years, days, pages and hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from babel import Locale

from broadsheet.signals.lists import Lists, Script
from broadsheet.signals.signal import NEAR, Span
from broadsheet.text.language_tags import base_of

_PARTED: Final = re.compile(r"(?<![\w.,/:-])\d[\d.,\u00a0\u202f]*(?:\s?[%‰°])?(?!\w)")
_UNPARTED: Final = re.compile(r"(?<![\d.,/:-])\d[\d.,]*(?:\s?[%‰°])?")
_NO_COUNT: Final = re.compile(r"1[0-9]{3}|20[0-9]{2}|[0-9]+\.0")
"""A year, or the number of a version."""


def number_pattern(lists: Lists) -> re.Pattern[str]:
    """What a number in figures looks like among a language's words."""
    return _UNPARTED if lists.script is Script.UNPARTED else _PARTED


def numbers_in(text: str, lists: Lists, language: str) -> Iterator[Span]:
    """Yield where numbers stand that count something: no years, days, pages and hours."""
    counted_no_more = {end for _, end in lists.no_numbers.found(text)}
    for found in number_pattern(lists).finditer(text):
        digits = found[0].rstrip(".,")
        before = text[max(found.start() - NEAR, 0) : found.start()].rstrip()
        behind = text[found.end() : found.end() + NEAR].lstrip()
        at = max(found.start() - NEAR, 0) + len(before)
        is_other = at in counted_no_more or lists.no_units.begins(behind)
        is_day = _month(language).match(behind) or _month_before(language).search(before)
        if not (is_other or is_day or _NO_COUNT.fullmatch(_in_ascii(digits))):
            yield found.start(), found.start() + len(digits)
    yield from lists.numbers.found(text)


def _in_ascii(digits: str) -> str:
    return re.sub(r"\d", lambda digit: str(int(digit[0])), digits)


@cache
def _months(language: str) -> str:
    named: Any = Locale.parse(base_of(language)).months["format"]
    each = {name.strip(".") for width in ("wide", "abbreviated") for name in named[width].values()}
    return "|".join(sorted(map(re.escape, each), key=len, reverse=True))


@cache
def _month(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\.\s*)?(?:de\s+|of\s+|ב)?(?:{_months(language)})\b", re.IGNORECASE)


@cache
def _month_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_months(language)})\.?$", re.IGNORECASE)
