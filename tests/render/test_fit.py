"""Spare room at the end of a page goes to the rooms to answer on it, and costs no side."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from tests.render.on_page import Mark, marks_of, words_of

from broadsheet.find import find
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build

LESSONS = Path(__file__).parents[2] / "lessons"
MM = 72 / 25.4
POEM, POST = "ant-and-cricket-1912", "phase-2-begins"
PLAIN = {"standard": "plain", "fillable": "plain-form"}
"""Editions, and the same without what is tried here."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two lessons, in editions that give spare room back and in the same that do not."""
    folder = tmp_path_factory.mktemp("fit")
    (folder / "sources").mkdir()
    editions = folder / "look" / "editions"
    editions.mkdir(parents=True)
    for lesson in (POEM, POST):
        shutil.copy(LESSONS / f"{lesson}.yaml", folder)
        for source in (LESSONS / "sources").glob(f"{lesson}*"):
            shutil.copy(source, folder / "sources")
    (folder / "broadsheet.yaml").write_text("theme: look\n", "utf-8")
    (editions / "plain.yaml").write_text("title: {en: plain}\nfit: no\n", "utf-8")
    (editions / "plain-form.yaml").write_text(
        "title: {en: plain form}\nfit: no\nmargin: none\nform: yes\nstyle: {size-body: 11pt, "
        "size-small: 10pt, size-tiny: 9pt, excerpt-size: 11.5pt, excerpt-leading: 17pt}\n",
        "utf-8",
    )
    request = Request(
        find([folder]),
        folder / "output",
        date(2026, 11, 23),
        editions=[*PLAIN, *PLAIN.values()],
        documents=["worksheet"],
    )
    assert not [each for each in build(request).findings if each.severity == "error"]
    return folder


def sheet(folder: Path, lesson: str, edition: str) -> Path:
    name = "worksheet" if edition == "standard" else f"worksheet-{edition}"
    return folder / "output" / lesson / f"{lesson}-{name}-a4.pdf"


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
    before, after = (sheet(folder, POST, each) for each in ("plain", "standard"))
    assert blank(before, 2) > 25
    assert blank(after, 2) < 5


def test_rooms_grow_by_half_at_most_and_alike_on_a_page(folder: Path) -> None:
    before, after = (sheet(folder, POST, each) for each in ("plain", "standard"))
    assert distances(before, 3) == {80}
    assert distances(after, 3) == {120}, "the last page, which nothing follows"
    (even,) = distances(after, 2)
    assert 80 < even < 120


def test_a_page_without_much_blank_is_left_as_it_is(folder: Path) -> None:
    before, after = (sheet(folder, POST, each) for each in ("plain", "standard"))
    assert blank(before, 1) < 25
    assert rules(after, 1) == rules(before, 1)


def test_no_page_is_begun_for_a_few_lines_where_smaller_gaps_spare_it(folder: Path) -> None:
    before, after = (sheet(folder, POEM, each) for each in ("plain", "standard"))
    assert blank(before, sides(before) - 1) > 0.75 * 267
    assert sides(after) == sides(before) - 1


def test_a_question_comes_along_where_a_page_of_few_lines_cant_be_spared(folder: Path) -> None:
    before, after = (sheet(folder, POEM, each) for each in ("plain-form", "fillable"))
    assert blank(before, sides(before) - 1) > 0.75 * 267
    assert sides(after) == sides(before)
    assert blank(after, sides(after) - 1) < 0.75 * 267
