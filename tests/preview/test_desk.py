"""A desk keeps up with what is saved: findings first, then pages, and of many saves the last."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.preview.conftest import at_work, looking

from broadsheet.preview.view import View


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_what_is_saved_is_read_and_laid_out(folder: Path) -> None:
    with at_work(folder) as desk, looking(desk, View()) as looker:
        before = looker.until_current()
        edit(folder / "bridge.yaml", "title: Who pays", "title: Who really pays")
        desk.stir()
        after = looker.until(lambda state: "really" in state["piece"]["title"])
        after = looker.until_current()
        assert after["pages"][0]["name"] != before["pages"][0]["name"]


def test_an_edited_answer_changes_the_notes_and_no_page_of_the_worksheet(folder: Path) -> None:
    notes = View(document="teacher-notes")
    with at_work(folder) as desk, looking(desk, View()) as looker, looking(desk, notes) as other:
        sheet, before = looker.until_current(), other.until_current()
        edit(
            folder / "bridge.yaml", "answer: How many there were", "answer: Their number, at least"
        )
        desk.stir()
        other.until(lambda state: state["pages"] != before["pages"])
        assert looker.until_current()["pages"] == sheet["pages"]


@pytest.mark.parametrize("half", ["", "broadsheet: 1\ntitle: Who pa", "\x00", "[{"])
def test_a_file_saved_half_way_leaves_the_pages_and_the_whole_one_mends_it(
    folder: Path, half: str, clean_lesson: str
) -> None:
    with at_work(folder) as desk, looking(desk, View()) as looker:
        before = looker.until_current()
        (folder / "bridge.yaml").write_text(half, "utf-8")
        desk.stir()
        held = looker.until_held()
        assert (held["pages"], held["download"]) == (before["pages"], None)
        assert held["findings"]
        (folder / "bridge.yaml").write_text(clean_lesson, "utf-8")
        desk.stir()
        assert looker.until_current()["pages"] == before["pages"]


def test_of_fifty_saves_the_last_alone_is_laid_out(folder: Path, clean_lesson: str) -> None:
    with at_work(folder) as desk, looking(desk, View()) as looker:
        looker.until_current()
        looker.until(lambda _: desk.layouts == 2)  # worksheet and notes
        desk.quiet = 3600
        for number in range(50):
            text = clean_lesson.replace("Who pays", f"Who pays {number} times")
            (folder / "bridge.yaml").write_text(text, "utf-8")
            desk.stir()
            if number % 10 == 9:  # some are read
                looker.until(lambda state, n=number: f"{n} times" in state["piece"]["title"])  # type: ignore[misc]
        assert desk.layouts == 2
        desk.quiet = 0
        desk.stir()
        assert "49 times" in looker.until_current()["piece"]["title"]
        looker.until(lambda _: desk.layouts >= 4)
        assert desk.layouts <= 5  # one that was begun while the last was composed is dropped


def test_a_lesson_that_is_deleted_while_it_is_shown_keeps_its_pages(
    folder: Path, clean_lesson: str
) -> None:
    (folder / "other.yaml").write_text(clean_lesson.replace("Who pays", "Who pays twice"), "utf-8")
    with at_work(folder) as desk, looking(desk, View("bridge")) as looker:
        looker.until_current()
        (folder / "bridge.yaml").unlink()
        desk.stir()
        gone = looker.until(lambda state: state["piece"]["gone"])
        assert gone["pages"]
        assert gone["download"] is None
        (folder / "bridge.yaml").write_text(clean_lesson, "utf-8")
        desk.stir()
        assert not looker.until_current()["piece"]["gone"]


def test_a_lesson_that_is_renamed_is_listed_under_its_new_name(folder: Path) -> None:
    with at_work(folder) as desk, looking(desk, View("bridge")) as looker:
        looker.until_current()
        (folder / "bridge.yaml").rename(folder / "ferry.yaml")
        desk.stir()
        found = looker.until(lambda state: len(state["lessons"]) == 2)
        assert [(each["name"], each["gone"]) for each in found["lessons"]] == [
            ("ferry", False),
            ("bridge", True),
        ]


def test_a_folder_that_vanishes_is_waited_for(folder: Path, tmp_path: Path) -> None:
    with at_work(folder) as desk, looking(desk, View("bridge")) as looker:
        looker.until_current()
        shutil.move(folder, tmp_path / "away")
        desk.stir()
        assert looker.until(lambda state: state["missing"])["pages"]
        shutil.move(tmp_path / "away", folder)
        desk.stir()
        assert looker.until_current()["missing"] == []


def test_lessons_of_one_name_are_both_listed_and_told(folder: Path, clean_lesson: str) -> None:
    (folder / "bridge.yml").write_text(clean_lesson, "utf-8")
    with at_work(folder) as desk, looking(desk, View()) as looker:
        found = looker.until(lambda state: len(state["lessons"]) == 2 and not state["unread"])
        assert [each["errors"] for each in found["lessons"]] == [1, 1]
        assert found["findings"][0]["code"] == "same-name"


def test_settings_refresh_the_pages(folder: Path) -> None:
    with at_work(folder) as desk, looking(desk, View()) as looker:
        before = looker.until_current()
        (folder / "broadsheet.yaml").write_text("school: Harbour School\n", "utf-8")
        desk.stir()
        looker.until(
            lambda state: state["status"] != "current" or state["pages"] != before["pages"]
        )
        assert looker.until_current()["pages"] != before["pages"]


def test_a_themes_fault_is_told_and_goes(folder: Path) -> None:
    styles = folder / "theme" / "styles"
    styles.mkdir(parents=True)
    (styles / "worksheet.css").write_text("h1 { no-such: 1 }", "utf-8")
    (folder / "broadsheet.yaml").write_text("theme: theme\n", "utf-8")
    with at_work(folder) as desk, looking(desk, View()) as looker:
        held = looker.until_held()
        assert held["findings"][0]["code"] == "theme-fault"
        (styles / "worksheet.css").unlink()
        desk.stir()
        codes = [each["code"] for each in looker.until_current()["findings"]]
        assert "theme-fault" not in codes
