"""There are as many questions as the time allows, and all say what they are worth."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (15, []),
        (20, []),
        (40, []),
        (50, ["4 questions in 50 minutes; 6 to 9 are usual"]),
        (100, ["4 questions in 100 minutes; 12 to 18 are usual"]),
    ],
)
def test_four_questions_are_few_for_a_long_lesson_and_never_many(
    say: Say, minutes: int, said: list[str]
) -> None:
    found = say(("minutes: 30", f"minutes: {minutes}"))

    assert [finding.message for finding in found] == said


def test_many_questions_in_little_time_are_found(say: Say) -> None:
    ask = "    - ask: What does the picture ((a warehouse with a fountain)) do for a reader?\n"
    more = "".join(
        f"    - ask: What does ((parked cars)) do, number {at}?\n      answer: Answer {at}.\n"
        "      depth: 2\n"
        for at in range(3)
    )
    (finding,) = say((ask, more + ask))

    assert finding.message == "7 questions in 30 minutes; 3 to 6 are usual"


def test_the_questions_without_points_are_numbered(say: Say) -> None:
    (finding,) = say(("      space: 3 lines\n", "      space: 3 lines\n      points: 2\n"))

    assert finding.code == "points-uneven"
    assert "2, 3, 4" in finding.message
