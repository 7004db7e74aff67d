"""The cells of a model answer are those of its table, and its rows stay low."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]
Framing: TypeAlias = Callable[..., list[str]]

FRAMING = "      answer: It tells a reader that the square is wasted, which is unfair.\n"


@pytest.fixture
def say_rows(say: Say) -> Framing:
    """The codes of what is said where the question on framing has this room and these cells."""

    def of(room: str, rows: str) -> list[str]:
        answer = f"      {room}\n      answer: {{rows: {rows}}}\n"
        return [each.code for each in say((FRAMING, answer))]

    return of


def words(count: int) -> str:
    return " ".join(["word"] * count)


def test_cells_that_the_table_has_are_taken(say_rows: Framing) -> None:
    assert say_rows("table: {columns: [A, B], rows: 2}", "[[one, two], [three]]") == []
    assert say_rows("framing_grid: yes", "[[one, two], [three, four, not stated]]") == []


def test_more_rows_or_cells_than_the_table_has_are_an_error(say_rows: Framing) -> None:
    outside = ["answer-outside-table"]

    assert say_rows("table: {columns: [A, B], rows: 1}", "[[one], [two]]") == outside
    assert say_rows("table: {columns: [A, B], rows: 1}", "[[one, two, three]]") == outside


def test_a_cell_that_the_sheet_prints_is_not_the_students(say_rows: Framing) -> None:
    named = "table: {columns: [A, B], rows: [Cars]}"

    assert say_rows(named, "[[one, two]]") == []
    assert say_rows(named, "[[Cars, one, two]]") == ["answer-outside-table"]


def test_a_claim_that_is_given_leaves_three_cells_and_an_own_one_four(say_rows: Framing) -> None:
    claims = "claim_table: {claims: [((parked cars))], own: 1}"

    assert say_rows(claims, "[[one, two, three], [one, two, three, four]]") == []
    assert say_rows(claims, "[[one, two, three, four]]") == ["answer-outside-table"]


def test_rows_without_a_table_are_an_error(say_rows: Framing) -> None:
    assert say_rows("space: 4 lines", "[[one]]") == ["answer-outside-table"]


def test_a_cell_takes_four_lines_of_its_column_at_most(say_rows: Framing) -> None:
    halves = "table: {columns: [A, B], rows: 1}"

    assert say_rows(halves, f"[[{words(18)}]]") == []
    assert say_rows(halves, f"[[{words(19)}]]") == ["answer-longer-than-cell"]


def test_a_quotation_in_a_cell_is_proved(say_rows: Framing) -> None:
    halves = "table: {columns: [A, B], rows: 1}"

    assert say_rows(halves, "[[((parked trams))]]") == ["quotation-not-in-excerpt"]


def test_an_answer_without_a_word_for_full_marks_is_an_error(say: Say) -> None:
    findings = say((FRAMING, "      answer: {emerging: Some.}\n"))

    assert [each.code for each in findings if each.severity == "error"] == ["missing-key"]
