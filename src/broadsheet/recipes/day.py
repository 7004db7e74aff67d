"""The day on which things are done."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day where the author is, wherever that is."""
    return datetime.now().astimezone().date()
