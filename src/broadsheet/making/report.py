"""What came of a build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from broadsheet.findings import Finding, in_order


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


def together(reports: Sequence[Report]) -> Report:
    """One report on all."""
    return Report(
        lessons=sum(each.lessons for each in reports),
        written=tuple(sorted(path for each in reports for path in each.written)),
        findings=in_order(finding for each in reports for finding in each.findings),
        units=sum(each.units for each in reports),
        silenced=sum(each.silenced for each in reports),
        settings=tuple(dict.fromkeys(path for each in reports for path in each.settings)),
        slow_subsetting=any(each.slow_subsetting for each in reports),
        standing=tuple(sorted(path for each in reports for path in each.standing)),
        unkept=next((each.unkept for each in reports if each.unkept), ""),
    )
