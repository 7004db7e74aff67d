"""What the page is told of a view: plain values, without a server and without laying out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.preview.conftest import TODAY, at_work, bare_name, looking
from tests.printed import ROOT

from broadsheet.preview.known import Known
from broadsheet.preview.piece import Piece, read_piece
from broadsheet.preview.sheet import Mark, Page, Sheet
from broadsheet.preview.slot import Slot, composed
from broadsheet.preview.state import files_in, state_of
from broadsheet.preview.view import View, settled
from broadsheet.render.renderer import Rendered
from broadsheet.theme.look import look_of

ARABIC = ROOT / "lessons" / "al-muqtabas-1906.yaml"


def sheet(*titles: str, sides: int = 1) -> Sheet:
    marks = tuple(Mark(title, index / 10, 0.1) for index, title in enumerate(titles))
    return Sheet(Rendered(b"%PDF", sides), (Page("name", 893, 1263, marks),), "digest")


def known(piece: Piece, view: View, laid_out: Sheet | None = None) -> Known:
    """What is known after a piece was read and composed, and perhaps laid out."""
    pieces = {piece.file.stem: piece}
    if piece.choices is None:
        return Known(pieces, 0, (), {})
    here = settled(view, piece.choices).named(piece.file.stem)
    slot = composed(here, piece, None, TODAY, cache(look_of))
    return Known(pieces, 0, (), {here: slot.laid_out(laid_out) if laid_out else slot})


def read(file: Path, before: Piece | None = None) -> Piece:
    return read_piece(file, [], before, TODAY)


def of(piece: Piece, view: View, laid_out: Sheet | None = None) -> dict[str, Any]:
    return state_of(known(piece, view, laid_out), view, bare_name)


def broken(folder: Path) -> Piece:
    """The lesson, which was good, and has a misspelt key."""
    file = folder / "bridge.yaml"
    before = read(file)
    file.write_text(file.read_text("utf-8").replace("summary:", "sumary:"), "utf-8")
    return read(file, before)


def test_pages_are_being_made_until_they_are_those_of_what_was_saved(folder: Path) -> None:
    piece = read(folder / "bridge.yaml")
    assert of(piece, View())["status"] == "making"
    assert of(piece, View(), sheet())["status"] == "current"


def test_what_is_current_can_be_downloaded(folder: Path) -> None:
    found = of(read(folder / "bridge.yaml"), View(paper="letter"), sheet())
    assert found["download"] == {"name": "bridge-worksheet-letter.pdf", "digest": "digest"}


def test_while_an_error_stands_the_last_good_pages_stay_and_downloads_are_held_back(
    folder: Path,
) -> None:
    good = read(folder / "bridge.yaml")
    before = known(good, View(), sheet())
    (view, slot) = next(iter(before.slots.items()))
    bad = broken(folder)
    slots: dict[View, Slot] = {view: composed(view, bad, slot, TODAY, cache(look_of))}
    found = state_of(Known({"bridge": bad}, 0, (), slots), View(), bare_name)
    assert (found["status"], len(found["pages"]), found["download"]) == ("held", 1, None)
    assert found["findings"][0]["code"] == "unknown-key"
    assert found["piece"]["title"] == "Who pays for the bridge?"


def test_a_finding_leads_to_its_line(folder: Path) -> None:
    found = of(broken(folder), View())["findings"][0]
    assert (found["file"], found["line"], found["severity"]) == ("bridge.yaml", 7, "error")
    assert found["why"]


def test_errors_come_before_warnings_and_advice(folder: Path) -> None:
    piece = broken(folder)
    ranks = [each["severity"] for each in of(piece, View())["findings"]]
    assert ranks == sorted(ranks, key=["error", "warning", "advice"].index)


def test_sides_are_counted_against_those_allowed(folder: Path) -> None:
    piece = read(folder / "bridge.yaml")
    counts = of(piece, View(), sheet(sides=3))["counts"]
    assert (counts["sides"], counts["allowed"], counts["minutes"]) == (3, 4, 45)
    assert of(piece, View(document="teacher-notes"), sheet())["counts"]["allowed"] is None


def test_points_and_minutes_are_those_of_the_questions_that_are_asked() -> None:
    piece = read(ARABIC)
    every = of(piece, View(), sheet())["counts"]
    some = of(piece, View(questions=(1, 2)), sheet())["counts"]
    assert (every["points"], some["points"]) == (35, 5)
    assert some["minutes"] < every["minutes"]


def test_a_choice_of_questions_is_shown_with_those_that_are_left_out(folder: Path) -> None:
    found = of(read(folder / "bridge.yaml"), View(questions=(1, 3)))
    assert [each["asked"] for each in found["questions"]] == [True, False, True]
    assert "lens-left-out" in [each["code"] for each in found["findings"]]


def test_a_question_and_its_answer_lead_to_their_lines(folder: Path, clean_lesson: str) -> None:
    lines = clean_lesson.split("\n")
    asked = of(read(folder / "bridge.yaml"), View())["questions"]
    assert len(asked) == 3
    for each in asked:
        assert lines[each["line"] - 1].lstrip().startswith("- ask:")
        assert lines[each["answer"] - 1].lstrip().startswith("answer:")
        assert "((" not in each["words"]


def test_an_area_leads_to_the_line_that_was_typed(folder: Path, clean_lesson: str) -> None:
    laid_out = sheet("line 1", "line 2", "Question 2", "References")
    areas = of(read(folder / "bridge.yaml"), View(), laid_out)["pages"][0]["areas"]
    lines = clean_lesson.split("\n")
    assert [each["what"] for each in areas][2:] == ["Question 2"]
    assert "The council voted" in lines[areas[0]["line"] - 1]
    assert lines[areas[2]["line"] - 1].endswith("What does ((so-called)) do?")


def test_in_the_notes_a_question_leads_to_its_answer(folder: Path, clean_lesson: str) -> None:
    view = View(document="teacher-notes")
    areas = of(read(folder / "bridge.yaml"), view, sheet("Framing: question 2"))
    (area,) = areas["pages"][0]["areas"]
    assert "It casts doubt" in clean_lesson.split("\n")[area["line"] - 1]


def test_an_answer_that_runs_over_a_page_leads_to_its_line_from_both(
    folder: Path, clean_lesson: str
) -> None:
    long = " ".join(f"That was said on day {number} of the year." for number in range(2, 260))
    text = clean_lesson.replace(
        "answer: How many there were", f"answer: {long} How many there were"
    )
    (folder / "bridge.yaml").write_text(text, "utf-8")
    with at_work(folder) as desk, looking(desk, View("bridge", "teacher-notes")) as looker:
        pages = looker.until_current()["pages"]
    on = [
        index
        for index, page in enumerate(pages)
        for area in page["areas"]
        if area["what"] == "Question 3, answer"
    ]
    assert len(on) > 1
    assert on == list(range(on[0], on[-1] + 1))


@pytest.mark.parametrize("title", ["السطر 3", "السؤال 3 · 8 درجات", "الأدلة: السؤال 3"])
def test_bookmarks_are_known_in_the_language_of_the_lesson(title: str) -> None:
    (area,) = of(read(ARABIC), View(), sheet(title))["pages"][0]["areas"]
    assert area["what"] in ("line 3 of the text", "Question 3")


def test_a_title_keeps_its_language_and_direction() -> None:
    (lesson,) = of(read(ARABIC), View())["lessons"]
    assert (lesson["language"], lesson["direction"]) == ("ar", "rtl")


def test_a_lesson_that_there_is_not_is_said(folder: Path) -> None:
    piece = read(folder / "bridge.yaml")
    found = state_of(known(piece, View()), View("other"), bare_name)
    assert (found["piece"], found["view"]["lesson"]) == (None, "other")
    assert found["lessons"][0]["name"] == "bridge"


def test_a_lesson_that_was_never_good_is_called_by_its_file(folder: Path) -> None:
    (folder / "new.yaml").write_text("title: [", "utf-8")
    found = of(read(folder / "new.yaml"), View())
    assert (found["piece"]["title"], found["status"], found["pages"]) == ("new.yaml", "held", [])


def test_a_unit_is_shown_as_its_booklets() -> None:
    found = of(read(ROOT / "lessons" / "units" / "reading-opinion.yaml"), View())
    names = [each["name"] for each in found["choices"]["document"]]
    assert names == ["student-booklet", "teacher-booklet"]
    assert (found["choices"]["edition"], found["questions"]) == ([], [])


def test_in_a_booklet_a_question_leads_to_its_lesson() -> None:
    piece = read(ROOT / "lessons" / "units" / "reading-opinion.yaml")
    view = View(document="teacher-booklet")
    title = "What makes a fact a fact, and a myth a myth?"
    marks = (Mark("Evidence: question 2", 0.1, 0.1, title), Mark("Question 1", 0.2, 0.1, "Other"))
    laid_out = Sheet(Rendered(b"%PDF", 1), (Page("name", 893, 1263, marks),), "digest")
    (area,) = of(piece, view, laid_out)["pages"][0]["areas"]
    assert (area["file"], area["what"]) == (
        "open-source-in-government-2016.yaml",
        "Question 2, answer",
    )
    assert area["file"] in files_in(known(piece, view), bare_name)


def test_only_files_that_were_named_can_be_opened(folder: Path) -> None:
    files = files_in(known(read(folder / "bridge.yaml"), View()), bare_name)
    assert files == {"bridge.yaml": folder / "bridge.yaml"}


def test_what_is_gone_keeps_its_title(folder: Path) -> None:
    piece = read(folder / "bridge.yaml").gone()
    found = of(piece, View())
    assert (found["piece"]["gone"], found["piece"]["title"]) == (True, "Who pays for the bridge?")
    assert replace(piece, is_gone=False).stands([], TODAY)
