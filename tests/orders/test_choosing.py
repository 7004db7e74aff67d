"""Some of a lesson's questions: numbers stay, points and minutes are counted anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.cli.numbers import numbers
from broadsheet.compose.worksheet import worksheet
from broadsheet.lesson.choice import asking
from broadsheet.lesson.load import load
from broadsheet.lesson.models import Lesson
from broadsheet.making.standing import record_name
from broadsheet.orders.choosing import chosen
from broadsheet.orders.good import GoodLesson
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.orders.table import setting_of
from broadsheet.school.settings import School, Settings, read_settings

FILE = Path(__file__).parents[2] / "lessons" / "phase-2-begins.yaml"
REQUEST = Request([FILE], Path("output"), date(2026, 11, 23))


@cache
def first() -> GoodLesson:
    return GoodLesson(load(FILE), School(Settings()))


def lesson() -> Lesson:
    return first().lesson


def said(*asked: int) -> list[tuple[str, str]]:
    _, findings = chosen(first(), replace(REQUEST, questions=asked))
    return [(each.code, each.message) for each in findings]


@given(st.sets(st.integers(1, 8), min_size=1))
def test_questions_keep_their_numbers_and_stand_in_their_order(asked: set[int]) -> None:
    all_of_them = {each.number: each.question for each in lesson().questions.numbered()}
    kept = list(asking(lesson(), asked).questions.numbered())
    assert [each.number for each in kept] == sorted(asked)
    assert all(each.question is all_of_them[each.number] for each in kept)


@given(st.sets(st.integers(1, 8), min_size=1))
def test_minutes_are_those_of_the_plan_that_is_left(asked: set[int]) -> None:
    shorter = asking(lesson(), asked)
    assert shorter.minutes == sum(step.minutes for step in shorter.notes.plan)
    assert {n for step in shorter.notes.plan for n in step.questions} <= asked


def test_all_questions_of_the_plan_take_the_minutes_of_the_lesson() -> None:
    planned = {number for step in lesson().notes.plan for number in step.questions}
    assert asking(lesson(), planned).minutes == lesson().minutes


def test_a_step_for_several_questions_gives_the_share_of_those_asked() -> None:
    (step,) = (each for each in lesson().notes.plan if each.questions == [2, 3])
    (half,) = (each for each in asking(lesson(), {3}).notes.plan if each.questions == [3])
    assert (step.minutes, half.minutes) == (12, 6)


def test_the_sheet_counts_the_points_of_the_questions_asked() -> None:
    request = replace(REQUEST, questions=(1, 3, 5), documents=("worksheet",))
    ((order,), _) = orders([first()], request)
    leaving = worksheet(setting_of(order), order.set_in).sections[-1]
    points = {each.number: each.question.points for each in lesson().questions.numbered()}
    assert leaving.total == sum(points[number] or 0 for number in (1, 3, 5))


def test_a_lens_left_without_a_question_is_told_at_its_key() -> None:
    assert said(1, 2, 5) == [
        ("lens-left-out", "the questions chosen leave omissions without one"),
    ]
    assert said(2, 5, 6) == []


def test_a_question_that_is_not_there_makes_nothing() -> None:
    assert said(1, 19) == [("setting-leads-nowhere", "the lesson has no question 19")]
    wanted, findings = orders([first()], replace(REQUEST, questions=(1, 19)))
    assert wanted == []
    assert len(findings) == 1


def test_a_question_that_no_step_has_time_for_is_told() -> None:
    good = first()
    plan = [step.model_copy(update={"questions": []}) for step in lesson().notes.plan]
    notes = lesson().notes.model_copy(update={"plan": plan, "second_lesson": None})
    unplanned = lesson().model_copy(update={"notes": notes})
    loaded = replace(good.loaded, lesson=unplanned)
    _, findings = chosen(replace(good, loaded=loaded), replace(REQUEST, questions=(2, 5, 6)))
    assert [each.code for each in findings] == ["question-without-minutes"]
    assert asking(unplanned, {2, 5, 6}).minutes == unplanned.minutes


@pytest.mark.parametrize(
    ("settings", "asked"),
    [
        ("questions: [1, 3]", [1, 3]),
        ("questions: {phase-2-begins: [2, 6], all: [1]}", [2, 6]),
        ("questions: {all: [1]}", [1]),
    ],
)
def test_settings_choose_by_the_name_of_a_lesson_or_for_all(
    tmp_path: Path, settings: str, asked: list[int]
) -> None:
    (tmp_path / "phase-2-begins.yaml").touch()
    (tmp_path / "broadsheet.yaml").write_text(settings, "utf-8")
    school, findings = read_settings(tmp_path / "broadsheet.yaml")
    assert findings == []
    good, _ = chosen(replace(first(), school=school), REQUEST)
    assert [each.number for each in good.lesson.questions.numbered()] == asked  # type: ignore[union-attr]
    good, _ = chosen(replace(first(), school=school), replace(REQUEST, questions=(5,)))
    assert [each.number for each in good.lesson.questions.numbered()] == [5]  # type: ignore[union-attr]


def test_settings_that_name_no_lesson_are_told_at_its_name(tmp_path: Path) -> None:
    (tmp_path / "broadsheet.yaml").write_text("questions:\n  phase-3: [1]\n", "utf-8")
    (finding,) = read_settings(tmp_path / "broadsheet.yaml")[1]
    assert (finding.code, finding.message) == (
        "setting-leads-nowhere",
        "there is no lesson phase-3 here",
    )
    assert finding.place is not None
    assert finding.place.line == 2


def test_what_stands_with_some_questions_is_not_taken_for_what_has_others() -> None:
    assert record_name(FILE, REQUEST) != record_name(FILE, replace(REQUEST, questions=(1,)))


def test_numbers_are_typed_with_commas_and_as_ranges() -> None:
    assert numbers(None, None, "5, 1-3,2") == (1, 2, 3, 5)
    assert numbers(None, None, None) == ()


@pytest.mark.parametrize("typed", ["", "x", "0", "1,,2", "3-1", "100", "1-"])
def test_what_is_no_number_of_a_question_is_refused(typed: str) -> None:
    with pytest.raises(click.BadParameter):
        numbers(None, None, typed)
