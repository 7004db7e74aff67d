"""Findings for people, for programs and for code hosts."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import click

from broadsheet.findings import Finding, Severity

_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_GITHUB: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "notice",
}


def as_text(findings: Sequence[Finding]) -> str:
    """Each finding with the line of YAML it speaks of and a caret, and a count at the end."""
    return "\n".join(_text(finding) for finding in findings)


def _text(finding: Finding) -> str:
    place = finding.place
    where = shown_path(finding.file) + (f":{place.line}:{place.column}" if place else "")
    colour = _COLOURS[finding.severity]
    head = (
        f"{click.style(where, bold=True)}: "
        f"{click.style(finding.severity.value, fg=colour, bold=True)} "
        f"{finding.message} {click.style(f'[{finding.code}]', dim=True)}"
    )
    lines = [head]
    if place and (source := _line(finding.file, place.line)) is not None:
        number = str(place.line)
        end = place.end_column if place.end_line == place.line else len(source) + 1
        before, marked = source[: place.column - 1], source[place.column - 1 : end - 1]
        lines.append(f"  {click.style(number, dim=True)} | {source}")
        caret = click.style("^" * max(_columns(marked), 1), fg=colour)
        lines.append(f"  {' ' * len(number)} | {' ' * _columns(before)}{caret}")
    if finding.hint:
        lines.append(f"  {click.style('hint:', bold=True)} {finding.hint}")
    return "\n".join(lines) + "\n"


def _columns(text: str) -> int:
    """How many columns a terminal takes for a text."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


@cache
def _lines(file: Path) -> tuple[str, ...]:
    try:
        return tuple(file.read_text("utf-8-sig").replace("\t", " ").splitlines())
    except (OSError, UnicodeDecodeError):
        return ()


def _line(file: Path, number: int) -> str | None:
    lines = _lines(file)
    return lines[number - 1] if number <= len(lines) else None


def as_json(findings: Sequence[Finding]) -> str:
    """An object with a list of findings, for programs."""
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


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands that become annotations on a pull request."""
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Finding) -> str:
    place = finding.place
    where = f"file={_property(shown_path(finding.file))}"
    if place:
        where += f",line={place.line},col={place.column}"
        where += f",endLine={place.end_line},endColumn={place.end_column}"
    message = finding.message + (f"\n{finding.hint}" if finding.hint else "")
    return f"::{_GITHUB[finding.severity]} {where},title={_property(finding.code)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def shown_path(path: Path) -> str:
    """A path as short as it can be from where the command runs."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


FORMATS: Final[dict[str, Callable[[Sequence[Finding]], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def counted(findings: Sequence[Finding]) -> str:
    """Say how many findings of each severity there are."""
    parts = []
    for severity in Severity:
        count = sum(finding.severity is severity for finding in findings)
        if count:
            plural = "" if count == 1 or severity is Severity.ADVICE else "s"
            parts.append(f"{count} {severity.value}{plural}")
    return ", ".join(parts) or "no findings"


def use_colour() -> bool | None:
    """Colour on a terminal only, and never where NO_COLOR is set."""
    return False if os.environ.get("NO_COLOR") else None
