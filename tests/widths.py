"""How wide text is set."""

from __future__ import annotations

from broadsheet.excerpt.widths import thousandths


def width_of(text: str) -> float:
    """Width of `text` in em, set in the text face without kerning."""
    return sum(thousandths(text)) / 1000
