"""What there is to say of lessons and units, and of what surrounds and binds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.collection.gathering import Gathered
from broadsheet.collection.judged_lesson import JudgedLesson
from broadsheet.findings import Finding, Severity, in_order
from broadsheet.locale.look_up import faults_of_locales, file_for
from broadsheet.school.edition import faults_of_editions
from broadsheet.school.settings import School
from broadsheet.theme import Theme

if TYPE_CHECKING:
    from broadsheet.unit.load import LoadedUnit


@dataclass(frozen=True, slots=True)
class Judged:
    """What there is to say of lessons and units."""

    lessons: int
    """How many lessons were asked for, good or not."""
    units: int
    findings: tuple[Finding, ...]
    silent: Mapping[Path, int]
    """How many findings each lesson leaves alone, with a reason."""
    settings: tuple[Path, ...]
    """The settings that hold for what was asked for."""
    faulty: frozenset[Path]
    """The lessons and units that have an error, or whose settings or labels have."""

    @property
    def silenced(self) -> int:
        """How many findings the lessons leave alone."""
        return sum(self.silent.values())


def judged_together(
    read: Gathered, lessons: Sequence[JudgedLesson], names: Sequence[Finding]
) -> Judged:
    """Put together what there is to say of each lesson, and judge what binds and surrounds them."""
    locales = _locales(read, lessons)
    findings = [*_on_what_surrounds(read, locales), *names]
    asked = frozenset(read.asked)
    for lesson in lessons:
        findings += [
            finding
            for finding in lesson.findings
            if lesson.file in asked or finding.severity is Severity.ERROR
        ]
    for unit in read.units:
        faulty = _faulty(read, locales, findings)
        findings += _findings_of(unit, faulty, read.school_of(unit.file).theme)
    return Judged(
        lessons=len(read.asked),
        units=len(read.units),
        findings=in_order(findings),
        silent={lesson.file: lesson.silent for lesson in lessons if lesson.file in asked},
        settings=read.settings_in_use,
        faulty=_faulty(read, locales, findings),
    )


def _faulty(
    read: Gathered, locales: Mapping[Path, Path], findings: Iterable[Finding]
) -> frozenset[Path]:
    errors = {finding.file for finding in findings if finding.severity is Severity.ERROR}
    return frozenset(
        file
        for file, settings in read.settings.items()
        if {file, settings, locales.get(file)} & errors
    )


def _locales(read: Gathered, lessons: Sequence[JudgedLesson]) -> dict[Path, Path]:
    """The file of labels that serves each lesson and unit which one serves."""
    languages = {lesson.file: lesson.language for lesson in lessons}
    languages |= {each.file: each.unit.language for each in read.units if each.unit}
    found: dict[Path, Path] = {}
    for file, language in languages.items():
        school = read.school_of(file)
        if language and (at := file_for(school.language_for(language), school.theme)):
            found[file] = at
    return found


def _on_what_surrounds(read: Gathered, locales: Mapping[Path, Path]) -> list[Finding]:
    """What is wrong with settings, labels and editions, whatever the lessons say."""
    schools = [school for school, _ in read.schools.values()]
    themes = list(dict.fromkeys(school.theme for school in schools))
    return [
        *(finding for _, faults in read.schools.values() for finding in faults),
        *(fault for school in schools for fault in _unknown_in(school)),
        *faults_of_locales([school.theme for school in schools], locales.values()),
        *(fault for theme in themes for fault in faults_of_editions(theme)),
    ]


def _unknown_in(school: School) -> list[Finding]:
    if not (school.settings.documents or school.settings.formats):
        return []  # most settings leave them as they are, and the table need not be read
    from broadsheet.orders.unknown import faults_of_settings

    return faults_of_settings(school)


def _findings_of(unit: LoadedUnit, faulty: AbstractSet[Path], theme: Theme) -> tuple[Finding, ...]:
    from broadsheet.unit.check import findings_of_unit

    return findings_of_unit(unit, faulty, theme)
