"""Each question has a model answer of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]

FRAMING = "      answer: It tells a reader that the square is wasted, which is unfair.\n"


def test_a_question_without_an_answer_is_named_by_its_printed_number(say: Say) -> None:
    (finding,) = say((FRAMING, ""))

    assert finding.code == "answer-missing"
    assert "question 2" in finding.message


def test_a_faulty_answer_is_not_called_missing(say: Say) -> None:
    found = say((FRAMING, "      answer: {wonderful: It tells a reader that it is wasted.}\n"))

    assert "answer-missing" not in [finding.code for finding in found]


def test_the_same_answer_with_other_capitals_and_commas_is_the_same(say: Say) -> None:
    same = "it tells their reason, and says that (they know their business) which is fair"
    (finding,) = say((FRAMING, f"      answer: {same}\n"))

    assert finding.code == "answer-repeated"
    assert "question 2" in finding.message
    assert finding.path[:3] == ("questions", "synthesis", 0)
