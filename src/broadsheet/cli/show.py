"""What commands show people: findings, counts and paths."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from broadsheet.cli.formats import shown as as_text
from broadsheet.cli.formats.paths import shown_path
from broadsheet.cli.terminal import echo
from broadsheet.findings import Finding, Severity

__all__ = [
    "as_text",
    "counted",
    "held_by",
    "lessons_and_units",
    "number_of",
    "shown_path",
    "tell_what_keeps_from_printing",
]


def tell_what_keeps_from_printing(findings: Sequence[Finding]) -> None:
    """Print findings but for advice, which is for authors, who ask for it with `check`."""
    told = [finding for finding in findings if finding.severity is not Severity.ADVICE]
    if told:
        echo(as_text(told), err=True)


def counted(findings: Sequence[Finding], silenced: int = 0) -> str:
    """Say how many findings of each severity there are, and how many a lesson silences."""
    parts = []
    for severity in Severity:
        count = sum(finding.severity is severity for finding in findings)
        if count:
            advice = severity is Severity.ADVICE
            parts.append(f"{count} advice" if advice else number_of(count, severity.value))
    said = ", ".join(parts) or "no findings"
    return f"{said}; {silenced} silenced" if silenced else said


def held_by(settings: Sequence[Path]) -> str:
    """Say which settings hold, for the end of a summary; nothing where none do."""
    return f"; settings: {', '.join(map(shown_path, settings))}" if settings else ""


def number_of(count: int, noun: str) -> str:
    """Write a number with its noun, as in `1 lesson` and `2 lessons`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def lessons_and_units(lessons: int, units: int) -> str:
    """Say how many there are, as in `7 lessons` and `7 lessons and 1 unit`."""
    parts = [number_of(lessons, "lesson")] if lessons or not units else []
    parts += [number_of(units, "unit")] if units else []
    return " and ".join(parts)
