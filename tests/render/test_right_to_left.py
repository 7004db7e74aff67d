"""A lesson in Arabic is printed from right to left: margin, numbers, tables, furniture, lists."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pikepdf
import pytest
from tests.render.conftest import ROOT
from tests.widths import width_of

from broadsheet.excerpt.lines import MEASURE
from broadsheet.excerpt.numbered import numbered
from broadsheet.lesson.load import load

LESSON = ROOT / "lessons" / "al-muqtabas-1906.yaml"
NAME = LESSON.stem
LEADING = 9.8
"""Of the list of references, in points."""
PAGE_WIDTH = 595.0
"""Of A4, in pt."""
MARGIN = 45.4
"""16 mm, in pt."""
EXCERPT_SIZE = 11
"""Of the standard edition, in pt."""
ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True)
class Word:
    """A word where it stands on a page: edges in pt from the page's left and top."""

    page: int
    left: float
    top: float
    right: float
    text: str


def words_of(pdf: Path) -> list[Word]:
    """The words of a PDF as Poppler reads them, in reading order."""
    shown = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True, text=True
    ).stdout
    words, page = [], 0
    for line in shown.splitlines():
        page += "<page " in line
        if found := re.search(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" .*?>(.*)</word>', line):
            left, top, right = map(float, found.groups()[:3])
            text = unescape(found[4])
            # Poppler gives the letters of an Arabic word as they follow on the page.
            words.append(Word(page, left, top, right, text[:: -1 if ARABIC.search(text) else 1]))
    return words


@pytest.fixture(scope="module")
def folder(printed: Path) -> Path:
    """Folder of the lesson's notes and of its worksheets."""
    return printed / NAME


@pytest.fixture(scope="module")
def worksheet(folder: Path) -> list[Word]:
    """The words of the standard worksheet."""
    return words_of(folder / f"{NAME}-worksheet-a4.pdf")


def word(words: list[Word], text: str, page: int = 1) -> Word:
    """The first word on a page that holds some text."""
    return next(word for word in words if word.page == page and text in word.text)


def beside(words: list[Word], one: Word) -> list[Word]:
    """The other words on a word's line, from left to right."""
    near = [
        word
        for word in words
        if word.page == one.page and abs(word.top - one.top) < 4 and word != one
    ]
    return sorted(near, key=lambda word: word.left)


def test_numbers_of_lines_stand_right_of_their_text(worksheet: list[Word]) -> None:
    lesson = load(LESSON).lesson
    assert lesson is not None
    for line in numbered(lesson)[""].lines:
        if line.shows_number:
            first = line.text.split()[0]
            number = next(
                word
                for word in worksheet
                if word.page == 1 and word.text == str(line.number) and word.left > 500
                if first in [neighbour.text for neighbour in beside(worksheet, word)]
            )
            assert all(neighbour.right < number.left for neighbour in beside(worksheet, number))


def test_the_margin_for_notes_is_on_the_left(worksheet: list[Word]) -> None:
    assert word(worksheet, "ملاحظاتي").right < PAGE_WIDTH / 2 < word(worksheet, "وبعد").left


def printed_lines(words: list[Word]) -> list[float]:
    """Widths in em of the excerpt's printed lines, in order, without their numbers."""
    notes, first, last = (word(words, text) for text in ("ملاحظاتي", "وبعد", "والتكرار"))
    right_edge = word(words, "فليتفضل").right
    lines: dict[int, list[Word]] = {}
    for one in words:
        in_text = notes.right < one.left and one.right < right_edge + 1
        if one.page == 1 and first.top - 2 < one.top < last.top + 3 and in_text:
            same = next((top for top in lines if abs(top - one.top) < 6), round(one.top))
            lines.setdefault(same, []).append(one)
    return [
        (max(one.right for one in line) - min(one.left for one in line)) / EXCERPT_SIZE
        for _, line in sorted(lines.items())
    ]


def test_no_line_of_the_text_overflows_its_column(worksheet: list[Word]) -> None:
    assert max(printed_lines(worksheet)) <= MEASURE * 1.01


def test_lines_are_as_wide_in_print_as_joined_letters_were_reckoned(worksheet: list[Word]) -> None:
    lesson = load(LESSON).lesson
    assert lesson is not None
    reckoned = [width_of(line.text) for line in numbered(lesson)[""].lines]
    assert printed_lines(worksheet) == pytest.approx(reckoned, rel=0.015)


def test_the_first_column_of_a_table_is_the_rightmost(worksheet: list[Word]) -> None:
    row, first, second = (word(worksheet, text, 2) for text in ("النقل", "يسهل", "ينظر"))
    assert second.right < first.left < first.right < row.left


def test_question_numbers_are_at_the_right_and_points_at_the_left(worksheet: list[Word]) -> None:
    question = next(one for one in worksheet if one.page == 2 and one.text == "2")
    points = beside(worksheet, question)[0]
    assert question.right == pytest.approx(PAGE_WIDTH - MARGIN, abs=2)
    assert points.left == pytest.approx(MARGIN, abs=2)


def test_ticks_hang_right_of_goals_and_choices(worksheet: list[Word]) -> None:
    boxes = [one for one in worksheet if one.text.startswith("☐") and one.left > PAGE_WIDTH / 2]
    assert len(boxes) >= 8
    for box in boxes:
        assert all(neighbour.left < box.left for neighbour in beside(worksheet, box))
    goals = [box for box in boxes if box.page == 1]
    assert all(box.right == pytest.approx(PAGE_WIDTH - MARGIN, abs=8) for box in goals)


def test_choices_have_arabic_letters_in_their_order(worksheet: list[Word]) -> None:
    boxes = [one for one in worksheet if one.page == 2 and one.text == "☐"]
    assert [beside(worksheet, box)[-1].text for box in boxes] == ["أ", "ب", "ج", "د"]


def test_the_furniture_is_mirrored_and_counts_without_a_slash(worksheet: list[Word]) -> None:
    foot = [one for one in worksheet if one.page == 1 and one.top > 780]
    of = next(one for one in foot if one.text == "من")
    this, all_ = (next(one for one in foot if one.text == number) for number in ("1", "3"))
    assert all_.left < of.left < this.left < PAGE_WIDTH / 4
    assert max(one.right for one in foot) == pytest.approx(PAGE_WIDTH - MARGIN, abs=2)


def test_a_foot_longer_than_a_line_begins_at_the_right_beside_the_number(folder: Path) -> None:
    words = words_of(folder / f"{NAME}-worksheet-large-print-24-a4.pdf")
    of = [one for one in words if one.page == 2 and one.text == "من"][-1]
    foot = [one for one in words if one.page == 2 and abs(one.top - of.top) < 1]
    assert max(one.right for one in foot) == pytest.approx(PAGE_WIDTH - MARGIN, abs=1)


def test_a_reference_in_two_scripts_keeps_the_order_of_each(folder: Path) -> None:
    words = words_of(folder / f"{NAME}-teacher-notes-a4.pdf")
    author = [one for one in words if one.text == "Bois"][-1]
    near = [one for one in words if one.page == author.page and 0 <= below(one, author) < 2]
    given, title, place, month = (
        next(one for one in near if text in one.text) for text in ("Du", "Crisis", "York", "نوفمبر")
    )
    assert given.left < author.left  # Latin letters within the name
    told = [(below(one, author), -one.left) for one in (author, title, place, month)]
    assert told == sorted(told)


def below(one: Word, other: Word) -> int:
    """How many lines of the list of references a word stands below another."""
    return round((one.top - other.top) / LEADING)


def test_a_name_that_begins_with_figures_is_not_torn_apart(folder: Path) -> None:
    printed = [one.text for one in words_of(folder / f"{NAME}-teacher-notes-a4.pdf")]
    assert any("1914-1918-online" in text for text in printed)


@pytest.mark.parametrize("document", ["worksheet", "worksheet-large-print", "teacher-notes"])
def test_a_viewer_is_told_of_language_and_direction(folder: Path, document: str) -> None:
    with pikepdf.open(folder / f"{NAME}-{document}-a4.pdf") as pdf:
        assert pdf.Root.Lang == "ar"
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"


def test_a_lesson_in_english_says_nothing_of_direction(built: Path) -> None:
    with pikepdf.open(built / "phase-2-begins-worksheet-a4.pdf") as pdf:
        assert "/Direction" not in pdf.Root.ViewerPreferences


def test_fields_take_arabic_letters_from_the_right(folder: Path) -> None:
    with pikepdf.open(folder / f"{NAME}-worksheet-fillable-a4.pdf") as pdf:
        fields = [field for field in pdf.Root.AcroForm.Fields if field.get("/FT") == "/Tx"]
        assert len(fields) > 10
        assert {int(field.Q) for field in fields} == {2}


def test_every_face_is_ours_and_arabic_has_one(folder: Path) -> None:
    every = sorted(folder.glob("*.pdf"))
    assert every
    for pdf in every:
        shown = subprocess.run(["pdffonts", str(pdf)], capture_output=True, check=True, text=True)
        faces = [row.split()[0] for row in shown.stdout.splitlines()[2:]]
        assert any("Broadsheet-Naskh" in face or "BroadsheetNaskh" in face for face in faces)
        assert all(re.match(r"([A-Z]{6}\+)?(Broadsheet|Atkinson)", face) for face in faces), faces
