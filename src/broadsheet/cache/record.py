"""What was found in a lesson or unit and made of it, and what that rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadsheet.findings import Finding, Place, Rule, Severity
from broadsheet.noted import UNKNOWN, state_of


@dataclass(frozen=True, slots=True)
class Record:
    """A lesson or unit whose documents were all made."""

    rests_on: Mapping[str, str]
    """The state of every file that was read or looked for, by its path."""
    settings: str | None
    """The path of the settings that hold for it."""
    findings: tuple[Finding, ...]
    silenced: int
    documents: Mapping[str, str]
    """The state of each file that was made, by its path."""
    slow_subsetting: bool

    def stands(self) -> bool:
        """Tell whether all of it is as it was: what was read, and what was made."""
        every = (*self.rests_on.items(), *self.documents.items())
        return all(state != UNKNOWN and state_of(path) == state for path, state in every)

    def to_json(self) -> bytes:
        """Write it down."""
        values = {
            "rests_on": dict(self.rests_on),
            "settings": self.settings,
            "findings": [_written(finding) for finding in self.findings],
            "silenced": self.silenced,
            "documents": dict(self.documents),
            "slow_subsetting": self.slow_subsetting,
        }
        return json.dumps(values).encode("ascii")

    @classmethod
    def from_json(cls, data: bytes) -> Record | None:
        """Read what was written down; None for anything else."""
        try:
            values = json.loads(data)
            return cls(
                dict(values["rests_on"]),
                values["settings"],
                tuple(map(_read, values["findings"])),
                int(values["silenced"]),
                dict(values["documents"]),
                bool(values["slow_subsetting"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


def _written(finding: Finding) -> dict[str, Any]:
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


def _read(values: Mapping[str, Any]) -> Finding:
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
