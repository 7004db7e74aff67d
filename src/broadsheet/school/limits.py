"""The limits that checks measure by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from broadsheet.theme import Theme


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be set otherwise for a collection of lessons."""

    copyright_words: int = 300
    """Most words that are shown of a source in copyright before a warning."""
    copyright_percent: int = 30
    """Most of a source in copyright that is shown before a warning, in per cent of its words."""
    own_faces: bool = False
    """True where the theme brings faces of its own, of which only layout knows what they lack."""
    core: bool = False
    """True where a core sheet is among those that the settings ask for."""
    theme: Theme = field(default_factory=Theme)
    """What brings labels of languages: the school's theme, or ours alone."""


DEFAULTS: Final = Limits()
"""The limits where a school sets none."""
