"""What every author copies from: the starter lesson is valid, complete and short."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from broadsheet.collection.judging import judge
from broadsheet.describe.starter import starter, write_starter
from broadsheet.excerpt.quotation import marks
from broadsheet.findings import Severity
from broadsheet.lesson.load import load
from broadsheet.lesson.models import Lesson
from broadsheet.lesson.prose import prose_values


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    file, *_ = write_starter("my-lesson", tmp_path)
    found = load(file).lesson
    assert found is not None
    return found


def test_it_has_neither_errors_nor_warnings(tmp_path: Path) -> None:
    file, *_ = write_starter("my-lesson", tmp_path)
    found = judge(load(file), date(2026, 1, 1)).findings
    assert [finding for finding in found if finding.severity is not Severity.ADVICE] == []


def test_it_has_none_in_ten_years_either(tmp_path: Path) -> None:
    file, *_ = write_starter("my-lesson", tmp_path)
    found = judge(load(file), date(2036, 1, 1)).findings
    assert [finding for finding in found if finding.severity is not Severity.ADVICE] == []


def test_its_only_advice_is_that_its_sample_facts_were_never_checked(tmp_path: Path) -> None:
    file, *_ = write_starter("my-lesson", tmp_path)
    assert [finding.code for finding in judge(load(file), date(2026, 1, 1)).findings] == [
        "fact-unchecked"
    ]


def test_it_can_be_read_on_a_few_screens() -> None:
    lines = starter("my-lesson").splitlines()
    assert len(lines) < 170
    assert max(map(len, lines)) <= 100


def test_its_first_line_leads_an_editor_to_the_schema() -> None:
    first = starter("my-lesson").splitlines()[0]
    assert first == "# yaml-language-server: $schema=schema/lesson.schema.json"


def test_no_placeholder_is_left_in_it() -> None:
    text = starter("my-lesson")
    assert "SLUG" not in text
    assert "SCHEMA" not in text


def test_it_says_that_it_is_a_sample(lesson: Lesson) -> None:
    source = lesson.texts[""]
    assert source.title.startswith("Sample: ")
    assert source.author == "Sample Author"
    for fact in lesson.facts.values():
        for work in fact.cite:
            assert not isinstance(work, str)
            assert work.title.startswith("Sample: ")
            assert work.note == "invented for this sample"


def test_it_shows_every_part_and_several_kinds_of_room(lesson: Lesson) -> None:
    asked = list(lesson.questions.numbered())
    assert {each.part for each in asked} == {
        "gist",
        "evidence",
        "framing",
        "omissions",
        "synthesis",
    }
    rooms = {name for each in asked for name in each.question.model_fields_set}
    assert {"space", "choices", "scale", "table", "claim_table", "omission_table"} <= rooms


def test_every_question_has_a_model_answer_and_a_depth(lesson: Lesson) -> None:
    for asked in lesson.questions.numbered():
        assert asked.question.answer, asked.number
        assert asked.question.depth, asked.number


def test_it_shows_what_was_known_and_what_came_later(lesson: Lesson) -> None:
    published = lesson.texts[""].published
    assert {fact.known.is_after(published) for fact in lesson.facts.values()} == {True, False}


def test_it_quotes_and_cites(lesson: Lesson) -> None:
    prose = [value.text for value in prose_values(lesson)]
    quoted = [mark for text in prose for mark in marks(text)]
    assert {mark.reference_only for mark in quoted} == {True, False}
    assert any("[@easton-hours]" in text for text in prose)


def test_a_schema_around_the_folder_serves_all_its_lessons(tmp_path: Path) -> None:
    schema = tmp_path / "schema" / "lesson.schema.json"
    schema.parent.mkdir()
    schema.write_text("{}", "utf-8")
    files = write_starter("my-lesson", tmp_path / "lessons")
    assert [file.relative_to(tmp_path).as_posix() for file in files] == [
        "lessons/my-lesson.yaml",
        "lessons/sources/my-lesson.txt",
    ]
    assert "$schema=../schema/lesson.schema.json\n" in files[0].read_text("utf-8")
    assert schema.read_text("utf-8") == "{}"
