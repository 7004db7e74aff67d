"""Why a recipe did nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was done, and what to do. Nothing was written."""

    message: str
    hint: str
