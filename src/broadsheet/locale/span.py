"""From one day to another, as a language writes it: `25–26 November 2026`."""

from __future__ import annotations

from datetime import date
from typing import Final

from babel import Locale
from babel.dates import format_date

_LONG: Final = "yMMMMd"
"""The pattern with the month's name; few languages have one of their own for a span of days."""
_SHORT: Final = "yMMMd"


def span(first: date, last: date, locale: Locale) -> str | None:
    """Write a span of days with the month's name in full; None where the locale can't."""
    parts = (("y", first.year != last.year), ("M", first.month != last.month), ("d", True))
    differing = next(part for part, differs in parts if differs)
    patterns = locale.interval_formats
    pattern = patterns.get(_LONG, {}).get(differing) or [
        # `MMM` is the name cut short.
        half.replace("MMM", "MMMM")
        for half in patterns.get(_SHORT, {}).get(differing, ())
    ]
    halves = zip(pattern, (first, last), strict=False)
    return "".join(format_date(day, half, locale=locale) for half, day in halves) or None
