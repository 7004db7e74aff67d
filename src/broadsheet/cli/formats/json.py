"""Findings for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from broadsheet.cli.formats.paths import shown_path
from broadsheet.findings import Finding


def as_json(findings: Sequence[Finding]) -> str:
    """An object with a list of findings; lines and columns are null where there is no place."""
    return json.dumps(
        {
            "findings": [
                {
                    "code": finding.code,
                    "severity": finding.severity.value,
                    "message": finding.message,
                    "hint": finding.hint,
                    "path": shown_path(finding.file),
                    "line": finding.place.line if finding.place else None,
                    "column": finding.place.column if finding.place else None,
                }
                for finding in findings
            ]
        },
        ensure_ascii=False,
        indent=2,
    )
