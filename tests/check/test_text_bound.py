"""A question on a lens sends the student back to words of the excerpt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

Ask: TypeAlias = Callable[..., list[str]]

LOOSE = "What would make a town square pleasant?"


def test_a_question_that_needs_no_text_is_found(ask: Ask) -> None:
    assert ask(LOOSE) == ["question-without-words"]


@pytest.mark.parametrize(
    "more",
    [
        "\n      steps: ['Find ((parked cars)).']",
        "\n      choices: ['((parked cars))', a fountain]",
        "\n      claim_table: 2 rows",
        "\n      framing_grid: yes",
        "\n      omission_table: 2 rows",
        "\n      comparison_grid: [Who speaks]",
        "\n      table: {columns: [Word, Effect], rows: [parked cars, my choice]}",
    ],
)
def test_what_the_student_fills_in_may_hold_the_words(ask: Ask, more: str) -> None:
    assert "question-without-words" not in ask(LOOSE, more=more)


def test_rows_that_are_not_in_the_excerpt_do_not_bind_a_question(ask: Ask) -> None:
    more = "\n      table: {columns: [Word, Effect], rows: [benches, my choice]}"

    assert ask(LOOSE, more=more) == ["question-without-words"]
