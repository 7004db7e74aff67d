"""Where a class set has the text that is read."""

from __future__ import annotations

from enum import Enum


class Text(Enum):
    """Where the text is; the value is the name used on the command line."""

    IN_SHEET = "in-sheet"
    """In each student's worksheet."""
    EACH = "each"
    """On leaves of each student's own, beside the questions."""
    ONCE = "once"
    """On leaves that the class shares, once in each edition."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that a set is made of, what a student writes on first."""
        return ("worksheet",) if self is Text.IN_SHEET else ("questions", "text")
