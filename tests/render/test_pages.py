"""It prints: what stands on the pages of real documents."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pikepdf
from tests.render.conftest import FIRST_LESSON
from tests.render.on_page import words_of
from tests.tag_tree import tag_tree

from broadsheet.excerpt.numbered import numbered
from broadsheet.excerpt.quotation import Quotation, marks, prove
from broadsheet.lesson.load import load
from broadsheet.lesson.prose import prose_values
from broadsheet.locale.labels import labels_for


def text_of(pdf: Path, *options: str) -> str:
    """The text of a PDF, laid out as on the page."""
    return subprocess.run(
        ["pdftotext", "-layout", *options, str(pdf), "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def printed_lines(pdf: Path) -> dict[int, str]:
    """The printed lines of the excerpt that show their numbers, by number."""
    first_page = text_of(pdf, "-l", "1", "-x", "0", "-y", "0", "-W", "440", "-H", "842")
    found = re.findall(r"^ +(\d+) {2,}(\S.*?)(?: {3,}.*)?$", first_page, re.MULTILINE)
    return {int(number): words.strip() for number, words in found}


def test_a_worksheet_of_the_first_lesson_takes_four_sides_at_most(worksheet: Path) -> None:
    with pikepdf.open(worksheet) as pdf:
        assert len(pdf.pages) <= 4


def test_every_fifth_line_shows_its_number_beside_its_own_words(worksheet: Path) -> None:
    lesson = load(FIRST_LESSON).lesson
    assert lesson is not None
    lines = numbered(lesson)[""].lines
    assert printed_lines(worksheet) == {
        line.number: line.text for line in lines if line.number % 5 == 0
    }


def test_explained_words_stand_below_their_text_and_are_read_downwards(worksheet: Path) -> None:
    column = ("mobilization", "Kiev", "NATO", "referendums")
    words = words_of(worksheet)
    (head,) = [one for one, two in pairwise(words) if (one.text, two.text) == ("Words", "in")]
    below = [word for word in words if word.page == head.page and word.top > head.top]
    first = {word.text: word for word in reversed(below)}
    tops = [first[term].top for term in column]
    assert tops == sorted(tops)
    assert len({first[term].left for term in column}) == 1
    assert first["Donbass"].is_beside(first["mobilization"])
    assert first["Donbass"].left > first["mobilization"].right


def test_every_quotation_is_printed_with_the_line_its_words_stand_on(built: Path) -> None:
    lesson = load(FIRST_LESSON).lesson
    assert lesson is not None
    excerpts, labels = numbered(lesson), labels_for("en")
    printed = "".join(
        "".join(tag_tree(built / f"phase-2-begins-{document}-a4.pdf").words().split())
        for document in ("worksheet", "teacher-notes")
    )
    quoted = [
        proved
        for value in prose_values(lesson)
        for mark in marks(value.text)
        if isinstance(proved := prove(mark, excerpts), Quotation)
        if not {"steps", "core"} & set(value.path)
    ]
    assert len(quoted) > 20
    for quotation in quoted:
        lines = labels.lines(quotation.first_line, quotation.last_line)
        expected = (
            lines if quotation.reference_only else f"{labels.quote(quotation.text)} ({lines})"
        )
        assert "".join(expected.split()) in printed  # blanks at the ends of lines are not text


def test_fonts_are_ours_embedded_and_subset(document: Path) -> None:
    shown = subprocess.run(["pdffonts", str(document)], capture_output=True, check=True, text=True)
    rows = shown.stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z]{6}\+(Broadsheet|Atkinson|Noto)", row), row
        embedded, subset, unicode = row.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), row


def test_the_papers_are_a4_and_letter(built: Path) -> None:
    sizes = {}
    for paper in ("a4", "letter"):
        with pikepdf.open(built / f"phase-2-begins-worksheet-{paper}.pdf") as pdf:
            box = [float(edge) for edge in pdf.pages[0].mediabox]
            sizes[paper] = (round(box[2]), round(box[3]))
    assert sizes == {"a4": (595, 842), "letter": (612, 792)}


def test_the_source_box_names_the_piece_and_the_words_shown(worksheet: Path) -> None:
    printed = " ".join(text_of(worksheet, "-l", "1").split())
    for words in (
        "“Phase 2 Begins”, Vox Day",
        "Blog post, voxday.net, 21 September 2022",
        "In copyright",
        "https://voxday.net/2022/09/21/phase-2-begins/",
    ):
        assert words in printed
    assert re.search(r"This sheet shows \d+ (of \d+ )?words; every cut is marked \[…\]", printed)


def test_facts_known_later_stand_apart_from_what_the_piece_left_out(built: Path) -> None:
    printed = " ".join(text_of(built / "phase-2-begins-teacher-notes-a4.pdf").split())
    left_out = printed.index("What the piece leaves out")
    next_heading = printed.index("What happened next")
    assert left_out < printed.index("1 December 1991", left_out) < next_heading
    assert printed.index("12 October 2022", next_heading) > next_heading


def test_nothing_of_the_teachers_notes_stands_on_the_worksheet(worksheet: Path) -> None:
    lesson = load(FIRST_LESSON).lesson
    assert lesson is not None
    printed = " ".join(text_of(worksheet).split())
    for asked in lesson.questions.numbered():
        for text in (*asked.question.accept, *asked.question.reject):
            assert " ".join(text.split())[:40] not in printed
