"""Findings for people, for programs and for code hosts: one module per format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from broadsheet.cli.formats.discretion import discreet
from broadsheet.findings import Finding

FORMATS: Final = ("text", "json", "github", "sarif")


def shown(findings: Sequence[Finding], silenced: int = 0, form: str = "text") -> str:
    """Write what was found in one of FORMATS. `silenced` findings were left alone."""
    findings = discreet(findings)
    match form:
        case "json":
            from broadsheet.cli.formats.json import as_json

            return as_json(findings)
        case "github":
            from broadsheet.cli.formats.github import as_github

            return as_github(findings)
        case "sarif":
            from broadsheet.cli.formats.sarif import as_sarif

            return as_sarif(findings, silenced)
        case _:
            from broadsheet.cli.formats.text import as_text

            return as_text(findings)
