"""The questions go deep enough, and say so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]

LAST = "      credits: yes\n      depth: 3\n"


def with_more(depths: list[int]) -> tuple[str, str]:
    """More questions of these depths, after the fair lesson's four."""
    more = "".join(
        f"    - ask: Question {at} on ((parked cars)), told in a sentence of your own?\n"
        f"      answer: Answer {at}.\n      depth: {depth}\n"
        for at, depth in enumerate(depths)
    )
    return LAST, LAST + more


def codes(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found if finding.code.startswith("depth")]


@pytest.mark.parametrize(
    ("depths", "too_many"),
    [([1], False), ([1, 1], True), ([1, 1, 2, 2], False), ([1, 1, 1, 2, 2, 2, 2], True)],
)
def test_at_most_a_quarter_of_the_questions_ask_to_recall(
    say: Say, depths: list[int], too_many: bool
) -> None:
    assert codes(say(with_more(depths))) == ["depth-mostly-recall"] * too_many


def test_one_question_of_reasoning_is_enough(say: Say) -> None:
    shallow = ("depth: 3", "depth: 2")

    assert codes(say(shallow)) == ["depth-without-reasoning"]
    assert codes(say(with_more([4]), shallow)) == []


def test_a_faulty_depth_is_not_called_missing(say: Say) -> None:
    assert codes(say(("      depth: 2\n", "      depth: 7\n"))) == []


def test_missing_depths_are_said_once_and_nothing_is_judged_without_them(say: Say) -> None:
    (finding,) = say(("      depth: 3\n", ""))

    assert finding.code == "depth-missing"
    assert finding.message == "question 2 and 2 more: no `depth` is given"
