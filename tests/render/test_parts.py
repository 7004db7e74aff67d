"""In large print, a record for which no page has room is parted, and its parts are named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import CLEAN, WHOLE_TEXT
from tests.render.on_page import Word, marks_of, printed_lines, words_of

from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

ASKED = "    - ask: What is reported in ((The council voted on Tuesday))?\n"
COLUMNS = (
    "What is said in this text",
    "Who says so and to whom",
    "Whence they know what they say",
    "What speaks against it",
    "How anybody could check it",
    "What I think about it now",
)
CELL = "one two three four five six"


def printed(folder: Path, room: str, edition: str = "large-print-24") -> Path:
    """A worksheet whose first question has some room."""
    begin, end = CLEAN.index(ASKED) + len(ASKED), CLEAN.index("      facts: [minutes-1924]\n")
    (folder / "sources").mkdir()
    (folder / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    lesson = folder / "tall.yaml"
    lesson.write_text(CLEAN[:begin] + room + CLEAN[end:], "utf-8")
    request = Request(
        [lesson],
        folder / "output",
        date(2026, 11, 23),
        [Paper.LETTER],
        editions=[edition],
        documents=["worksheet"],
    )
    (pdf,) = build(request).written
    return pdf


def table(columns: tuple[str, ...], rows: str) -> str:
    return (
        f"      table: {{columns: [{', '.join(columns)}], rows: {rows}}}\n"
        f"      answer: {{rows: [[{', '.join([CELL] * len(columns))}]]}}\n"
    )


def pages_of(pdf: Path) -> list[list[str]]:
    """The lines of words on each page."""
    words = words_of(pdf)
    pages = range(1 + max(word.page for word in words))
    return [said([word for word in words if word.page == page]) for page in pages]


def said(page: list[Word]) -> list[str]:
    return [" ".join(word.text for word in line) for line in printed_lines(page)]


@pytest.mark.parametrize(
    ("rows", "name"),
    [("2", "1"), ("[the council, the old bridge]", "the council"), ("1", "Question 1")],
)
def test_a_record_that_has_no_room_below_its_question_is_begun_there_and_named_where_it_goes_on(
    tmp_path: Path, rows: str, name: str
) -> None:
    pages = pages_of(printed(tmp_path, table(COLUMNS, rows)))

    (begun,) = [page for page in pages if COLUMNS[0] in page and any("Tuesday”" in x for x in page)]
    assert any(line.endswith("Evidence What is claimed, by whom, and") for line in begun)
    (goes_on,) = [page for page in pages if f"{name}, continued" in page]
    assert goes_on[0] == f"{name}, continued"
    assert pages.index(goes_on) == pages.index(begun) + 1
    assert sum(line.count("continued") for page in pages for line in page) == 1


@pytest.mark.parametrize(
    ("edition", "room"),
    [
        pytest.param("large-print-24", "      space: 14 lines\n", id="lines"),
        pytest.param("large-print-24", table(COLUMNS, "1"), id="a record"),
        pytest.param("standard", table(COLUMNS, "12"), id="rows"),
    ],
)
def test_neither_a_heading_nor_a_question_is_alone_where_a_room_is_higher_than_a_page(
    tmp_path: Path, edition: str, room: str
) -> None:
    pdf = printed(tmp_path, room, edition)
    (at,) = [
        at
        for at, page in enumerate(pages_of(pdf))
        if any("Evidence" in line for line in page) and any("Tuesday”" in line for line in page)
    ]
    across = [mark for mark in marks_of(pdf) if mark.width > 10 * mark.height]
    asked = max(word.bottom for word in words_of(pdf) if word.page == at and "Tuesday" in word.text)
    drawn = {round(mark.top) for mark in across if mark.page == at and mark.top > asked}
    assert len(drawn) > 1, "room to begin in"
    assert any(mark.page == at + 1 for mark in across), "and to go on"


def test_a_record_higher_than_a_page_is_named_on_every_page_that_it_goes_on_to(
    tmp_path: Path,
) -> None:
    columns = tuple(f"{column} and {column.lower()} and all of it" for column in COLUMNS)
    pages = pages_of(printed(tmp_path, table(columns, "[the council, the bridge]")))

    names = [page[0] for page in pages if page[0].startswith("the")]
    assert names == ["the council, continued", "the bridge", "the bridge, continued"]


def test_a_record_that_has_room_is_whole(tmp_path: Path) -> None:
    pages = pages_of(printed(tmp_path, table(COLUMNS[:3], "3")))

    lines = [line for page in pages for line in page]
    assert lines
    assert [line for line in lines if "continued" in line] == []
