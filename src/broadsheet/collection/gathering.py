"""The lessons and units that a command means, read, with the settings and labels of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.find import is_unit
from broadsheet.findings import Finding, Severity
from broadsheet.lesson.load import Loaded, load
from broadsheet.locale.look_up import file_for
from broadsheet.noted import noting
from broadsheet.school.lookup import is_misnamed, is_settings, settings_file
from broadsheet.school.settings import School, read_settings

if TYPE_CHECKING:
    from broadsheet.unit.load import LoadedUnit


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read, good or not."""

    asked: tuple[Path, ...]
    """The lessons that were asked for by name."""
    lessons: tuple[Loaded, ...]
    """Those, and the ones that only a unit asks for."""
    units: tuple[LoadedUnit, ...]
    settings: Mapping[Path, Path | None]
    """The settings that hold for each lesson and unit."""
    schools: Mapping[Path | None, tuple[School, list[Finding]]]
    """What each settings' file says, and what is wrong with it."""
    locales: Mapping[Path, Path]
    """The file of labels that serves each lesson and unit which one serves."""
    noted: dict[Path | None, dict[str, str]]
    """What was read for each lesson, unit and settings: see `noted`."""

    def school_of(self, file: Path) -> School:
        """The school that a lesson or unit is made for."""
        return self.schools[self.settings[file]][0]

    @property
    def settings_in_use(self) -> tuple[Path, ...]:
        """The settings that hold for what was asked for, each once."""
        files = (*self.asked, *(unit.file for unit in self.units))
        held = dict.fromkeys(self.settings[file] for file in files)
        return tuple(file for file in held if file and not is_misnamed(file))

    def faulty(self, findings: Iterable[Finding]) -> set[Path]:
        """The lessons and units that have an error, or whose settings or labels have."""
        errors = {finding.file for finding in findings if finding.severity is Severity.ERROR}
        return {
            file
            for file, settings in self.settings.items()
            if {file, settings, self.locales.get(file)} & errors
        }


def gathered(files: Sequence[Path]) -> Gathered:
    """Read lessons, units, the lessons that these bind, and the settings over all of them."""
    alone = [file for file in files if is_settings(file)]
    asked = [file for file in files if not (is_unit(file) or is_settings(file))]
    noted: dict[Path | None, dict[str, str]] = {}
    units, bound = _units(
        [file for file in files if is_unit(file) and not is_settings(file)], noted
    )
    lessons = []
    for file in dict.fromkeys([*asked, *bound]):
        with noting() as noted[file]:
            lessons.append(load(file))
    settings = _settings_of([lesson.file for lesson in lessons], [unit.file for unit in units])
    schools = {}
    for at in dict.fromkeys([*settings.values(), *alone]):
        with noting() as noted[at]:
            schools[at] = read_settings(at)
    return Gathered(
        noted=noted,
        asked=tuple(asked),
        lessons=tuple(lessons),
        units=tuple(units),
        settings=settings,
        schools=schools,
        locales=_locales(
            [*lessons, *units], {file: schools[at][0] for file, at in settings.items()}
        ),
    )


def _locales(
    read: Sequence[Loaded | LoadedUnit], schools: Mapping[Path, School]
) -> dict[Path, Path]:
    """The file of labels that serves each lesson and unit which one serves."""
    asked = [(each.file, _language(each), schools[each.file]) for each in read]
    found = {
        file: file_for(school.language_for(language), school.theme)
        for file, language, school in asked
        if language
    }
    return {file: locale for file, locale in found.items() if locale}


def _language(read: Loaded | LoadedUnit) -> str:
    what = read.lesson if isinstance(read, Loaded) else read.unit
    return what.language if what else ""


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
