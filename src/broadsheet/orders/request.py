"""What a build is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from broadsheet.school.paper import Paper


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for: the command line's words, and the day.

    Where names are empty, what the settings say holds, or else what is made unasked.
    """

    files: Sequence[Path]
    """Lessons, and units of them."""
    output: Path
    today: date
    papers: Sequence[Paper] = ()
    """Papers to set for; A4 unasked."""
    editions: Sequence[str] = ()
    """Editions of the worksheet, or `all`; the standard one unasked."""
    documents: Sequence[str] = ()
    """Documents by their names in the table, or `all`."""
    formats: Sequence[str] = ()
    """Formats by their names in the table, or `all`."""
    questions: Sequence[int] = ()
    """Numbers of the questions that are asked of each lesson; all unasked."""
    jobs: int | None = None
    """How many documents are made side by side; as many as there are processors unasked."""
