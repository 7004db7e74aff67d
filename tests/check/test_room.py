"""A model answer fits the lines that the sheet offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding
from broadsheet.lesson.room import DEFAULT_LINES
from broadsheet.school.edition import WORDS_PER_LINE

Say: TypeAlias = Callable[..., list[Finding]]
Framing: TypeAlias = Callable[..., list[str]]

FRAMING = "      answer: It tells a reader that the square is wasted, which is unfair.\n"


@pytest.fixture
def say_framing(say: Say) -> Framing:
    """The codes of what is said where the question on framing has this answer and room."""

    def of(answer: str, room: str = "") -> list[str]:
        return [each.code for each in say((FRAMING, f"      answer: {answer}\n{room}"))]

    return of


def words(count: int) -> str:
    return " ".join(["word"] * count)


def test_an_answer_may_fill_its_lines_to_the_last_word(say_framing: Framing) -> None:
    full = 2 * WORDS_PER_LINE

    assert say_framing(words(full), "      space: 2 lines\n") == []
    assert say_framing(words(full + 1), "      space: 2 lines\n") == ["answer-longer-than-room"]


def test_a_question_that_names_no_room_has_the_lines_that_are_printed(
    say_framing: Framing,
) -> None:
    full = DEFAULT_LINES * WORDS_PER_LINE

    assert say_framing(words(full)) == []
    assert say_framing(words(full + 1)) == ["answer-longer-than-room"]


def test_a_quotation_counts_with_its_line_and_a_reference_as_two_words(
    say_framing: Framing,
) -> None:
    lines = "      space: 1 line\n"

    assert say_framing(f"{words(5)} ((parked cars))", lines) == []
    assert say_framing(f"{words(6)} ((parked cars))", lines) == ["answer-longer-than-room"]
    assert say_framing(f"{words(7)} ((@parked cars))", lines) == []
    assert say_framing(f"{words(8)} ((@parked cars))", lines) == ["answer-longer-than-room"]


def test_a_citation_is_not_written_by_the_student(say_framing: Framing) -> None:
    assert say_framing(f"{words(9)} [@trade-survey]", "      space: 1 line\n") == []


@pytest.mark.parametrize(
    "room", ["box: 2 cm", "claim_table: 1 row", "table: {columns: [A, B], rows: 1}"]
)
def test_boxes_and_tables_are_not_measured(say_framing: Framing, room: str) -> None:
    assert say_framing(words(200), f"      {room}\n") == []


def test_lines_for_a_reason_are_measured(say_framing: Framing) -> None:
    scale = "      scale: [hardly, fully]\n      space: 1 line\n"

    assert say_framing(words(10), scale) == ["answer-longer-than-room"]


def test_of_three_levels_the_best_is_measured(say_framing: Framing) -> None:
    levels = f"{{proficient: {words(5)}, emerging: {words(60)}}}"

    assert say_framing(levels, "      space: 1 line\n") == []
