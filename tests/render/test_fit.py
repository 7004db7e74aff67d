"""Spare room at the end of a page goes to the rooms to answer on it, and costs no side."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from tests.conftest import CLEAN, WHOLE_TEXT
from tests.once import once
from tests.render.on_page import Mark, marks_of, words_of

from broadsheet.find import find
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

LESSONS = Path(__file__).parents[2] / "lessons"
PAIR = LESSONS / "how-big-a-republic-1787.yaml"
TODAY = date(2026, 11, 23)
MM = 72 / 25.4
HEIGHT = 297 - 13 - 17
"""Of what may stand on an A4 page, in millimetres."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lessons of three questions of 9 to 12 lines each, in the standard edition and a plain one,
    and one of them with more goals.

    The plain one is the same but gives no room back.
    """
    return once(tmp_path_factory, "fit", print_lessons)


def print_lessons(folder: Path) -> None:
    editions = folder / "look" / "editions"
    editions.mkdir(parents=True)
    (editions / "plain.yaml").write_text("title: {en: plain}\nfit: no\n", "utf-8")
    (folder / "broadsheet.yaml").write_text("theme: look\n", "utf-8")
    (folder / "sources").mkdir()
    (folder / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    for lines in range(9, 13):
        spacious = CLEAN.replace("      answer:", f"      space: {lines} lines\n      answer:")
        (folder / f"of-{lines}.yaml").write_text(spacious, "utf-8")
    goals = "objectives:\n  - I can say what it costs.\n  - I can say who pays for it.\n"
    of_twelve = (folder / "of-12.yaml").read_text("utf-8")
    more = of_twelve.replace("objectives:\n", goals)
    (folder / "of-12-and-more-goals.yaml").write_text(more, "utf-8")
    request = Request(
        find([folder]),
        folder / "output",
        TODAY,
        editions=["standard", "plain"],
        documents=["worksheet", "questions"],
    )
    assert not [each for each in build(request).findings if each.severity == "error"]


def both(folder: Path, document: str, lines: int | str) -> tuple[Path, Path]:
    """A document of so many lines a question: plain, and with its spare room given back."""
    slug = f"of-{lines}"
    named = folder / "output" / slug / f"{slug}-{document}"
    return Path(f"{named}-plain-a4.pdf"), Path(f"{named}-a4.pdf")


def sides(pdf: Path) -> int:
    with pikepdf.open(pdf) as document:
        return len(document.pages)


def rules(pdf: Path, page: int) -> list[Mark]:
    """The lines to write on, of a page counted from 0: drawn across it, and no table's."""
    return sorted(
        (
            mark
            for mark in marks_of(pdf)
            if mark.page == page and mark.height < 1 and mark.width > 400 and not mark.stroked
        ),
        key=lambda mark: mark.top,
    )


def distances(pdf: Path, page: int) -> set[int]:
    """How far apart lines are that lie below each other without words between, in tenths of mm."""
    words = [word for word in words_of(pdf) if word.page == page]
    return {
        round((under.top - above.top) / MM * 10)
        for above, under in pairwise(rules(pdf, page))
        if not any(above.top < word.middle < under.top for word in words)
        if under.top - above.top > 6 * MM
    }


def blank(pdf: Path, page: int) -> float:
    """Millimetres from what stands lowest on an A4 page to where it must end."""
    foot = 297 * MM - 17 * MM
    boxes = [*words_of(pdf), *marks_of(pdf)]
    return (foot - max(box.bottom for box in boxes if box.page == page and box.bottom < foot)) / MM


def test_a_page_that_would_end_with_a_blank_is_filled_by_its_rooms(folder: Path) -> None:
    before, after = both(folder, "questions", 9)
    assert blank(before, 0) > 25
    assert blank(after, 0) < 5
    assert sides(after) == sides(before)


def test_rooms_grow_by_half_at_most_and_alike_on_a_page(folder: Path) -> None:
    before, after = both(folder, "questions", 9)
    assert distances(before, 0) == distances(before, 1) == {80}
    assert distances(after, 1) == {120}, "the last page, which nothing follows"
    (even,) = distances(after, 0)
    assert 80 < even < 120


def test_a_page_without_much_blank_is_left_as_it_is(folder: Path) -> None:
    before, after = both(folder, "questions", 12)
    assert blank(before, 0) < 25
    assert rules(after, 0) == rules(before, 0)
    assert rules(after, 1) != rules(before, 1)


def test_no_page_is_begun_for_a_few_lines_where_smaller_gaps_spare_it(folder: Path) -> None:
    before, after = both(folder, "worksheet", 10)
    assert blank(before, sides(before) - 1) > 0.75 * HEIGHT
    assert sides(after) == sides(before) - 1


def test_no_page_is_begun_for_what_other_pages_have_room_for(folder: Path) -> None:
    before, after = both(folder, "questions", "12-and-more-goals")
    assert blank(before, sides(before) - 1) < 0.75 * HEIGHT
    assert sides(after) == sides(before) - 1


def test_a_bar_keeps_its_distance_from_a_line_above_where_gaps_are_smaller(folder: Path) -> None:
    _, after = both(folder, "worksheet", 11)
    below = []
    for bar in (mark for mark in marks_of(after) if 1 < mark.height < 2 and mark.width > 400):
        above = [each.bottom for each in rules(after, bar.page) if each.bottom < bar.top]
        below += [(bar.top - max(above)) / MM] if above else []
    assert len(below) > 1
    assert min(below) > 2.4


def test_a_question_comes_along_where_a_page_of_few_lines_cant_be_spared(folder: Path) -> None:
    before, after = both(folder, "worksheet", 12)
    assert blank(before, sides(before) - 1) > 0.75 * HEIGHT
    assert sides(after) == sides(before)
    assert blank(after, sides(after) - 1) < 0.75 * HEIGHT


def sheet_of(name: str, edition: str, folder: Path, document: str = "worksheet") -> Path:
    """A document of a lesson that ships, on Letter."""
    request = Request(
        [LESSONS / f"{name}.yaml"],
        folder,
        TODAY,
        [Paper.LETTER],
        editions=[edition],
        documents=[document],
    )
    (pdf,) = build(request).written
    return pdf


def test_no_page_is_begun_for_what_others_have_room_for_once_gaps_are_smaller(
    tmp_path: Path,
) -> None:
    assert sides(sheet_of("diagram-of-mortality-1858", "standard", tmp_path)) == 3


def test_notes_of_a_lesson_like_the_first_take_five_sides_at_most(tmp_path: Path) -> None:
    assert sides(sheet_of("phase-2-begins", "standard", tmp_path, "teacher-notes")) <= 5


def test_a_question_comes_along_also_where_smaller_gaps_have_spared_a_page(tmp_path: Path) -> None:
    pdf = sheet_of("ant-and-cricket-1912", "supported", tmp_path)
    last = [word for word in words_of(pdf) if word.page == sides(pdf) - 1]
    assert "Before" in [word.text for word in last], "which stands before the self-assessment"


def test_in_larger_type_a_source_does_not_wait_for_its_text_where_it_fits(tmp_path: Path) -> None:
    pdf = sheet_of("jaccuse-1898", "large-print-24", tmp_path)
    first = [word.text for word in words_of(pdf) if word.page == 0]
    assert "Zola" in first


def test_in_larger_type_explained_words_begin_below_their_text_and_go_over_between_two(
    tmp_path: Path,
) -> None:
    pdf = sheet_of("tools-and-tasks-2019", "large-print-24", tmp_path)
    pages = [[word.text for word in words_of(pdf) if word.page == page] for page in (3, 4)]
    assert pages[0][0] == "30", "the number of a line"
    assert {"Words", "manufacturers", "vocational"} <= set(pages[0])
    assert pages[1][:2] == ["proprietary", "code"]


def test_the_texts_of_a_pair_share_a_side_that_holds_both_and_else_have_a_leaf_each(
    tmp_path: Path,
) -> None:
    request = Request([PAIR], tmp_path, TODAY, editions=["standard", "core"], documents=["text"])
    taken = {pdf.name: sides(pdf) for pdf in build(request).written}
    assert taken == {f"{PAIR.stem}-text-a4.pdf": 3, f"{PAIR.stem}-text-core-a4.pdf": 1}
