"""The lessons and units that a command means, read and judged together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.collection.gathering import Gathered, gathered
from broadsheet.collection.judging import judge
from broadsheet.collection.names import name_faults
from broadsheet.findings import Finding, Severity, in_order
from broadsheet.locale.look_up import faults_of_locales
from broadsheet.noted import noting, together
from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.school.edition import faults_of_editions
from broadsheet.school.settings import School
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
    silent: Mapping[Path, int]
    """How many findings each lesson leaves alone, with a reason."""
    settings: tuple[Path, ...] = ()
    """The settings that hold for what was asked for."""
    noted: Mapping[Path, Mapping[str, str]] = field(default_factory=dict)
    """What was read for each lesson and unit, that of its settings and lessons among it."""

    @property
    def silenced(self) -> int:
        """How many findings the lessons leave alone."""
        return sum(self.silent.values())


def read_collection(
    files: Sequence[Path], today: date, names: Sequence[Finding] | None = None
) -> Collection:
    """Read and judge lessons and units.

    `names` are what is wrong with their names, where more than these are made in one run.
    Of a lesson that only a unit asks for, the errors alone are told: they keep the unit from being
    printed.
    """
    read = gathered(files)
    asked = [*read.asked, *(unit.file for unit in read.units)]
    findings = [*_on_what_surrounds(read), *(name_faults(asked) if names is None else names)]
    judged = []
    for each in read.lessons:
        with noting() as noted:
            judged.append((each.file, judge(each, today, read.school_of(each.file).limits)))
        read.noted[each.file] = together(read.noted[each.file], noted)
    for file, judgement in judged:
        findings += [
            finding
            for finding in judgement.findings
            if file in read.asked or finding.severity is Severity.ERROR
        ]
    findings += _on_choices(read)
    for unit in read.units:
        findings += _findings_of(unit, read.faulty(findings), read.school_of(unit.file).theme)
    bad = read.faulty(findings)
    good = {
        lesson.file: GoodLesson(lesson, read.school_of(lesson.file))
        for lesson in read.lessons
        if lesson.file not in bad
    }
    return Collection(
        lessons=len(read.asked),
        units=len(read.units),
        good_lessons=tuple(good[file] for file in read.asked if file in good),
        good_units=tuple(
            GoodUnit(unit, read.school_of(unit.file), tuple(good[file] for file in unit.lessons))
            for unit in read.units
            if unit.file not in bad
        ),
        findings=in_order(findings),
        silent={file: len(judgement.silent) for file, judgement in judged if file in read.asked},
        settings=read.settings_in_use,
        noted={file: _rests_on(file, read) for file in read.settings},
    )


def _rests_on(file: Path, read: Gathered) -> dict[str, str]:
    """What was read for a lesson or a unit, whose lessons are a part of it."""
    parts = next((unit.lessons for unit in read.units if unit.file == file), ())
    return together(*(read.noted.get(each, {}) for each in (file, *parts, read.settings[file])))


def _on_what_surrounds(read: Gathered) -> list[Finding]:
    """What is wrong with settings, labels and editions, whatever the lessons say."""
    schools = [school for school, _ in read.schools.values()]
    themes = list(dict.fromkeys(school.theme for school in schools))
    return [
        *(finding for _, faults in read.schools.values() for finding in faults),
        *(fault for school in schools for fault in _unknown_in(school)),
        *faults_of_locales([school.theme for school in schools], read.locales.values()),
        *(fault for theme in themes for fault in faults_of_editions(theme)),
    ]


def _unknown_in(school: School) -> list[Finding]:
    if not (school.settings.documents or school.settings.formats):
        return []  # most settings leave them as they are, and the table need not be read
    from broadsheet.orders.unknown import faults_of_settings

    return faults_of_settings(school)


def _on_choices(read: Gathered) -> Iterator[Finding]:
    """What settings choose of lessons that these do not have."""
    for lesson in read.lessons:
        school = read.school_of(lesson.file)
        if lesson.lesson and school.settings.questions:
            from broadsheet.orders.choosing import faults_of_settings

            yield from faults_of_settings(GoodLesson(lesson, school))


def _findings_of(unit: LoadedUnit, faulty: AbstractSet[Path], theme: Theme) -> tuple[Finding, ...]:
    from broadsheet.unit.check import findings_of_unit

    return findings_of_unit(unit, faulty, theme)
