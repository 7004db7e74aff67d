"""Lessons read and judged, and what there is to say of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from broadsheet.collection.gathering import Gathered
from broadsheet.collection.judged_lesson import JudgedLesson
from broadsheet.collection.judging import judge
from broadsheet.findings import Finding
from broadsheet.lesson.load import Loaded, load
from broadsheet.school.settings import School

SHARE: Final = 4
"""Fewer lessons than these are not worth a process of their own: it must warm up, too."""


def judged_lessons(gathered: Gathered, today: date, jobs: int) -> list[JudgedLesson]:
    """Read and judge every lesson, by so many processes at most.

    What is said, and in which order, does not depend on how many these are.
    """

    def here(file: Path) -> JudgedLesson:
        loaded, school = load(file), gathered.school_of(file)
        said = judged(loaded, today, school)
        return replace(said, findings=(*said.findings, *_on_choices(loaded, school)))

    # The first is judged here, so that what all of them need is loaded once.
    first, others = gathered.lessons[:1], gathered.lessons[1:]
    said = [here(file) for file in first]
    processes = min(jobs, len(others) // SHARE)
    if processes > 1:
        from broadsheet.collection.side_by_side import side_by_side

        if (theirs := side_by_side(others, here, processes)) is not None:
            return [*said, *theirs]
    return [*said, *map(here, others)]


def judged(loaded: Loaded, today: date, school: School) -> JudgedLesson:
    """Judge a lesson that was read, for the school that it is made for."""
    judgement = judge(loaded, today, school.limits)
    language = loaded.lesson.language if loaded.lesson else ""
    return JudgedLesson(loaded.file, judgement.findings, len(judgement.silent), language)


def _on_choices(loaded: Loaded, school: School) -> list[Finding]:
    """What settings choose of a lesson that it does not have.

    Who makes documents is told where they are ordered: what is asked for there wins.
    """
    if not (loaded.lesson and school.settings.questions):
        return []
    from broadsheet.orders.choosing import faults_of_settings
    from broadsheet.orders.good import GoodLesson

    return faults_of_settings(GoodLesson(loaded, school))
