"""From a file, or from text in memory, to a typed lesson, or to findings that say why not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.findings import Finding
from broadsheet.lesson.models import Lesson
from broadsheet.reading.document import Document, Mapping
from broadsheet.reading.file_text import text_given, text_of
from broadsheet.reading.typed_file import read_as

if TYPE_CHECKING:
    from broadsheet.lesson.partial import PartialLesson

_BEGINNING: Final = (
    "begin with `broadsheet: 1` and `title: …`; `broadsheet new my-lesson` shows the form"
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading a lesson gave: as much as could be read, and the findings."""

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
    return _loaded(file, None)


def load_text(text: str, file: Path) -> Loaded:
    """Read and type a lesson as it stands in memory, on its way to `file` or not yet saved there.

    What it names beside itself is looked for beside `file`.
    """
    return _loaded(file, text)


def _loaded(file: Path, given: str | None) -> Loaded:
    try:
        with bounded():
            return _typed(file, text_of(file) if given is None else text_given(given, file))
    except GivenUpError as given_up:
        return Loaded(file, None, None, (given_up.finding(file),))


def _typed(file: Path, text: str | Finding) -> Loaded:
    read = read_as(Lesson, text, file, _BEGINNING)
    document = read.document
    if document is None or read.value or not isinstance(document.root, Mapping):
        return Loaded(file, document, read.value, read.all_findings)
    from broadsheet.lesson.partial import read_in_part

    partial, faults = read_in_part(document, read.remarks)
    return Loaded(file, document, None, (*read.findings, *faults), partial)
