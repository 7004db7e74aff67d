"""Teacher's notes are there to teach from: what is done when, and what bears on which lines."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest

from broadsheet.compose.answer_key import answer_key
from broadsheet.compose.notes import Answers, Excerpt, Facts, Plan, Told
from broadsheet.compose.setting import Setting
from broadsheet.compose.teacher_notes import teacher_notes
from broadsheet.lesson.load import load
from broadsheet.prose.nodes import Cited, Citing, LineReference
from broadsheet.prose.walk import everything

_Section = TypeVar("_Section")

MORE = """\
  second_lesson:
    - {minutes: 15, do: Look it up., hand_out: the questions}
    - {minutes: 30, do: Answer., questions: [2, 3]}
  exit_ticket: One name, and where its owner could be asked.
"""


def setting_of(text: str, folder: Path) -> Setting:
    file = folder / "lesson.yaml"
    file.write_text(text, "utf-8")
    lesson = load(file).lesson
    assert lesson is not None
    return Setting.of(lesson, {})


@pytest.fixture
def setting(clean_lesson: str, tmp_path: Path) -> Setting:
    return setting_of(clean_lesson.replace("notes:\n", f"notes:\n{MORE}"), tmp_path)


def sections(setting: Setting, kind: type[_Section]) -> list[_Section]:
    return [each for each in teacher_notes(setting).sections if isinstance(each, kind)]


def test_the_clock_of_a_plan_runs_on_from_step_to_step(setting: Setting) -> None:
    clocks = {
        plan.heading: [(step.begins, step.ends) for step in plan.steps]
        for plan in sections(setting, Plan)
    }
    assert clocks == {
        "plan": [(0, 20), (20, 45)],
        "second_lesson": [(0, 15), (15, 45)],
    }


def test_a_step_names_its_questions_and_what_is_handed_out(setting: Setting) -> None:
    _, second = sections(setting, Plan)
    assert [step.questions for step in second.steps] == [(), (2, 3)]
    assert [step.hand_out is not None for step in second.steps] == [True, False]


def test_beside_a_line_stand_the_questions_that_quote_it_and_the_facts_they_need(
    setting: Setting,
) -> None:
    (excerpt,) = sections(setting, Excerpt)
    beside = [[(note.lines, note.questions) for note in notes] for notes in excerpt.beside]
    assert beside == [
        [(LineReference(1, 1), (1,)), (LineReference(1, 2), (3,))],
        [],
        [(LineReference(4, 4), (2,))],
    ]
    assert [note.facts for note in excerpt.beside[0]] == [Cited((1,)), None]


def test_a_fact_bears_on_the_lines_that_its_question_asks_about(setting: Setting) -> None:
    assert told_of_the_vote(setting) == ((LineReference(1, 1),), (1,))


def test_a_fact_bears_on_what_is_quoted_where_it_is_cited_before_all_else(
    clean_lesson: str, tmp_path: Path
) -> None:
    cites = "notes:\n  gets_right: Who ((count wagons)) was counted too [@minutes-1924].\n"
    setting = setting_of(clean_lesson.replace("notes:\n", cites), tmp_path)
    assert told_of_the_vote(setting) == ((LineReference(4, 4),), (1,))


def told_of_the_vote(setting: Setting) -> tuple[tuple[LineReference, ...], tuple[int, ...]]:
    (facts,) = sections(setting, Facts)
    (row,) = facts.rows
    return row.lines, row.questions


def test_the_key_says_what_to_look_for_in_the_exit_ticket_and_the_total(
    setting: Setting, clean_lesson: str, tmp_path: Path
) -> None:
    (answers,) = sections(setting, Answers)
    assert answers.exit_ticket.look_for is not None
    assert answers.total is None  # no question has points
    pointed = clean_lesson.replace("    - ask:", "    - points: 3\n      ask:")
    (answers,) = sections(setting_of(pointed, tmp_path), Answers)
    assert answers.exit_ticket.look_for is None
    assert answers.total == 9


def test_the_key_by_itself_cites_no_works_since_it_lists_none(setting: Setting) -> None:
    _, answers = answer_key(setting).sections
    assert isinstance(answers, Answers)
    assert [each.number for each in answers.questions] == [1, 2, 3]
    told = [level.answer for each in answers.questions for level in each.levels]
    assert not [node for answer in told for node in everything(answer) if isinstance(node, Citing)]
    assert {each.facts for each in answers.questions} == {None}


def test_a_note_for_families_follows_all_that_the_teacher_is_told(
    clean_lesson: str, tmp_path: Path
) -> None:
    more = "notes:\n  families: Dear families, …\n  extension: Ask a ferryman.\n"
    setting = setting_of(clean_lesson.replace("notes:\n", more), tmp_path)

    assert [told.heading for told in sections(setting, Told)] == ["extension", "families"]
