"""From a file to a typed lesson, or to findings that say why not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.findings import Finding, Remark
from broadsheet.lesson.models import Lesson
from broadsheet.reading import yaml_rules
from broadsheet.reading.document import Document, Mapping
from broadsheet.reading.lost_words import lost_words
from broadsheet.reading.reader import read
from broadsheet.reading.typed import kind_of, typed

if TYPE_CHECKING:
    from broadsheet.lesson.partial import PartialLesson


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading a lesson's file gave: as much as could be read, and the findings."""

    file: Path
    document: Document | None
    lesson: Lesson | None
    findings: tuple[Finding, ...]
    partial: PartialLesson | None = None
    """Where there is no lesson, what could be read of it: to be checked, never to be built."""

    @property
    def slug(self) -> str:
        """The lesson's name in output paths: its file's name without the ending."""
        return self.file.stem


def load(file: Path) -> Loaded:
    """Read and type the lesson in `file`. Faults are findings; nothing is raised for them."""
    try:
        with bounded():
            return _load(file)
    except GivenUpError as given_up:
        return Loaded(file, None, None, (given_up.finding(file),))


def _load(file: Path) -> Loaded:
    document, findings = read(file)
    if document is None:
        return Loaded(file, None, None, tuple(findings))
    if not isinstance(document.root, Mapping):
        remark = Remark(
            yaml_rules.NOT_A_MAPPING,
            f"the file's top level is {kind_of(document.root)}, not keys with values",
            "begin with `broadsheet: 1` and `title: …`; `broadsheet new my-lesson` shows the form",
        )
        return Loaded(file, document, None, (*findings, document.locate(remark)))
    findings += lost_words(document, Lesson)
    lesson, remarks = typed(Lesson, document)
    if lesson is not None:
        return Loaded(file, document, lesson, (*findings, *(document.locate(r) for r in remarks)))
    from broadsheet.lesson.partial import read_in_part

    partial, faults = read_in_part(document, remarks)
    return Loaded(file, document, None, (*findings, *faults), partial)
