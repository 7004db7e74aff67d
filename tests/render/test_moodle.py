"""Moodle XML holds what Moodle's importer reads, under the names that it reads it by.

`question/format/xml/format.php` of Moodle has been run over these files by hand; no part of it is
here, so what is asked for below are the names and values that it takes.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from lxml.etree import _Element
from tests.once import once
from tests.render.banks import (
    ARABIC,
    HOSTILE,
    LESSONS,
    PAIR,
    PICTURE,
    TODAY,
    file_of,
    hostile,
    make,
)

from broadsheet.compose.setting import Setting
from broadsheet.lesson.load import load
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build

KINDS = {"category", "description", "essay", "multichoice"}
GRADES = {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667} | {
    *(14.28571, 12.5, 11.11111, 10, 5, 0)
}
"""Parts of a mark that Moodle knows; it refuses all others."""

Questions = Callable[[Path], list[_Element]]


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Questions:
    folder = once(tmp_path_factory, "banks", make)
    return lambda lesson: list(etree.parse(file_of(folder, lesson, "moodle.xml")).getroot())


def of_kind(questions: list[_Element], kind: str) -> list[_Element]:
    return [each for each in questions if each.get("type") == kind]


def named(questions: list[_Element], key: str) -> _Element:
    (found,) = [each for each in questions if each.findtext("idnumber", "").endswith(key)]
    return found


def words(html: str | None) -> str:
    return " ".join("".join(etree.HTML(f"<div>{html}</div>").itertext()).split())


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda file: file.stem)
def test_every_question_has_what_the_importer_reads(questions: Questions, lesson: Path) -> None:
    found = questions(lesson)
    assert {each.get("type") for each in found} <= KINDS
    asked = [each for each in found if each.get("type") != "category"]
    for each in asked:
        assert each.findtext("name/text")
        field = each.find("questiontext")
        assert field is not None
        assert field.get("format") == "html"
        assert field.findtext("text")
        assert float(each.findtext("defaultgrade", "")) >= 0
    names = [each.findtext("idnumber") for each in asked]
    assert len(set(names)) == len(names)


def test_what_is_asked_of_a_lens_is_in_a_category_of_the_lesson(questions: Questions) -> None:
    paths = [each.findtext("category/text") for each in of_kind(questions(PAIR), "category")]
    top = "$course$/top/Should the library open on Sundays?"
    lenses = ("First reading", "Evidence", "Framing", "Omissions")
    assert paths == [
        top,
        *(f"{top}/{lens}" for lens in lenses),
        f"{top}/Putting it together",
        f"{top}/Before you go",
    ]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda file: file.stem)
def test_the_text_has_the_lines_and_numbers_of_the_sheet(
    questions: Questions, lesson: Path
) -> None:
    loaded = load(lesson).lesson
    assert loaded is not None
    shown = [
        [
            tuple(words(etree.tostring(cell, encoding="unicode")) for cell in row)
            for row in etree.HTML(each.findtext("questiontext/text")).iter("tr")
        ]
        for each in of_kind(questions(lesson), "description")
    ]
    excerpts = Setting.of(loaded, {}).excerpts.values()
    for rows, excerpt in zip(shown, excerpts, strict=True):
        lines = {line.number: line for line in excerpt.lines}
        said = [text for _, text in rows if text not in ("", "[…]")]
        assert [re.sub(r"^[–•]\s", "", text) for text in said] == [
            " ".join(line.text.split()) for line in excerpt.lines
        ]
        numbers = {number: text for number, text in rows if number}
        assert numbers == {
            f"{excerpt.label}{line.number}": " ".join(line.text.split())
            for line in lines.values()
            if line.shows_number
        }


def test_a_table_to_fill_in_is_in_the_box_that_a_student_types_in(questions: Questions) -> None:
    found = named(questions(PAIR), "question-3")
    template = etree.HTML(found.findtext("responsetemplate/text"))
    assert len(list(template.iter("tr"))) == 3  # a head, and two rows
    assert [each.text for each in template.iter("th")][:2] == ["Line", "The claim"]
    assert named(questions(PAIR), "question-1").findtext("responsetemplate/text") == ""


def test_a_teacher_marks_by_what_the_key_says(questions: Questions) -> None:
    told = words(named(questions(PAIR), "question-2-reason").findtext("graderinfo/text"))
    assert told.startswith("1 point")
    assert "Something the writer saw; “I counted” (line A3) says so." in told
    shown = [
        each.findtext(field)
        for each in questions(PAIR)
        for field in ("questiontext/text", "responsetemplate/text")
    ]
    assert not any("says so" in (html or "") for html in shown)


def test_a_right_choice_earns_the_mark_and_others_nothing(questions: Questions) -> None:
    choice = named(questions(PAIR), "question-2")
    assert choice.findtext("single") == "true"
    assert choice.findtext("shuffleanswers") == "false"
    assert [
        (each.get("fraction"), words(each.findtext("text"))) for each in choice.findall("answer")
    ] == [
        ("100", "A something the writer saw"),
        ("0", "B something the writer heard"),
        ("0", "C a guess"),
    ]


def test_where_nothing_is_wrong_every_choice_will_do_and_earns_nothing(
    questions: Questions,
) -> None:
    scale = named(questions(PAIR), "question-5")
    assert {each.get("fraction") for each in scale.findall("answer")} == {"100"}
    assert len(scale.findall("answer")) == 5
    assert scale.findtext("defaultgrade") == "0"


@pytest.mark.parametrize(
    ("right", "single"), [([3], "true"), ([1, 2], "false"), ([2, 3, 4], "false")]
)
def test_parts_of_a_mark_are_such_as_moodle_knows_and_make_a_whole(
    clean_lesson: str, tmp_path: Path, right: list[int], single: str
) -> None:
    choices = f"choices: [one, two, three, four, five], right: {right}"
    text = clean_lesson.replace(
        "questions:\n", f"questions:\n  gist:\n    - {{ask: Which?, {choices}, answer: x}}\n"
    )
    (choice,) = of_kind(list(etree.fromstring(bank(text, tmp_path))), "multichoice")
    parts = [float(each.get("fraction", "")) for each in choice.findall("answer")]
    assert {abs(part) for part in parts} <= GRADES
    assert sum(part for part in parts if part > 0) == pytest.approx(100, abs=0.01)
    assert [at for at, part in enumerate(parts, start=1) if part > 0] == right
    assert choice.findtext("single") == single
    # Who ticks all of them earns nothing.
    assert single == "true" or sum(parts) == pytest.approx(0, abs=0.01)


def test_a_box_to_draw_in_takes_a_photograph(questions: Questions) -> None:
    drawn = named(questions(PAIR), "question-11")
    assert (drawn.findtext("attachments"), drawn.findtext("responserequired")) == ("1", "0")


def test_a_picture_comes_along_in_the_field_that_shows_it(questions: Questions) -> None:
    (text,) = of_kind(questions(PICTURE), "description")
    (file,) = text.findall("questiontext/file")
    assert (file.get("path"), file.get("encoding")) == ("/", "base64")
    assert (
        b64decode(file.text or "")
        == (PICTURE.parent / "images" / "nightingale-1858.png").read_bytes()
    )
    assert f'src="@@PLUGINFILE@@/{file.get("name")}"' in text.findtext("questiontext/text", "")


def test_a_page_of_another_language_is_told_the_language_and_its_direction(
    questions: Questions,
) -> None:
    for each in of_kind(questions(ARABIC), "essay"):
        assert each.findtext("questiontext/text", "").startswith('<div lang="ar" dir="rtl">')
    assert words(of_kind(questions(ARABIC), "multichoice")[0].findtext("answer/text"))[0] == "أ"


def test_words_that_could_be_markup_are_words(clean_lesson: str, tmp_path: Path) -> None:
    data = bank(hostile(clean_lesson), tmp_path)
    found = list(etree.fromstring(data))
    assert found[0].findtext("category/text") == ("$course$/top/" + HOSTILE.replace("/", "//"))
    choice, essay = of_kind(found, "multichoice")[0], of_kind(found, "essay")[0]
    for html in (
        choice.findtext("questiontext/text"),
        choice.findtext("answer/text"),
        essay.findtext("graderinfo/text"),
    ):
        assert HOSTILE in words(html)
        assert "<script" not in (html or "")


def test_the_same_lesson_gives_the_same_bytes(clean_lesson: str, tmp_path: Path) -> None:
    first, second = (bank(clean_lesson, tmp_path / name) for name in ("a", "b"))
    assert first == second


def bank(text: str, folder: Path) -> bytes:
    folder.mkdir(exist_ok=True)
    lesson = folder / "bridge.yaml"
    lesson.write_text(text, "utf-8")
    report = build(Request([lesson], folder / "output", TODAY, formats=["moodle"]))
    assert [each.message for each in report.findings if each.severity == "error"] == []
    return report.written[0].read_bytes()
