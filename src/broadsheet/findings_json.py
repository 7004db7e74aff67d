"""Findings as JSON, on their way to another process or to the next build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from broadsheet.findings import Finding, Place, Rule, Severity


def written(finding: Finding) -> dict[str, Any]:
    """A finding as values that JSON knows."""
    rule, place = finding.rule, finding.place
    return {
        "rule": [rule.code, rule.severity.value, rule.what, rule.why, rule.bad, rule.good],
        "message": finding.message,
        "hint": finding.hint,
        "file": str(finding.file),
        "place": place and [place.line, place.column, place.end_line, place.end_column],
        "path": list(finding.path),
        "near_match": finding.near_match,
        "sure": finding.sure,
    }


def read(values: Mapping[str, Any]) -> Finding:
    """The finding again. Raises KeyError, TypeError or ValueError for anything else."""
    code, severity, what, why, bad, good = values["rule"]
    return Finding(
        rule=Rule(code, Severity(severity), what, why, bad, good),
        message=values["message"],
        hint=values["hint"],
        file=Path(values["file"]),
        place=Place(*values["place"]) if values["place"] else None,
        path=tuple(values["path"]),
        near_match=values["near_match"],
        sure=values["sure"],
    )
