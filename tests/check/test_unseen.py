"""Characters that nobody can see are told where they change what is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]

SENTENCE = "A pedestrian has no horn to blow."


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u200f", "right-to-left mark (U+200F)"),
        ("\u202e", "right-to-left override (U+202E)"),
        ("\u2066", "left-to-right isolate (U+2066)"),
        ("\U000e0041", "(U+E0041)"),
        ("\ufff9", "interlinear annotation anchor (U+FFF9)"),
        ("\u3164", "hangul filler (U+3164)"),
        ("\u200d", "zero width joiner (U+200D)"),
    ],
)
def test_one_in_an_excerpt_is_told_by_its_code_point(say: Say, character: str, name: str) -> None:
    (finding,) = say((SENTENCE, f"A pedestrian{character} has no horn to blow."))

    assert finding.code == "unseen-character"
    assert name in finding.message
    assert finding.place
    assert finding.place.column == len("    knows it. A pedestrian") + 1


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u2060"])
def test_one_that_only_says_where_a_line_may_end_is_left_alone(say: Say, character: str) -> None:
    assert not say((SENTENCE, f"A pedes{character}trian has no horn to blow."))


def test_marks_of_direction_belong_to_prose_from_right_to_left_but_not_into_numbers(
    say: Say,
) -> None:
    def said(summary: str) -> list[str]:
        found = say(("language: en", "language: he"), ("summary: A short", f"summary: {summary}A"))
        return [each.code for each in found if each.code == "unseen-character"]

    assert said("C++\u200e של ") == []
    assert said("$24\u200f,\u200f000 ") == ["unseen-character"]
