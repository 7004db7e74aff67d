"""What there is to say of one lesson, as it comes from whoever judged it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from broadsheet.findings import Finding
from broadsheet.findings_json import read, written


@dataclass(frozen=True, slots=True)
class JudgedLesson:
    """What there is to say of a lesson."""

    file: Path
    findings: tuple[Finding, ...]
    silent: int = 0
    """How many findings it leaves alone, with a reason."""
    language: str = ""
    """The language that it says it is in, as far as it could be read."""

    def to_json(self) -> bytes:
        """Write it down, but for its file, in one line."""
        findings = [written(finding) for finding in self.findings]
        return json.dumps([findings, self.silent, self.language]).encode("ascii")

    @classmethod
    def from_json(cls, file: Path, line: bytes) -> JudgedLesson:
        """Read what was written down of a file."""
        findings, silent, language = json.loads(line)
        return cls(file, tuple(map(read, findings)), silent, language)
