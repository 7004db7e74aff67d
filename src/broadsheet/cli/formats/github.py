"""Findings as GitHub's workflow commands, which become annotations on a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from broadsheet.cli.formats.paths import shown_path
from broadsheet.cli.terminal import visible
from broadsheet.findings import Finding, Severity

_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "notice",
}


def as_github(findings: Sequence[Finding]) -> str:
    """One workflow command for each finding."""
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Finding) -> str:
    place = finding.place
    where = f"file={_property(shown_path(finding.file))}"
    if place:
        where += f",line={place.line},col={place.column}"
        where += f",endLine={place.end_line},endColumn={place.end_column}"
    message = visible(finding.message) + (f"\n{visible(finding.hint)}" if finding.hint else "")
    return (
        f"::{_LEVELS[finding.severity]} {where},title={_property(finding.code)}::{_data(message)}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
