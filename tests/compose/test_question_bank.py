"""A question bank asks what the worksheet asks, and says what is marked by whom, and by what."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.compose.question_bank import Bank, Task, question_bank
from broadsheet.compose.setting import Setting
from broadsheet.lesson.load import load
from broadsheet.prose.walk import visible
from broadsheet.school.edition import Edition, edition_named
from broadsheet.theme import Theme

FILE = Path(__file__).parents[1] / "lessons" / "rooms.yaml"


def setting_of(text: str, folder: Path) -> Setting:
    file = folder / "lesson.yaml"
    file.write_text(text, "utf-8")
    lesson = load(file).lesson
    assert lesson is not None
    return Setting.of(lesson, {})


def bank_of(setting: Setting, edition: Edition | None = None) -> Bank:
    (bank,) = question_bank(setting, edition or Edition(), "rooms").sections
    assert isinstance(bank, Bank)
    return bank


def edition(name: str) -> Edition:
    found, _ = edition_named(name, Theme())
    assert found is not None
    return found


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    return setting_of(FILE.read_text("utf-8"), tmp_path)


@pytest.fixture
def tasks(setting: Setting) -> dict[str, Task]:
    return {each.key: each for each in bank_of(setting).tasks}


def test_texts_come_first_and_tasks_follow_in_the_order_of_the_sheet(setting: Setting) -> None:
    bank = bank_of(setting)
    assert [(each.key, each.text.label) for each in bank.passages] == [
        ("text-1", "A"),
        ("text-2", "B"),
    ]
    assert [each.key for each in bank.tasks] == [
        "question-1",
        *("question-2", "question-2-reason", "question-3", "question-4"),
        *("question-5", "question-5-reason", "question-6", "question-7"),
        *("question-8", "question-9", "question-10", "question-11"),
        "exit",
    ]


def test_a_choice_with_a_reason_is_two_tasks_that_share_its_points(tasks: dict[str, Task]) -> None:
    choice, reason = tasks["question-2"], tasks["question-2-reason"]
    assert (choice.is_ticked, reason.is_ticked) == (True, False)
    assert (choice.right, reason.right) == ((1,), ())
    assert (choice.points, reason.points) == (1, 1)
    assert (choice.step, reason.step, tasks["question-1"].step) == (1, 2, 0)
    assert choice.expected is None
    assert reason.expected is not None
    assert reason.expected.levels


def test_what_can_not_be_wrong_earns_nothing_and_its_reason_all(tasks: dict[str, Task]) -> None:
    scale, reason = tasks["question-5"], tasks["question-5-reason"]
    assert (scale.right, scale.points, reason.points) == ((), 0, 2)


def test_a_right_choice_without_a_reason_earns_all_points(tmp_path: Path) -> None:
    text = FILE.read_text("utf-8").replace("      right: 1\n      space: 2 lines", "      right: 1")
    tasks = {each.key: each for each in bank_of(setting_of(text, tmp_path)).tasks}
    assert "question-2-reason" not in tasks
    assert tasks["question-2"].points == 2
    assert tasks["question-2"].expected is not None


def test_points_that_a_lesson_does_not_say_are_left_to_the_platform(
    clean_lesson: str, tmp_path: Path
) -> None:
    assert {each.points for each in bank_of(setting_of(clean_lesson, tmp_path)).tasks} == {None, 0}


def test_an_edition_asks_what_its_worksheet_asks_and_helps_as_it_does(setting: Setting) -> None:
    core = bank_of(setting, edition("core"))
    asked = {each.number for each in setting.lesson.questions.numbered() if each.question.core}
    assert {each.number for each in core.tasks} == asked
    assert core.key == "rooms-core"
    helped = bank_of(setting, edition("supported"))
    starters = {each.key: visible(each.starter) for each in helped.tasks if each.starter}
    assert starters["question-2-reason"] == "The words … show it."
    assert "question-2" not in starters  # a starter is for words
    assert not any(each.starter for each in bank_of(setting).tasks)
