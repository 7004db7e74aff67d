"""A lesson or a unit in memory, as an editor holds it, is read as its file is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.collection.judging import judge
from broadsheet.lesson.load import load, load_text
from broadsheet.reading.file_text import MAX_BYTES
from broadsheet.unit.load import load_unit, load_unit_text

ROOT = Path(__file__).parents[2]
LESSONS = [
    file
    for folder in ("lessons", "tests/lessons/bad", "tests/lessons/near")
    for file in sorted((ROOT / folder).glob("*.yaml"))
    if file.stem != "unreadable-file"  # it is not UTF-8, so no editor holds it as it is
]
UNITS = sorted((ROOT / "lessons" / "units").glob("*.yaml"))
TODAY = date(2026, 1, 1)


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_text_has_the_findings_of_its_file(file: Path) -> None:
    from_file, from_text = load(file), load_text(file.read_bytes().decode(), file)
    assert from_text.lesson == from_file.lesson
    assert judge(from_text, TODAY).findings == judge(from_file, TODAY).findings


@pytest.mark.parametrize("file", UNITS, ids=lambda file: file.stem)
def test_a_units_text_has_the_findings_of_its_file(file: Path) -> None:
    assert load_unit_text(file.read_bytes().decode(), file) == load_unit(file)


def test_a_text_need_not_be_saved(clean_lesson: str, lesson_file: Path) -> None:
    nowhere = lesson_file.with_name("not-yet-saved.yaml")
    loaded = load_text(clean_lesson, nowhere)
    assert loaded.lesson is not None
    assert "source-missing" not in {each.code for each in judge(loaded, TODAY).findings}
    assert not nowhere.exists()


def test_a_text_that_no_file_may_hold_is_told_so(lesson_file: Path) -> None:
    for text, message in [
        ("a" * (MAX_BYTES + 1), "the file is larger than 1 MiB"),
        (" \n", "the file is empty"),
        ("title: \ud800\n", "the file is not UTF-8: byte 0xed cannot be read"),
    ]:
        assert [each.message for each in load_text(text, lesson_file).findings] == [message]


@given(
    text=st.text(st.characters(codec="utf-8"))
    | st.text(st.sampled_from("\ufeff\0\r\n\t :-#'\"[]{}&*|>é𝒳")).map("title: x\n{}".format)
)
def test_any_text_is_read_as_its_file_is(text: str, lesson_file: Path) -> None:
    file = lesson_file.with_name("any.yaml")
    file.write_bytes(text.encode())
    assert load_text(text, file) == load(file)
