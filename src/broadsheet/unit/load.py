"""From a file to a typed unit, or to findings that say why not."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.findings import Finding, Remark
from broadsheet.reading.document import Document, Mapping
from broadsheet.reading.lost_words import lost_words
from broadsheet.reading.reader import read
from broadsheet.reading.typed import kind_of, typed
from broadsheet.reading.yaml_rules import NOT_A_MAPPING
from broadsheet.unit.models import Unit


@dataclass(frozen=True, slots=True)
class LoadedUnit:
    """What reading a unit's file gave, and the findings."""

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
    try:
        with bounded():
            return _load(file)
    except GivenUpError as given_up:
        return LoadedUnit(file, None, None, (given_up.finding(file),))


def _load(file: Path) -> LoadedUnit:
    document, findings = read(file)
    if document is None:
        return LoadedUnit(file, None, None, tuple(findings))
    if not isinstance(document.root, Mapping):
        remark = Remark(
            NOT_A_MAPPING,
            f"the file's top level is {kind_of(document.root)}, not keys with values",
            "begin a unit with `broadsheet: 1`, `title: …` and `lessons:`",
        )
        return LoadedUnit(file, document, None, (*findings, document.locate(remark)))
    unit, remarks = typed(Unit, document)
    findings += lost_words(document, Unit)
    found = (document.locate(remark) for remark in remarks)
    return LoadedUnit(file, document, unit, (*findings, *found))
