"""Mending files: what has only one right answer, written into them without asking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from broadsheet.confined import linked_in
from broadsheet.find import is_unit
from broadsheet.findings import Finding
from broadsheet.reading.fix import Fix
from broadsheet.reading.fix import mend as mend_once
from broadsheet.school.lookup import is_settings
from broadsheet.system import reason_of

if TYPE_CHECKING:
    from broadsheet.reading.document import Document

_ROUNDS: Final = 5
"""A fix can bring another fault to light: the keys under one that was misspelt."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was mended in a file."""

    file: Path
    fixes: tuple[Fix, ...]
    refused: str = ""
    """Why the file, or the rest of it, could not be written."""


def mend(files: tuple[Path, ...], today: date) -> Iterator[Mended]:
    """Mend lessons and units, as often as something new comes to light; yield what was mended.

    What a link brings in from elsewhere is not written, and settings have other keys.
    """
    for file in files:
        if not (linked_in(file) or is_settings(file)):
            yield from _rounds(file, today)


def _rounds(file: Path, today: date) -> Iterator[Mended]:
    for _ in range(_ROUNDS):
        document, findings = _read(file, today)
        if document is None:
            return
        try:
            fixes = mend_once(document, findings)
        except OSError as error:
            yield Mended(file, (), reason_of(error))
            return
        if not fixes:
            return
        yield Mended(file, fixes)


def _read(file: Path, today: date) -> tuple[Document | None, tuple[Finding, ...]]:
    from broadsheet.collection.judging import judge
    from broadsheet.lesson.load import load

    if is_unit(file):
        from broadsheet.unit.check import findings_of_unit
        from broadsheet.unit.load import load_unit

        unit = load_unit(file)
        return unit.document, findings_of_unit(unit)
    lesson = load(file)
    return lesson.document, judge(lesson, today).findings
