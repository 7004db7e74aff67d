"""What was found in a lesson or unit and made of it, and what that rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from broadsheet.findings import Finding
from broadsheet.findings_json import read, written
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
            "findings": [written(finding) for finding in self.findings],
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
                tuple(map(read, values["findings"])),
                int(values["silenced"]),
                dict(values["documents"]),
                bool(values["slow_subsetting"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
