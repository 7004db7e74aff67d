"""The units that ship can be built, and say of their lessons what is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.unit.conftest import TODAY, foot_of, pages_of

from broadsheet.collection.read import read_collection
from broadsheet.orders.good import GoodUnit

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "lessons" / "units").glob("*.yaml"))


def good(file: Path) -> GoodUnit:
    collection = read_collection([file], TODAY)
    assert collection.findings == ()
    return collection.good_units[0]


def test_a_unit_ships() -> None:
    assert UNITS


@pytest.mark.parametrize("file", UNITS, ids=lambda file: file.stem)
def test_a_units_lessons_are_in_its_language(file: Path) -> None:
    unit = good(file)
    assert unit.loaded.unit is not None
    languages = {each.lesson.language for each in unit.lessons}
    assert languages == {unit.loaded.unit.language}


def test_the_table_for_teachers_has_a_row_for_each_lesson_with_the_year_of_its_text() -> None:
    unit = good(ROOT / "lessons" / "units" / "reading-opinion.yaml")
    assert unit.loaded.unit is not None
    rows = re.findall(
        r"^\| (\d)\. .*, (\d{4}) \|", unit.loaded.unit.for_teachers or "", re.MULTILINE
    )
    years = [next(iter(each.lesson.texts.values())).published.year for each in unit.lessons]
    assert rows == [(str(number), str(year)) for number, year in enumerate(years, start=1)]


@pytest.mark.parametrize("file", UNITS, ids=lambda file: file.stem)
def test_both_booklets_begin_every_lesson_where_their_contents_say(
    file: Path, printed: Path
) -> None:
    unit = good(file)
    assert unit.lessons
    for whose in ("student", "teacher"):
        booklet = printed / file.stem / f"{file.stem}-{whose}-booklet-a4.pdf"
        pages = pages_of(booklet)
        for each in unit.lessons:
            title = re.escape(each.lesson.title)
            (page,) = re.findall(rf"{title}.* (\d+)$", pages[1], re.MULTILINE)
            assert whose == "student" or int(page) % 2 == 1
            assert re.search(rf" · {title} · .* {page}$", foot_of(pages[int(page) - 1]))


def test_a_text_of_the_student_booklet_lies_open_with_its_first_questions(printed: Path) -> None:
    file = ROOT / "lessons" / "units" / "reading-opinion.yaml"
    pages = pages_of(printed / file.stem / f"{file.stem}-student-booklet-a4.pdf")
    first = [number for number, page in enumerate(pages, start=1) if "First reading" in page]
    assert len(first) == len(good(file).lessons)
    for number in first:
        assert number % 2 == 1, "on a right-hand page"
        assert re.search(r"Read (the text|text [AB])", pages[number - 2])
