"""Findings for programs."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.cli.formats.paths import shown_path
from broadsheet.cli.terminal import json_text, visible
from broadsheet.findings import Finding


def as_json(findings: Sequence[Finding]) -> str:
    """An object with a list of findings; lines and columns are null where there is no place."""
    return json_text(
        {
            "findings": [
                {
                    "code": finding.code,
                    "severity": finding.severity.value,
                    "message": visible(finding.message),
                    "hint": visible(finding.hint),
                    "path": shown_path(finding.file),
                    "line": finding.place.line if finding.place else None,
                    "column": finding.place.column if finding.place else None,
                    "end_line": finding.place.end_line if finding.place else None,
                    "end_column": finding.place.end_column if finding.place else None,
                    "near_match": finding.near_match,
                }
                for finding in findings
            ]
        }
    )
