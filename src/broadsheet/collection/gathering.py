"""The lessons and units that a command means, before lessons are read, and the settings of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.find import is_unit
from broadsheet.findings import Finding
from broadsheet.noted import noting
from broadsheet.school.lookup import is_misnamed, is_settings, settings_file
from broadsheet.school.settings import School, read_settings

if TYPE_CHECKING:
    from broadsheet.unit.load import LoadedUnit


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known before any lesson is read."""

    asked: tuple[Path, ...]
    """The lessons that were asked for by name."""
    lessons: tuple[Path, ...]
    """Those, and the ones that only a unit asks for."""
    units: tuple[LoadedUnit, ...]
    settings: Mapping[Path, Path | None]
    """The settings that hold for each lesson and unit."""
    schools: Mapping[Path | None, tuple[School, list[Finding]]]
    """What each settings' file says, and what is wrong with it."""
    noted: dict[Path | None, dict[str, str]]
    """What was read for each unit and settings, and in time for each lesson: see `noted`."""

    def school_of(self, file: Path) -> School:
        """The school that a lesson or unit is made for."""
        return self.schools[self.settings[file]][0]

    @property
    def settings_in_use(self) -> tuple[Path, ...]:
        """The settings that hold for what was asked for, each once."""
        files = (*self.asked, *(unit.file for unit in self.units))
        held = dict.fromkeys(self.settings[file] for file in files)
        return tuple(file for file in held if file and not is_misnamed(file))


def gathered(files: Sequence[Path]) -> Gathered:
    """Read units, find the lessons that these bind, and read the settings over all of them."""
    alone = [file for file in files if is_settings(file)]
    asked = [file for file in files if not (is_unit(file) or is_settings(file))]
    noted: dict[Path | None, dict[str, str]] = {}
    units, bound = _units(
        [file for file in files if is_unit(file) and not is_settings(file)], noted
    )
    lessons = tuple(dict.fromkeys([*asked, *bound]))
    settings = _settings_of(lessons, [unit.file for unit in units])
    schools = {}
    for at in dict.fromkeys([*settings.values(), *alone]):
        with noting() as noted[at]:
            schools[at] = read_settings(at)
    return Gathered(tuple(asked), lessons, tuple(units), settings, schools, noted)


def _settings_of(lessons: Sequence[Path], units: Sequence[Path]) -> dict[Path, Path | None]:
    """The settings that hold for each file; those of a folder are looked for once.

    A unit stands under its collection's settings, as the lessons beside its folder do.
    """
    found: dict[Path, Path | None] = {}
    places = {file: file.parent for file in lessons}
    places |= {file: file.absolute().parent.parent for file in units}
    for folder in places.values():
        if folder not in found:
            found[folder] = settings_file(folder / "any")
    return {file: found[folder] for file, folder in places.items()}


def _units(
    files: Sequence[Path], noted: dict[Path | None, dict[str, str]]
) -> tuple[list[LoadedUnit], list[Path]]:
    """Read units, and name the lessons of them that are at hand."""
    if not files:
        return [], []
    # Most often lessons alone are asked for, and can do without what reads units.
    from broadsheet.unit.check import lessons_at_hand
    from broadsheet.unit.load import load_unit

    units = []
    for file in files:
        with noting() as noted[file]:
            units.append(load_unit(file))
    return units, [file for unit in units for file in lessons_at_hand(unit)]
