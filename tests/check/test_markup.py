"""Lines that look like a list and are none are told; words in lines are let alone."""

from __future__ import annotations

import pytest
from tests.check.conftest import Say

ANSWER = "answer: It tells a reader that the square is wasted, which is unfair."


def _typed(lines: str) -> str:
    return "answer: |\n" + "\n".join(f"        {line}" for line in lines.split("\n"))


@pytest.mark.parametrize(
    "lines",
    [
        "– Who pays?\n– Nobody.",
        "(1) Who pays?\n(2) Nobody.",
        "i. Who pays?\nii. Nobody.",
        "1.Who pays?\n2.Nobody.",
        "A. Who pays?\nB. Nobody.",
        "・甲\n・乙",
        "1、甲\n2、乙",
        "１．甲\n２．乙",
        "一、甲\n二、乙",
        "（1）甲\n（2）乙",
        "（一）甲\n（二）乙",
    ],
)
def test_lines_that_only_look_like_a_list_are_told(say: Say, lines: str) -> None:
    assert "lines-run-together" in [each.code for each in say((ANSWER, _typed(lines)))]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Who pays?\n2. Nobody.",
        "– Who pays?\n\n– Nobody.",
        "The toll was\n1.5 pence, and later\n2.5.",
        "It is unfair. I.\nmean it.",
        "一年，\n二月。",
    ],
)
def test_other_lines_are_let_alone(say: Say, lines: str) -> None:
    assert "lines-run-together" not in [each.code for each in say((ANSWER, _typed(lines)))]
