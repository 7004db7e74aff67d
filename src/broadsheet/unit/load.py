"""From a file, or from text in memory, to a typed unit, or to findings that say why not."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.findings import Finding
from broadsheet.reading.document import Document
from broadsheet.reading.file_text import text_given, text_of
from broadsheet.reading.typed_file import read_as
from broadsheet.unit.models import Unit

_BEGINNING: Final = "begin a unit with `broadsheet: 1`, `title: …` and `lessons:`"


@dataclass(frozen=True, slots=True)
class LoadedUnit:
    """What reading a unit gave, and the findings."""

    file: Path
    document: Document | None
    unit: Unit | None
    findings: tuple[Finding, ...]

    @property
    def slug(self) -> str:
        """The unit's name in output paths: its file's name without the ending."""
        return self.file.stem

    @property
    def root(self) -> Path:
        """The folder of the whole collection, around that of the units."""
        return Path(os.path.normpath(self.file.parent / os.pardir))

    @property
    def lessons(self) -> tuple[Path, ...]:
        """The lessons' files in order, as they would be named beside the unit's."""
        named = self.unit.lessons if self.unit else []
        return tuple(Path(os.path.normpath(self.file.parent / path)) for path in named)


def load_unit(file: Path) -> LoadedUnit:
    """Read and type the unit in `file`. Faults are findings; nothing is raised for them."""
    return _loaded(file, None)


def load_unit_text(text: str, file: Path) -> LoadedUnit:
    """Read and type a unit as it stands in memory, on its way to `file` or not yet saved there."""
    return _loaded(file, text)


def _loaded(file: Path, given: str | None) -> LoadedUnit:
    try:
        with bounded():
            text = text_of(file) if given is None else text_given(given, file)
            read = read_as(Unit, text, file, _BEGINNING)
            return LoadedUnit(file, read.document, read.value, read.all_findings)
    except GivenUpError as given_up:
        return LoadedUnit(file, None, None, (given_up.finding(file),))
