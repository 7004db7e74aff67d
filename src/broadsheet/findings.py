"""What checking has to say: rules, remarks and findings.

Values only. A fault in a lesson is never raised: it is collected, so that an author
sees all of them in one run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias


class Severity(StrEnum):
    """How much a finding weighs: an error stops the lesson's build, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: its stable code and what `broadsheet explain` says of it."""

    code: str
    severity: Severity
    what: str
    """One sentence: what is found."""
    why: str
    """Why it matters to a class or an author, with the source of the rule."""
    bad: str
    """A short piece of YAML that is found."""
    good: str
    """The same, mended."""


YamlPath: TypeAlias = tuple[str | int, ...]
"""The keys and list positions that lead to a value."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding that knows which key it speaks of, but not yet where that key stands."""

    rule: Rule
    message: str
    hint: str = ""
    path: YamlPath = ()
    span: tuple[int, int] | None = None
    """Start and end within the text of the value at `path`; None for the whole value."""
    at_key: bool = False
    """True to point at the key itself rather than at its value."""
    near_match: str | None = None
    """What should stand there instead: an editor can offer it.

    It replaces exactly what the finding's place covers, inside its quotation marks if it has any.
    """
    sure: bool = True
    """Whether there is just one right answer, which `check --fix` writes without asking.

    `broadsheet.reading.spelling` tells when a name has just one.
    """


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands. Lines and columns count characters from 1."""

    line: int
    column: int
    end_line: int
    end_column: int
    """The column after the last character."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about one place in one file."""

    rule: Rule
    message: str
    hint: str
    file: Path
    place: Place | None = None
    path: YamlPath = ()
    near_match: str | None = None
    """What may replace exactly the words at `place`, before YAML's quoting: an editor offers it."""
    sure: bool = True
    """Whether it is the only right answer, which `check --fix` writes without asking."""

    @property
    def code(self) -> str:
        """The rule's stable code."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings as an author reads a file: by file, then line, column, severity and code."""

    def key(finding: Finding) -> tuple[str, int, int, int, str, str]:
        place = finding.place
        line, column = (place.line, place.column) if place else (0, 0)
        return (
            str(finding.file),
            line,
            column,
            finding.severity.rank,
            finding.code,
            finding.message,
        )

    return tuple(sorted(set(findings), key=key))


def fails(findings: Iterable[Finding], *, strict: bool) -> bool:
    """Tell whether any finding makes a command fail: an error, or a warning where it is strict."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in failing for finding in findings)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding stops a build."""
    return fails(findings, strict=False)
