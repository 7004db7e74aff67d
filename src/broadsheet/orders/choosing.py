"""Which questions of a lesson are asked: all, or those that a request or settings choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from broadsheet.findings import Finding, Remark, Rule, Severity
from broadsheet.lesson.question import LENSES
from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.orders.request import Request
from broadsheet.school.settings import WRONG_SETTING
from broadsheet.theme import ALL

LENS_LEFT: Final = Rule(
    code="lens-left-out",
    severity=Severity.WARNING,
    what="The questions that were chosen leave a lens without any.",
    why="A class that judges support and wording and never asks what is missing has read with one "
    "eye shut. It may be what you want for one day.",
    bad="broadsheet build my-lesson.yaml --questions 1,2",
    good="broadsheet build my-lesson.yaml --questions 1,2,5",
)

NO_TIME: Final = Rule(
    code="question-without-minutes",
    severity=Severity.WARNING,
    what="A question that was chosen has no time in the plan, so the minutes do not count it.",
    why="Minutes are counted by the plan: each of its steps names its questions. A question that "
    "none of them names waits for a second lesson.",
    bad="broadsheet build my-lesson.yaml --questions 1,4  # no step names question 4",
    good="plan:\n  - minutes: 8\n    do: Framing, in pairs.\n    questions: [4]",
)

RULES: Final = (LENS_LEFT, NO_TIME)


def chosen(
    good: GoodLesson | GoodUnit, request: Request
) -> tuple[GoodLesson | GoodUnit, list[Finding]]:
    """The same lesson, or unit of lessons, with the questions chosen, and what is to be said of it.

    The choice of a request comes before that of settings.
    """
    if isinstance(good, GoodUnit):
        pairs = [_of_lesson(lesson, request) for lesson in good.lessons]
        return (
            replace(good, lessons=tuple(lesson for lesson, _ in pairs)),
            [finding for _, findings in pairs for finding in findings],
        )
    return _of_lesson(good, request)


def _of_lesson(good: GoodLesson, request: Request) -> tuple[GoodLesson, list[Finding]]:
    numbers = tuple(request.questions) or _of_settings(good)
    if not numbers:
        return good, []
    if faults := _missing(good, numbers):
        return good, faults
    chosen = replace(good, questions=numbers)
    document = good.loaded.document
    return chosen, [document.locate(each) for each in _remarks(chosen)] if document else []


def faults_of_settings(good: GoodLesson) -> list[Finding]:
    """What settings choose of a lesson that it does not have, whatever a request says."""
    return _missing(good, _of_settings(good))


def _missing(good: GoodLesson, numbers: Sequence[int]) -> list[Finding]:
    there = {each.number for each in good.lesson.questions.numbered()}
    missing = [number for number in numbers if number not in there]
    if not missing:
        return []
    message = f"the lesson has no question {_listed(missing)}"
    hint = f"its questions are 1 to {max(there)}" if there else "it has none"
    return [Finding(WRONG_SETTING, message, hint, good.file)]


def _of_settings(good: GoodLesson) -> tuple[int, ...]:
    by_lesson = good.school.settings.questions or {}
    return tuple(by_lesson.get(good.slug) or by_lesson.get(ALL) or ())


def _remarks(good: GoodLesson) -> Iterator[Remark]:
    """Yield what a teacher should know of a choice: lenses left out, and time not counted."""
    asked = list(good.lesson.questions.numbered())
    of_all = good.loaded.lesson or good.lesson
    for lens in LENSES:
        if getattr(of_all.questions, lens) and lens not in {each.part for each in asked}:
            message = f"the questions chosen leave {lens} without one"
            numbers = [each.number for each in of_all.questions.numbered() if each.part == lens]
            hint = f"choose question {_listed(numbers, ' or ')} too"
            yield Remark(LENS_LEFT, message, hint, ("questions", lens), at_key=True)
    named = {number for step in of_all.notes.plan for number in step.questions}
    timed = {number for step in good.lesson.notes.plan for number in step.questions}
    untimed = [each.number for each in asked if each.number not in timed]
    if untimed:
        yield Remark(
            NO_TIME,
            f"no step of the plan names question {_listed(untimed)}, so the minutes leave out "
            f"the time for {'it' if len(untimed) == 1 else 'them'}"
            if named
            else "the plan does not say which questions its steps are for, so the minutes are "
            "those of all questions",
            "name the questions of each step: `questions: [1, 2]`",
            ("notes", "plan"),
            at_key=True,
        )


def _listed(numbers: Sequence[int], last: str = " and ") -> str:
    *others, end = map(str, numbers)
    return f"{', '.join(others)}{last}{end}" if others else end
