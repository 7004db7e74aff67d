"""The lessons and units that a command means, read and judged together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from broadsheet.collection.gathering import Gathered, gathered
from broadsheet.collection.judged import Judged, judged_together
from broadsheet.collection.lessons import judged, judged_lessons
from broadsheet.collection.names import name_faults
from broadsheet.findings import Finding
from broadsheet.lesson.load import load
from broadsheet.noted import noting, together
from broadsheet.orders.good import GoodLesson, GoodUnit


@dataclass(frozen=True, slots=True)
class Collection:
    """What there is to say of lessons and units, and what of them can be printed."""

    judged: Judged
    good_lessons: tuple[GoodLesson, ...]
    good_units: tuple[GoodUnit, ...]
    noted: Mapping[Path, Mapping[str, str]]
    """What was read for each lesson and unit, that of its settings and lessons among it."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that there is to say."""
        return self.judged.findings


def judge_collection(files: Sequence[Path], today: date, jobs: int = 1) -> Judged:
    """Read and judge lessons and units, keeping nothing of a lesson but what there is to say.

    Many are shared by so many processes. Of a lesson that only a unit asks for, the errors alone
    are told: they keep the unit from being printed.
    """
    read = gathered(files)
    return judged_together(read, judged_lessons(read, today, jobs), _name_faults(read))


def read_collection(
    files: Sequence[Path], today: date, names: Sequence[Finding] | None = None
) -> Collection:
    """Read and judge lessons and units, to make documents of them.

    `names` are what is wrong with their names, where more than these are made in one run.
    """
    read = gathered(files)
    loaded, lessons = {}, []
    for file in read.lessons:
        with noting() as read.noted[file]:
            loaded[file] = load(file)
            lessons.append(judged(loaded[file], today, read.school_of(file)))
    told = judged_together(read, lessons, _name_faults(read) if names is None else names)
    good = {
        file: GoodLesson(lesson, read.school_of(file))
        for file, lesson in loaded.items()
        if file not in told.faulty
    }
    return Collection(
        told,
        good_lessons=tuple(good[file] for file in read.asked if file in good),
        good_units=tuple(
            GoodUnit(unit, read.school_of(unit.file), tuple(good[file] for file in unit.lessons))
            for unit in read.units
            if unit.file not in told.faulty
        ),
        noted={file: _rests_on(file, read) for file in read.settings},
    )


def _name_faults(read: Gathered) -> list[Finding]:
    return name_faults([*read.asked, *(unit.file for unit in read.units)])


def _rests_on(file: Path, read: Gathered) -> dict[str, str]:
    """What was read for a lesson or a unit, whose lessons are a part of it."""
    parts = next((unit.lessons for unit in read.units if unit.file == file), ())
    return together(*(read.noted.get(each, {}) for each in (file, *parts, read.settings[file])))
