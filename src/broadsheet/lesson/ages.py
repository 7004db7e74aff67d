"""What the age of a lesson's youngest reader asks of its print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

TEXT_SIZE: Final = 11.0
"""Size of the text on the standard sheet, in points: that of a lesson that names no ages too."""
_YOUNG: Final = 11
_GROWN: Final = 99
_LARGER_UNDER: Final = ((_YOUNG, 13.0), (14, 12.0))
"""Ages, and the size of the text for who is younger."""


def text_size(ages: Sequence[int] | None) -> float:
    """The size of the text, in points, for a lesson whose youngest readers come first in `ages`."""
    youngest = ages[0] if ages else _GROWN
    return next((size for age, size in _LARGER_UNDER if youngest < age), TEXT_SIZE)


def is_for_young(ages: Sequence[int] | None) -> bool:
    """Whether a lesson is for children, who are spoken to in plainer words."""
    return ages is not None and ages[0] < _YOUNG
