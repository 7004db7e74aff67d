"""Our lessons on paper: four sides for most students, one for the core, on A4 and Letter."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from tests.printed import LESSONS, said_in
from tests.render.on_page import words_of

from broadsheet.lesson.load import load
from broadsheet.locale.labels import labels_for
from broadsheet.render.rules import TOO_MANY_SIDES


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_no_lesson_of_ours_takes_more_sides_than_its_edition_should(
    file: Path, printed: Path
) -> None:
    said = [each.message for each in said_in(printed) if each.code == TOO_MANY_SIDES.code]
    assert not [message for message in said if message.startswith(file.stem)]
    lesson = load(file).lesson
    assert lesson is not None
    assert TOO_MANY_SIDES.code not in {entry.code for entry in lesson.ignore}


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_a_teacher_has_the_whole_plan_on_the_first_page_and_five_sides_at_most(
    file: Path, printed: Path
) -> None:
    notes = printed / file.stem / f"{file.stem}-teacher-notes-a4.pdf"
    lesson = load(file).lesson
    assert lesson is not None
    last = lesson.notes.plan[-1]
    clock = {str(lesson.minutes - last.minutes), str(lesson.minutes)}
    first = [set(re.split(r"[–～]", word.text)) for word in words_of(notes) if word.page == 0]
    assert clock in first
    with pikepdf.open(notes) as pdf:
        assert len(pdf.pages) <= 5


@pytest.mark.parametrize("name", ["jaccuse-1898", "politischer-rundfunk-1926"])
def test_the_narrowest_heading_of_a_claim_table_is_whole_in_wide_type(
    name: str, printed: Path
) -> None:
    sheet = printed / name / f"{name}-worksheet-dyslexia-friendly-a4.pdf"
    language = "fr" if name.startswith("j") else "de"
    heading = labels_for(language).say("column_claim_and_line").split()
    assert set(heading) <= {word.text for word in words_of(sheet)}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("ant-and-cricket-1912", "much"),
        ("native-app-or-website-2015-2018", "completely"),
        ("verdad-estados-unidos-1894", "medida"),
        # Poppler tells the letters of a word in Arabic from left to right.
        ("al-muqtabas-1906", "بعيد"[::-1]),
    ],
)
def test_both_ends_of_a_scale_stand_beside_its_steps_in_the_largest_type(
    name: str, last: str, paper: str, printed: Path, printed_with_head: Path
) -> None:
    folder = printed if paper == "a4" else printed_with_head / "output"
    words = words_of(folder / name / f"{name}-worksheet-large-print-24-{paper}.pdf")
    steps = [word for word in words if word.text == "5"]
    ends = [word for word in words if word.text == last]
    assert any(end.is_beside(step) for end in ends for step in steps)
