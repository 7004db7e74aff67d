"""The lessons and units that a command means, read and judged together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.find import is_unit
from broadsheet.findings import Finding, Severity, in_order
from broadsheet.lesson.load import Loaded, load
from broadsheet.locale.look_up import faults_of_locales, file_for
from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.recipes.judging import judge
from broadsheet.recipes.names import name_faults
from broadsheet.school.edition import faults_of_editions
from broadsheet.school.lookup import is_misnamed, is_settings, settings_file
from broadsheet.school.settings import School, read_settings
from broadsheet.theme import Theme

if TYPE_CHECKING:
    from broadsheet.unit.load import LoadedUnit


@dataclass(frozen=True, slots=True)
class Collection:
    """What was read, what of it can be printed, and what there is to say."""

    lessons: int
    """How many lessons were asked for, good or not."""
    units: int
    good_lessons: tuple[GoodLesson, ...]
    good_units: tuple[GoodUnit, ...]
    findings: tuple[Finding, ...]
    silenced: int
    """How many findings the lessons leave alone, each with a reason."""
    settings: tuple[Path, ...] = ()
    """The settings that hold for what was asked for."""


def read_collection(files: Sequence[Path], today: date) -> Collection:
    """Read and judge lessons and units.

    Of a lesson that only a unit asks for, the errors alone are told: they keep the unit from being
    printed.
    """
    alone = [file for file in files if is_settings(file)]
    asked = [file for file in files if not (is_unit(file) or is_settings(file))]
    units, bound = _units([file for file in files if is_unit(file) and not is_settings(file)])
    lessons = [load(file) for file in dict.fromkeys([*asked, *bound])]
    settings = _settings_of([lesson.file for lesson in lessons], [unit.file for unit in units])
    schools = {file: read_settings(file) for file in dict.fromkeys([*settings.values(), *alone])}
    findings = [finding for _, faults in schools.values() for finding in faults]
    findings += [fault for school, _ in schools.values() for fault in _unknown_in(school)]
    in_use = _locales([*lessons, *units], {file: schools[at][0] for file, at in settings.items()})
    findings += faults_of_locales([school.theme for school, _ in schools.values()], in_use.values())
    for theme in dict.fromkeys(school.theme for school, _ in schools.values()):
        findings += faults_of_editions(theme)
    findings += name_faults([*asked, *(unit.file for unit in units)])
    silenced = 0
    for lesson in lessons:
        school, _ = schools[settings[lesson.file]]
        judgement = judge(lesson, today, school.limits)
        named = lesson.file in asked
        silenced += len(judgement.silent) if named else 0
        findings += [f for f in judgement.findings if named or f.severity is Severity.ERROR]

    def faulty() -> set[Path]:
        errors = {finding.file for finding in findings if finding.severity is Severity.ERROR}
        return {
            file for file, school in settings.items() if {file, school, in_use.get(file)} & errors
        }

    for unit in units:
        theme = schools[settings[unit.file]][0].theme
        findings += _findings_of(unit, faulty(), theme)
    bad = faulty()
    good = {
        lesson.file: GoodLesson(lesson, schools[settings[lesson.file]][0])
        for lesson in lessons
        if lesson.file not in bad
    }
    return Collection(
        lessons=len(asked),
        units=len(units),
        good_lessons=tuple(good[file] for file in asked if file in good),
        good_units=tuple(
            GoodUnit(
                unit,
                schools[settings[unit.file]][0],
                tuple(good[file] for file in unit.lessons),
            )
            for unit in units
            if unit.file not in bad
        ),
        findings=in_order(findings),
        silenced=silenced,
        settings=tuple(
            dict.fromkeys(
                file
                for asked_for in (*asked, *(unit.file for unit in units))
                if (file := settings[asked_for]) and not is_misnamed(file)
            )
        ),
    )


def _unknown_in(school: School) -> list[Finding]:
    if not (school.settings.documents or school.settings.formats):
        return []  # most settings leave them as they are, and the table need not be read
    from broadsheet.orders.unknown import faults_of_settings

    return faults_of_settings(school)


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


def _units(files: Sequence[Path]) -> tuple[list[LoadedUnit], list[Path]]:
    """Read units, and name the lessons of them that are at hand."""
    if not files:
        return [], []
    # Most often lessons alone are asked for, and can do without what reads units.
    from broadsheet.unit.check import lessons_at_hand
    from broadsheet.unit.load import load_unit

    units = [load_unit(file) for file in files]
    return units, [file for unit in units for file in lessons_at_hand(unit)]


def _findings_of(unit: LoadedUnit, faulty: AbstractSet[Path], theme: Theme) -> tuple[Finding, ...]:
    from broadsheet.unit.check import findings_of_unit

    return findings_of_unit(unit, faulty, theme)
