"""A file of ours as a typed value: a lesson, a unit, a school's settings, an edition or a locale.

Its text comes from the file (`text_of`) or from memory, as an editor holds it (`text_given`), and
is read the same either way.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.findings import Finding, Remark, Rule
from broadsheet.reading.document import Document, Mapping, Scalar
from broadsheet.reading.faults import kind_of
from broadsheet.reading.lost_words import lost_words
from broadsheet.reading.reader import read_text
from broadsheet.reading.typed import Model, typed
from broadsheet.reading.yaml_rules import NOT_A_MAPPING, UNREADABLE


@dataclass(frozen=True, slots=True)
class TypedFile(Generic[Model]):
    """What reading a file gave, and what there is to say of it."""

    document: Document | None
    """Its values with their places; None where reading broke off."""
    value: Model | None
    findings: tuple[Finding, ...]
    """What reading says, before it is known what was meant."""
    remarks: tuple[Remark, ...] = ()
    """What typing says."""

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """All that there is to say, each at its place."""
        if self.document is None:
            return self.findings
        return (*self.findings, *map(self.document.locate, self.remarks))


def read_as(
    model: type[Model], text: str | Finding, file: Path, hint: str, rule: Rule = NOT_A_MAPPING
) -> TypedFile[Model]:
    """Read a text as `model`, or pass on the finding that says why there is no text.

    `hint` says how such a file begins, where it holds nothing or something else than keys with
    values; the latter breaks `rule`. `file` names it in findings. What takes far too long or far
    too much is given up.
    """
    if isinstance(text, Finding):
        return TypedFile(None, None, (text,))
    try:
        with bounded():
            return _read(model, text, file, hint, rule)
    except GivenUpError as given_up:
        return TypedFile(None, None, (given_up.finding(file),))


def _read(model: type[Model], text: str, file: Path, hint: str, rule: Rule) -> TypedFile[Model]:
    document, findings = read_text(text, file)
    if document is None:
        return TypedFile(None, None, tuple(findings))
    root = document.root
    if isinstance(root, Scalar) and root.is_empty:
        is_blank = not text.strip()
        message = "the file is empty" if is_blank else "the file holds nothing but comments"
        findings.append(document.locate(Remark(UNREADABLE, message, hint)))
        return TypedFile(document, None, tuple(findings))
    if not isinstance(root, Mapping):
        message = f"the file's top level is {kind_of(root)}, not keys with values"
        findings.append(document.locate(Remark(rule, message, hint)))
        return TypedFile(document, None, tuple(findings))
    value, remarks = typed(model, document)
    return TypedFile(document, value, (*findings, *lost_words(document, model)), tuple(remarks))
