"""Nothing is made twice: what is up to date is known by content alone, document by document."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import CLEAN, WHOLE_TEXT

from broadsheet.cache import answers
from broadsheet.cache.record import Record
from broadsheet.cache.store import FOLDER, Store
from broadsheet.confined import RefusedError, read_file
from broadsheet.lesson.load import load
from broadsheet.making import standing
from broadsheet.making.report import Report
from broadsheet.noted import UNKNOWN, noting
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

TODAY = date(2026, 11, 23)
SHEET, NOTES = "bridge-worksheet-a4.pdf", "bridge-teacher-notes-a4.pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection: a lesson with its source's text and a picture, settings, and a theme."""
    made = tmp_path / "lessons"
    (made / "sources").mkdir(parents=True)
    (made / "look" / "styles").mkdir(parents=True)
    (made / "look" / "locale").mkdir()
    (made / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    (made / "bridge.yaml").write_text(CLEAN, "utf-8")
    (made / "broadsheet.yaml").write_text("school: Harbour School\ntheme: look\n", "utf-8")
    (made / "look" / "styles" / "unused.css").write_text("p { color: black }", "utf-8")
    return made


def built(
    folder: Path, today: date = TODAY, editions: Sequence[str] = (), jobs: int | None = None
) -> Report:
    output = folder.parent / "output"
    lessons = [folder / "bridge.yaml"]
    request = Request(lessons, output, today, [Paper.A4], editions=editions, jobs=jobs)
    return build(request, store=Store(output / FOLDER))


def names(report: Report) -> tuple[list[str], list[str]]:
    """What was made, and what stood."""
    return [each.name for each in report.written], [each.name for each in report.standing]


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_second_build_makes_nothing_and_leaves_the_files_alone(folder: Path) -> None:
    assert names(built(folder)) == ([NOTES, SHEET], [])
    files = sorted((folder.parent / "output" / "bridge").iterdir())
    before = [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files]
    assert names(built(folder)) == ([], [NOTES, SHEET])
    assert [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files] == before


def test_a_second_build_reads_no_lesson(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(folder)
    monkeypatch.setattr("broadsheet.collection.read.load", None)
    assert names(built(folder)) == ([], [NOTES, SHEET])


def test_a_lesson_that_was_touched_and_not_changed_stands(folder: Path) -> None:
    built(folder)
    os.utime(folder / "bridge.yaml", (0, 0))
    assert names(built(folder))[0] == []


def test_findings_of_what_stands_are_said_again(folder: Path) -> None:
    changed(folder / "bridge.yaml", "  text: sources/the-bridge-must-wait.txt\n", "")
    first, second = built(folder), built(folder)
    assert "source-not-at-hand" in {finding.code for finding in first.findings}
    assert second.findings == first.findings
    assert (second.lessons, second.settings) == (first.lessons, first.settings)


def _answer(folder: Path) -> None:
    changed(folder / "bridge.yaml", "How many there were.", "How many there were then.")


def _question(folder: Path) -> None:
    changed(folder / "bridge.yaml", "What does ((so-called)) do?", "What does ((so-called)) add?")


def _school(folder: Path) -> None:
    changed(folder / "broadsheet.yaml", "Harbour", "Hill")


def _new_settings(folder: Path) -> None:
    (folder / "broadsheet.yaml").unlink()


def _style(folder: Path) -> None:
    changed(folder / "look" / "styles" / "unused.css", "black", "#000")


def _new_style(folder: Path) -> None:
    base = Path(standing.__file__).parents[1] / "theme" / "styles" / "worksheet.css"
    shutil.copy(base, folder / "look" / "styles")


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (_answer, [NOTES]),
        (_question, [NOTES, SHEET]),
        (_school, [SHEET]),
        (_new_settings, [NOTES, SHEET]),
        (_style, [NOTES, SHEET]),
        (_new_style, [NOTES, SHEET]),
    ],
    ids=["an answer", "a question", "the school", "no settings", "a style", "a new style"],
)
def test_what_shows_a_change_is_made_again_and_nothing_else(
    folder: Path, change: Callable[[Path], None], made: list[str]
) -> None:
    built(folder)
    change(folder)
    assert set(names(built(folder))[0]) <= set(made)
    fresh = folder.parent / "fresh"
    build(Request([folder / "bridge.yaml"], fresh, TODAY, [Paper.A4]))
    for name in (NOTES, SHEET):
        kept = (folder.parent / "output" / "bridge" / name).read_bytes()
        assert kept == (fresh / "bridge" / name).read_bytes()
    assert names(built(folder))[0] == []


def test_a_change_of_the_source_is_found(folder: Path) -> None:
    built(folder)
    changed(folder / "sources" / "the-bridge-must-wait.txt", "second bridge", "third bridge")
    assert "excerpt-not-in-source" in {finding.code for finding in built(folder).findings}


def test_a_text_that_was_not_there_is_looked_for_again(folder: Path) -> None:
    text = folder / "sources" / "the-bridge-must-wait.txt"
    text.rename(folder / "kept-elsewhere.txt")
    assert "source-not-at-hand" in {finding.code for finding in built(folder).findings}
    (folder / "kept-elsewhere.txt").rename(text)
    assert "source-not-at-hand" not in {finding.code for finding in built(folder).findings}


def test_what_depends_on_the_day_is_judged_on_the_day(folder: Path) -> None:
    changed(folder / "bridge.yaml", "checked: to be re-checked", "checked: 2026-11-01")
    assert "fact-check-due" not in {finding.code for finding in built(folder).findings}
    later = built(folder, date(2030, 1, 1))
    assert "fact-check-due" in {finding.code for finding in later.findings}


def test_other_editions_are_made_beside_what_stands(folder: Path) -> None:
    built(folder)
    made, stood = names(built(folder, editions=["standard", "core"]))
    assert made == ["bridge-worksheet-core-a4.pdf"]
    assert stood == [NOTES, SHEET]


def _gone(file: Path) -> None:
    file.unlink()


def _edited(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"%")


def _truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:100])


@pytest.mark.parametrize("harm", [_gone, _edited, _truncated])
def test_a_document_that_was_harmed_is_put_back(folder: Path, harm: Callable[[Path], None]) -> None:
    built(folder)
    file = folder.parent / "output" / "bridge" / SHEET
    before = file.read_bytes()
    harm(file)
    assert names(built(folder)) == ([SHEET], [NOTES])
    assert file.read_bytes() == before


def test_a_damaged_cache_costs_time_and_nothing_else(folder: Path) -> None:
    built(folder)
    before = (folder.parent / "output" / "bridge" / SHEET).read_bytes()
    for kept in (folder.parent / "output" / FOLDER).iterdir():
        kept.write_bytes(kept.read_bytes()[:-1] + b"\0\0")
    assert names(built(folder)) == ([NOTES, SHEET], [])
    assert (folder.parent / "output" / "bridge" / SHEET).read_bytes() == before


def test_another_version_makes_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(folder)
    for module in (answers, standing):
        monkeypatch.setattr(module, "maker", lambda: b"another")
    assert names(built(folder)) == ([NOTES, SHEET], [])


def test_a_lesson_with_an_error_is_read_each_time(folder: Path) -> None:
    changed(folder / "bridge.yaml", "minutes: 45", "minutes: many")
    assert [finding.code for finding in built(folder).findings] == ["wrong-kind"]
    assert [finding.code for finding in built(folder).findings] == ["wrong-kind"]


def test_the_error_of_another_lesson_is_not_remembered_once_it_is_mended(folder: Path) -> None:
    output = folder.parent / "output"
    (folder / "other.yaml").write_text(CLEAN.replace("minutes: 45", "minutes: many"), "utf-8")

    def both() -> Report:
        files = [folder / "bridge.yaml", folder / "other.yaml"]
        return build(Request(files, output, TODAY, [Paper.A4]), store=Store(output / FOLDER))

    assert "wrong-kind" in {finding.code for finding in both().findings}
    (folder / "other.yaml").write_text(CLEAN, "utf-8")
    assert "wrong-kind" not in {finding.code for finding in both().findings}


def test_a_lesson_whose_name_is_awkward_keeps_nobody_from_standing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = folder.parent / "output"
    awkward = folder / "who pays?.yaml"
    awkward.write_text(CLEAN, "utf-8")
    request = Request([folder / "bridge.yaml", awkward], output, TODAY, [Paper.A4])
    first = build(request, store=Store(output / FOLDER))
    monkeypatch.setattr("broadsheet.collection.read.load", None)
    second = build(request, store=Store(output / FOLDER))
    assert "awkward-name" in {finding.code for finding in first.findings}
    assert second.findings == first.findings
    assert not second.written


def test_a_file_that_can_not_be_read_to_its_end_is_looked_at_each_time(folder: Path) -> None:
    text = folder / "sources" / "the-bridge-must-wait.txt"
    with noting() as noted, pytest.raises(RefusedError):
        read_file(text, 10)
    assert noted == {str(text): UNKNOWN}
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    assert not Record({str(pipe): UNKNOWN}, None, (), 0, {}, False).stands()


def test_as_many_side_by_side_as_are_asked_for_give_the_same_bytes(folder: Path) -> None:
    assert load(folder / "bridge.yaml").lesson
    bytes_of = []
    for jobs in (1, 3):
        shutil.rmtree(folder.parent / "output", ignore_errors=True)
        built(folder, jobs=jobs)
        made = sorted((folder.parent / "output" / "bridge").iterdir())
        bytes_of.append([file.read_bytes() for file in made])
    assert bytes_of[0] == bytes_of[1]


COMMAND = [sys.executable, "-m", "broadsheet", "build", "lessons/bridge.yaml"]


def command(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *options], cwd=folder.parent, capture_output=True, text=True, check=False
    )


def test_the_summary_says_what_was_made_and_what_stood(folder: Path) -> None:
    assert "2 documents from 1 lesson; " in command(folder).stdout
    _answer(folder)
    assert "2 documents from 1 lesson: 1 made, 1 up to date; " in command(folder).stdout


def test_no_cache_makes_everything_and_keeps_nothing(folder: Path) -> None:
    for _ in range(2):
        assert "2 documents from 1 lesson; " in command(folder, "--no-cache").stdout
    assert not (folder.parent / "output" / FOLDER).exists()


def test_a_cache_that_can_not_be_written_is_said_once(folder: Path) -> None:
    (folder.parent / "output").mkdir()
    (folder.parent / "output" / FOLDER).write_text("no folder", "utf-8")
    said = command(folder)
    assert said.returncode == 0
    assert said.stderr.count("output/.broadsheet keeps nothing") == 1
    assert (folder.parent / "output" / "bridge" / SHEET).is_file()


def test_no_documents_side_by_side_are_refused(folder: Path) -> None:
    said = command(folder, "--jobs", "0")
    assert said.returncode == 2
    assert "0 is not in the range x>=1" in said.stderr


def test_two_builds_at_once_both_end_well(folder: Path) -> None:
    running = [
        subprocess.Popen(COMMAND, cwd=folder.parent, stdout=subprocess.DEVNULL) for _ in range(2)
    ]
    assert [each.wait() for each in running] == [0, 0]
    assert "2 up to date" in command(folder).stdout


def test_on_a_full_disk_the_cache_gives_way_to_documents(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = folder.parent / "output"
    keeps = os.fsync

    def full(handle: int) -> None:
        """There is room for the documents, or for what is kept of them."""
        if any(output.glob(f"{FOLDER}/*")):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        keeps(handle)

    monkeypatch.setattr(os, "fsync", full)
    report = built(folder)
    assert names(report) == ([NOTES, SHEET], [])
    assert "not-written" not in {finding.code for finding in report.findings}
    assert report.unkept == "no space left on device"
    assert not list(output.glob(f"{FOLDER}/*"))
