"""Room to answer, reduced to what a page can draw."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.compose.room import Room, room_of
from broadsheet.compose.setting import Setting
from broadsheet.lesson.load import load
from broadsheet.lesson.question import DEFAULT_LINES, ROOMS
from broadsheet.prose.walk import visible
from broadsheet.school.edition import Edition

FILE = Path(__file__).parents[1] / "lessons" / "rooms.yaml"


@pytest.fixture(scope="module")
def setting() -> Setting:
    lesson = load(FILE).lesson
    assert lesson is not None
    return Setting.of(lesson, {})


def room(setting: Setting, number: int, edition: Edition | None = None) -> Room:
    question = next(
        asked.question for asked in setting.lesson.questions.numbered() if asked.number == number
    )
    return room_of(question, setting, edition or Edition())


def test_the_lesson_under_test_has_every_kind_of_room(setting: Setting) -> None:
    questions = [asked.question for asked in setting.lesson.questions.numbered()]
    for kind in ("space", *ROOMS):
        assert any(getattr(question, kind) for question in questions), kind
    assert any(
        not question.space and not any(getattr(question, r) for r in ROOMS)
        for question in questions
    )


def test_a_question_that_names_no_room_gets_four_lines(setting: Setting) -> None:
    assert room(setting, 9) == Room("lines", lines=DEFAULT_LINES)
    assert room(setting, 9, Edition(words_per_line=6)).lines == 6


def test_choices_have_lines_for_the_reason(setting: Setting) -> None:
    choices = room(setting, 2)
    assert len(choices.options) == 3
    assert visible(choices.options[0]) == "something the writer saw"
    assert (choices.kind, choices.lines) == ("choices", 2)
    assert room(setting, 2, Edition(words_per_line=5)).lines == 4


def test_a_scale_has_two_ends(setting: Setting) -> None:
    scale = room(setting, 5)
    assert (scale.kind, scale.ends, scale.lines) == ("scale", ("hardly", "very strongly"), 2)


def test_a_table_has_the_columns_and_rows_of_its_author(setting: Setting) -> None:
    table = room(setting, 4)
    assert [column.heading for column in table.columns] == ["Number", "What it counts"]
    assert table.rows == (None, None, None)


def test_rows_with_headings_add_a_column_for_them(setting: Setting) -> None:
    table = room(setting, 7)
    assert [column.heading for column in table.columns] == ["", "Plainer words", "What changes"]
    assert table.rows == ("easy to be generous", "hold my peace")


def test_a_claim_table_asks_for_line_claim_kind_support_and_check(setting: Setting) -> None:
    table = room(setting, 3)
    assert [column.heading for column in table.columns] == [
        "Line",
        "The claim",
        "Fact, opinion, prediction or judgment?",
        "Support given",
        "How to check it",
    ]
    assert table.rows == (None, None)


def test_a_framing_grid_has_four_rows_and_a_box_to_tick(setting: Setting) -> None:
    grid = room(setting, 6)
    assert grid.rows == ("The problem", "Its cause", "The judgment made", "The remedy")
    assert grid.columns[-1].heading == "Not stated"
    assert grid.tick_last


def test_an_omission_table_asks_whether_it_was_known_then(setting: Setting) -> None:
    table = room(setting, 8)
    assert [column.heading for column in table.columns] == [
        "What a reader needs to know",
        "Which claim it bears on",
        "Known then?",
        "Where to check",
    ]


def test_a_comparison_grid_has_a_column_for_each_text(setting: Setting) -> None:
    grid = room(setting, 10)
    assert [column.heading for column in grid.columns] == ["Compare", "Text A", "Text B"]
    assert grid.rows == ("what is asked for", "who would pay")


def test_a_box_has_its_height_in_millimetres(setting: Setting) -> None:
    assert room(setting, 11) == Room("box", height=60)
