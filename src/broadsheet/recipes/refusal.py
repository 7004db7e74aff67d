"""Why a recipe did nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PIECE_ALONE: Final = "save the piece alone, as plain text"
"""What to do where reading a piece was given up."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was done, and what to do. Nothing was written."""

    message: str
    hint: str
