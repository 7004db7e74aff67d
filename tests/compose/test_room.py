"""Room to answer, reduced to what a page can draw."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from broadsheet.compose.answer_key import answer_key
from broadsheet.compose.notes import Answers
from broadsheet.compose.room import Room, room_of
from broadsheet.compose.setting import Setting
from broadsheet.lesson.load import load
from broadsheet.lesson.question import Question
from broadsheet.lesson.room import DEFAULT_LINES, ROOMS
from broadsheet.prose.nodes import Phrase
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


def asks(**keys: object) -> Question:
    """A question with these keys, as an author types them."""
    return Question.model_validate({"ask": "Which?", **keys})


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


def test_claims_that_are_given_are_printed_in_their_table(setting: Setting) -> None:
    asked = asks(claim_table={"claims": ["((I counted forty people))"], "own": "2 rows"})
    table = room_of(asked, setting, Edition())

    assert [column.heading for column in table.columns] == [
        "The claim and its line",
        "Fact, opinion, prediction or judgment?",
        "Support given",
        "How to check it",
    ]
    claim, *own = table.rows
    assert isinstance(claim, Phrase)
    assert visible(claim).startswith("“I counted forty people”")
    assert own == [None, None]


def test_a_column_has_the_lines_that_its_longest_cell_takes_in_the_hand_of_the_edition(
    setting: Setting,
) -> None:
    asked = asks(
        table={"columns": ["One", "Two"], "rows": "2"},
        answer={"rows": [["a b c d", "a b"], ["a b c d e f g h i j"]]},
    )

    def lines(edition: Edition) -> list[int]:
        return [column.lines for column in room_of(asked, setting, edition).columns]

    assert lines(Edition()) == [3, 1]
    assert lines(Edition(words_per_line=5)) == [4, 1]


def test_a_table_that_is_stacked_has_cells_of_the_whole_width(setting: Setting) -> None:
    asked = asks(
        table={"columns": ["One", "Two", "Three"], "rows": "1"},
        answer={"rows": [["a b c d e f g h", "a"]]},
    )
    stacked = Edition(tables="stacked", words_per_line=6)
    columns = room_of(asked, setting, stacked).columns

    assert [column.lines for column in columns[:2]] == [2, 1]
    assert columns[2].lines == 1, "as many words as the standard sheet has room for: six"


def test_a_framing_grid_has_four_rows_and_a_box_to_tick(setting: Setting) -> None:
    grid = room(setting, 6)
    assert grid.rows == ("The problem", "Its cause", "The judgment made", "The remedy")
    assert grid.columns[-1].heading == "Not stated"
    assert grid.tick_last


def test_an_omission_table_asks_whether_it_was_known_then(setting: Setting) -> None:
    table = room(setting, 8)
    assert [column.heading for column in table.columns] == [
        "What a reader needs to know",
        "Which claim it matters for",
        "Known then?",
        "Where to check",
    ]


def test_a_comparison_grid_has_a_column_for_each_text(setting: Setting) -> None:
    grid = room(setting, 10)
    assert [column.heading for column in grid.columns] == ["Compare", "Text A", "Text B"]
    assert grid.rows == ("what is asked for", "who would pay")


def test_a_box_has_its_height_in_millimetres(setting: Setting) -> None:
    assert room(setting, 11) == Room("box", height=60)


def test_a_box_grows_with_the_hand_as_lines_do_and_keeps_to_its_page(setting: Setting) -> None:
    assert room(setting, 11, Edition(words_per_line=6)) == Room("box", height=90)
    assert room(setting, 11, Edition(words_per_line=3)) == Room("box", height=120)


def test_the_right_choice_is_in_the_key_and_not_on_the_sheet(setting: Setting) -> None:
    _, answers = answer_key(setting).sections
    assert isinstance(answers, Answers)
    right = {each.number: each.right for each in answers.questions if each.right}
    assert [(each.number, visible(each.words)) for each in right[2]] == [
        (1, "something the writer saw")
    ]
    assert list(right) == [2]
    assert "right" not in {field.name for field in fields(Room)}
