"""Findings as SARIF 2.1.0, the OASIS format for results of analysis, for code hosts and editors."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote_from_bytes

from broadsheet import __version__
from broadsheet.cli.formats.paths import relative_path
from broadsheet.cli.terminal import json_text, visible
from broadsheet.collection.rules import every_rule
from broadsheet.findings import Finding, Place, Rule, Severity

_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "note",
}


def as_sarif(findings: Sequence[Finding], silenced: int) -> str:
    """A log of one run, with every rule there is, so that a host can tell a mended finding.

    What lessons silence is counted in the run's properties and is no result: hosts are known to
    show results as open whatever their `suppressions` say.
    """
    rules = every_rule()
    index = {code: number for number, code in enumerate(rules)}
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Broadsheet",
                        "version": __version__,
                        "rules": [_descriptor(rule) for rule in rules.values()],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, index[finding.code]) for finding in findings],
                "properties": {"silenced": silenced},
            }
        ],
    }
    return json_text(log)


def _descriptor(rule: Rule) -> dict[str, Any]:
    examples = f"Found in:\n\n{rule.bad}\n\nMended:\n\n{rule.good}"
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.why}\n\n{examples}",
            "markdown": f"{rule.why}\n\nFound in:\n\n```yaml\n{rule.bad}\n```\n\n"
            f"Mended:\n\n```yaml\n{rule.good}\n```",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, rule_index: int) -> dict[str, Any]:
    file = {"uri": _uri(finding.file)}
    location: dict[str, Any] = {"artifactLocation": file}
    if finding.place:
        location["region"] = _region(finding.place)
    message = visible(finding.message) + (f"\n{visible(finding.hint)}" if finding.hint else "")
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": location}],
    }
    if finding.near_match is not None and finding.place:
        replacement = {
            "deletedRegion": _region(finding.place),
            "insertedContent": {"text": finding.near_match},
        }
        result["fixes"] = [
            {
                "description": {"text": visible(finding.hint)},
                "artifactChanges": [{"artifactLocation": file, "replacements": [replacement]}],
            }
        ]
    return result


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _uri(file: Path) -> str:
    """Relative to where the command runs, or absolute for a file from elsewhere."""
    path = Path(relative_path(file))
    return (
        path.resolve().as_uri()
        if path.is_absolute() or ".." in path.parts
        else quote_from_bytes(os.fsencode(path.as_posix()))
    )
