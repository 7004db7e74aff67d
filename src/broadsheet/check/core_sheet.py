"""Does a core sheet ask something, and show what it asks about?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from broadsheet.check.silence import silence
from broadsheet.check.subject import Subject
from broadsheet.excerpt.core import core_paragraphs
from broadsheet.findings import Finding, Remark, Rule, Severity, YamlPath
from broadsheet.lesson.load import Loaded
from broadsheet.lesson.models import Lesson, source_path
from broadsheet.school.limits import Limits

EMPTY: Final = Rule(
    code="core-sheet-empty",
    severity=Severity.WARNING,
    what="The core sheet asks nothing, or shows no word of a text.",
    why="It keeps the questions marked `core: yes` and the paragraphs that they quote. Without "
    "either a class gets a sheet with nothing to read or nothing to do.",
    bad="- ask: Which of the two is fairer?\n  core: yes",
    good="- ask: Which is fairer, ((A: the widowed)) or ((B: a small benefit))?\n  core: yes",
)

RULES: Final = (EMPTY,)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark where a core sheet lacks a question or a text, if one is to be made.

    One is if the settings ask for it, or if the lesson marks questions as core.
    """
    if subject.limits.core or any(
        asked.question.core for asked in subject.lesson.questions.numbered()
    ):
        yield from core_remarks(subject)


def core_remarks(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for what a core sheet of the lesson lacks."""
    lesson = subject.lesson
    if not any(asked.question.core for asked in lesson.questions.numbered()):
        yield Remark(
            EMPTY,
            "the core sheet asks nothing: no question is marked `core: yes`",
            "mark those that a class must not miss",
            ("questions",),
            at_key=True,
        )
        return
    shown = {label for label, _ in core_paragraphs(lesson, subject.excerpts)}
    for label in (label for label in lesson.texts if label not in shown):
        name = f"text {label}" if label else "the text"
        yield Remark(
            EMPTY,
            f"the core sheet shows no word of {name}: no core question quotes it",
            f"quote it in one, as (({f'{label}: ' if label else ''}words)); the paragraphs "
            "quoted are those that are shown",
            _place(lesson, label),
            at_key=True,
        )


def findings_of_core(loaded: Loaded, today: date, limits: Limits) -> list[Finding]:
    """What a core sheet of a lesson lacks, without what the lesson silences."""
    lesson, document = loaded.lesson, loaded.document
    if lesson is None or document is None:
        return []
    remarks = core_remarks(Subject(lesson, loaded.file.parent, today, limits))
    return silence(map(document.locate, remarks), lesson.ignore)[0]


def _place(lesson: Lesson, label: str) -> YamlPath:
    """The core question that compares texts, else the text that is not shown."""
    for asked in lesson.questions.numbered():
        if asked.question.core and asked.question.comparison_grid:
            return (*asked.path, "comparison_grid")
    return (*source_path(label), "excerpt")
