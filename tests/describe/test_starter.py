"""What every author copies from: the starter lesson is valid, complete and short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest
import yaml

from broadsheet.collection.judging import judge
from broadsheet.data import PACKAGE
from broadsheet.describe.starter import ENGLISH, Kind, starter, starter_files, write_new
from broadsheet.describe.starter.skeleton import Wording, languages
from broadsheet.excerpt.quotation import marks
from broadsheet.findings import Severity
from broadsheet.lesson.load import load
from broadsheet.lesson.models import Lesson
from broadsheet.lesson.prose import prose_values
from broadsheet.locale.look_up import locale_files
from broadsheet.theme import Theme

EVERY: Final = tuple(
    Kind(language, language, is_pair) for language in languages() for is_pair in (False, True)
)
"""The starter in each language, of one text and of a pair."""
NAMES: Final = [f"{kind.language}{'-pair' if kind.is_pair else ''}" for kind in EVERY]
each_starter = pytest.mark.parametrize("kind", EVERY, ids=NAMES)


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return written(tmp_path)


def written(folder: Path, kind: Kind = ENGLISH) -> Lesson:
    file, *_ = write_new(starter_files("my-lesson", folder, kind))
    found = load(file).lesson
    assert found is not None
    return found


def test_there_is_one_in_every_language_that_labels_are_printed_in() -> None:
    assert set(languages()) == set(locale_files(Theme()))


@each_starter
@pytest.mark.parametrize("year", [2026, 2036])
def test_its_only_finding_is_that_its_sample_facts_were_never_checked(
    tmp_path: Path, kind: Kind, year: int
) -> None:
    file, *_ = write_new(starter_files("my-lesson", tmp_path, kind))
    found = judge(load(file), date(year, 1, 1)).findings
    assert [(finding.code, finding.severity) for finding in found] == [
        ("fact-unchecked", Severity.ADVICE)
    ]


@each_starter
def test_it_can_be_read_on_a_few_screens(kind: Kind) -> None:
    lines = starter("my-lesson", kind=kind).splitlines()
    assert len(lines) < (215 if kind.is_pair else 195)
    assert max(map(len, lines)) <= 100


@each_starter
def test_its_plan_has_a_step_for_every_question(kind: Kind) -> None:
    lesson = yaml.safe_load(starter("my-lesson", kind=kind))
    asked = sum(len(questions) for questions in lesson["questions"].values())
    planned = [number for step in lesson["notes"]["plan"] for number in step["questions"]]
    assert planned == list(range(1, asked + 1))


@each_starter
def test_each_word_of_its_language_is_read_back_as_it_was_written(kind: Kind) -> None:
    wording = Wording.of(kind.words)
    read = set(strings(yaml.safe_load(starter("my-lesson", kind=kind))))
    for name in ("title", "level", "topic_2", "objective_3", "gloss_1", "help_1", "plan_5"):
        assert wording.words[name] in read, name


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("language", languages())
def test_a_language_has_the_words_that_the_skeleton_asks_for_and_no_others(language: str) -> None:
    ours, english = Wording.of(language), Wording.of("en")
    assert list(ours.words) == list(english.words)
    assert list(ours.comments) == list(english.comments)
    assert list(ours.signals) == list(english.signals)
    folder = PACKAGE / "describe" / "starter"
    starter, draft = (
        set(re.findall(r"<(\w+)>", (folder / name).read_text("utf-8")))
        for name in ("lesson.yaml", "draft.yaml")
    )
    # What a draft says of its pieces comes from them, and what its lenses ask from the labels.
    own = {name for name in draft if not re.match(r"[ab]_|\w+_asks$", name)}
    unquoted = {"a_3"}
    assert starter | own | unquoted == set(english.words) | set(english.comments)


@each_starter
def test_keys_codes_and_numbers_are_the_same_in_each_language(kind: Kind) -> None:
    english = starter("my-lesson", kind=replace(kind, words="en"))
    ours, theirs = bones(starter("my-lesson", kind=kind)), bones(english)
    assert ours == theirs


def bones(text: str) -> object:
    """What is left of a lesson without its words: its keys, and values that are no text."""
    lesson = yaml.safe_load(text)
    return without_words({**lesson, "glossary": len(lesson["glossary"])})


def without_words(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_words(each) for key, each in value.items()}
    if isinstance(value, list):
        return [without_words(each) for each in value]
    return "" if isinstance(value, str) else value


def test_its_first_line_leads_an_editor_to_the_schema() -> None:
    first = starter("my-lesson").splitlines()[0]
    assert first == "# yaml-language-server: $schema=schema/lesson.schema.json"


def test_no_placeholder_is_left_in_it() -> None:
    text = starter("my-lesson")
    assert not {"SLUG", "SCHEMA", "LANGUAGE"} & set(re.findall(r"\w+", text))
    assert "<" not in text


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
    every = list(lesson.questions.numbered())
    assert every
    for asked in every:
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


def test_a_pair_shows_a_grid_and_quotes_both_of_its_texts(tmp_path: Path) -> None:
    lesson = written(tmp_path, Kind(is_pair=True))
    quoted = {mark.label for value in prose_values(lesson) for mark in marks(value.text)}
    assert {"A", "B"} <= quoted
    assert any(asked.question.comparison_grid for asked in lesson.questions.numbered())


def test_the_sources_of_a_pair_stand_beside_it(tmp_path: Path) -> None:
    files = write_new(starter_files("my-lesson", tmp_path, Kind(is_pair=True)))
    assert [file.relative_to(tmp_path).as_posix() for file in files[1:3]] == [
        "sources/my-lesson-a.txt",
        "sources/my-lesson-b.txt",
    ]


def test_a_schema_around_the_folder_serves_all_its_lessons(tmp_path: Path) -> None:
    schema = tmp_path / "schema" / "lesson.schema.json"
    schema.parent.mkdir()
    schema.write_text("{}", "utf-8")
    files = write_new(starter_files("my-lesson", tmp_path / "lessons"))
    assert [file.relative_to(tmp_path).as_posix() for file in files] == [
        "lessons/my-lesson.yaml",
        "lessons/sources/my-lesson.txt",
    ]
    assert "$schema=../schema/lesson.schema.json\n" in files[0].read_text("utf-8")
    assert schema.read_text("utf-8") == "{}"
