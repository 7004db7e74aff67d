"""The table of a question, filled in for whoever marks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.compose.filled import filled
from broadsheet.compose.setting import Setting
from broadsheet.lesson.load import load
from broadsheet.lesson.question import Question
from broadsheet.prose.nodes import Phrase
from broadsheet.prose.walk import visible

FILE = Path(__file__).parents[1] / "lessons" / "rooms.yaml"


@pytest.fixture(scope="module")
def setting() -> Setting:
    lesson = load(FILE).lesson
    assert lesson is not None
    return Setting.of(lesson, {})


def asks(**keys: object) -> Question:
    """A question with these keys, as an author types them."""
    return Question.model_validate({"ask": "Which?", **keys})


def words(question: Question, setting: Setting) -> list[list[str]]:
    table = filled(question, setting, setting.teacher)
    assert table is not None
    return [
        [visible(cell) if isinstance(cell, Phrase) else cell for cell in row] for row in table.rows
    ]


def test_an_answer_in_prose_fills_no_table(setting: Setting) -> None:
    asked = asks(claim_table="2 rows", answer="Both are told without support.")

    assert filled(asked, setting, setting.teacher) is None


def test_what_the_sheet_prints_stands_before_what_the_student_writes(setting: Setting) -> None:
    asked = asks(
        table={"columns": ["Plainer", "Effect"], "rows": ["hold my peace", "idle"]},
        answer={"rows": [["say nothing", "less solemn"], ["not at work"]]},
    )

    assert words(asked, setting) == [
        ["hold my peace", "say nothing", "less solemn"],
        ["idle", "not at work", ""],
    ]


def test_a_claim_of_the_students_own_fills_the_first_cell_too(setting: Setting) -> None:
    asked = asks(
        claim_table={"claims": ["((I counted forty people))"], "own": "1"},
        answer={"rows": [["fact", "his word", "ask"], ["every one", "fact", "none", "ask"]]},
    )
    given, own = words(asked, setting)

    assert given[0].startswith("“I counted forty people”")
    assert given[1:] == ["fact", "his word", "ask"]
    assert own == ["every one", "fact", "none", "ask"]
