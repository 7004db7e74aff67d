"""All that is known of the lessons at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadsheet.preview.piece import Piece
from broadsheet.preview.slot import Slot
from broadsheet.preview.view import View


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known at a moment: plain values that nobody changes."""

    pieces: dict[str, Piece]
    """Lessons and units by the names that addresses have for them, in order."""
    unread: int
    """How many of them were not read yet."""
    missing: tuple[Path, ...]
    """Folders that were named and are there no more."""
    slots: dict[View, Slot]

    def named(self, view: View) -> tuple[str, Piece | None]:
        """The lesson or unit that a view is of, unasked the first; None where there is none."""
        name = view.lesson or next(iter(self.pieces), "")
        return name, self.pieces.get(name)
