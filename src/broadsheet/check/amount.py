"""Are there as many questions as the time allows, and do all say what they are worth?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.question import LENSES

FEWEST: Final = 6
"""Fewest questions for 50 minutes."""
MOST: Final = 9
"""Most questions for 50 minutes."""
_MINUTES: Final = 50

NUMBER: Final = Rule(
    code="number-of-questions",
    severity=Severity.ADVICE,
    what=f"There are fewer or more questions than {FEWEST} to {MOST} for each {_MINUTES} minutes.",
    why="Students of secondary age read, think and write at about this pace. It is a rule of "
    "thumb: a long table counts as one question here.",
    bad="minutes: 50   # and four questions",
    good="minutes: 50   # and seven questions",
)

POINTS: Final = Rule(
    code="points-uneven",
    severity=Severity.ADVICE,
    what="Some questions say how many points they are worth, and others do not.",
    why="The sheet adds the points up; a student takes a question without any for one that does "
    "not count.",
    bad="- ask: Who makes the claim ((the only way))?   # the others have `points`",
    good="- ask: Who makes the claim ((the only way))?\n  points: 2",
)

RULES: Final = (NUMBER, POINTS)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield at most one remark for each rule."""
    minutes = subject.lesson.minutes
    asked = list(subject.lesson.questions.numbered())
    fewest = max(minutes * FEWEST // _MINUTES, len(LENSES))
    most = max(-(-minutes * MOST // _MINUTES), len(LENSES) + 1)
    if not fewest <= len(asked) <= most:
        few = len(asked) < fewest
        yield Remark(
            NUMBER,
            f"{len(asked)} questions in {minutes} minutes; {fewest} to {most} are usual",
            "add one where students may want to go deeper"
            if few
            else "drop one, or join two that ask for the same lines",
            ("questions",),
            at_key=True,
        )
    without = [each for each in asked if each.question.points is None]
    if without and len(without) < len(asked):
        numbers = ", ".join(str(each.number) for each in without)
        yield Remark(
            POINTS,
            f"other questions have points, but not {numbers}",
            "give every question its `points`, or none",
            (*without[0].path, "points"),
        )
