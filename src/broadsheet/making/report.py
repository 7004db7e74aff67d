"""What came of a build."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadsheet.findings import Finding


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made and what it found."""

    lessons: int
    written: tuple[Path, ...]
    """The documents that were made."""
    findings: tuple[Finding, ...]
    units: int = 0
    silenced: int = 0
    """How many findings the lessons leave alone, each with a reason."""
    settings: tuple[Path, ...] = ()
    """The settings that hold for what was asked for."""
    slow_subsetting: bool = False
    """True where fonts were embedded the slow way, for lack of a library."""
    standing: tuple[Path, ...] = ()
    """The documents that were up to date, and were left alone."""
    unkept: str = ""
    """Why what was made could not be kept for the next build; nothing where it was."""
