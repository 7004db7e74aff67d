"""Many lessons are made some at a time, as if they were made at once."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import pytest

from broadsheet.lesson.load import Loaded
from broadsheet.making import batches
from broadsheet.making.report import Report
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build

TODAY = date(2026, 11, 23)


@pytest.fixture
def lessons(tmp_path: Path, clean_lesson: str) -> list[Path]:
    """Five lessons; the third has an error."""
    files = [tmp_path / f"bridge-{number}.yaml" for number in range(5)]
    for file in files:
        file.write_text(clean_lesson, "utf-8")
    files[2].write_text(clean_lesson.replace("title: ", "titel: ", 1), "utf-8")
    return files


def slips_of(files: list[Path]) -> tuple[Report, list[tuple[int, int]]]:
    """Make exit slips, the shortest of documents, and note the progress that is told."""
    told: list[tuple[int, int]] = []
    request = Request(files, files[0].parent / "output", TODAY, documents=["exit-slips"])

    def tell(done: int, every: int, last: str = "") -> None:
        del last
        told.append((done, every))

    return build(request, tell), told


def test_batches_report_what_one_batch_reports(
    lessons: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, _ = slips_of(lessons)
    bytes_of = {path.name: path.read_bytes() for path in whole.written}
    monkeypatch.setattr(batches, "LESSONS", 2)

    parted, _ = slips_of(lessons)

    assert len(whole.written) == 4
    assert parted == whole
    assert {path.name: path.read_bytes() for path in parted.written} == bytes_of


def test_two_lessons_of_one_name_are_told_wherever_they_are(
    lessons: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "LESSONS", 2)
    other = lessons[0].parent / "b" / lessons[0].name
    other.parent.mkdir()
    other.write_bytes(lessons[0].read_bytes())

    report, _ = slips_of([*lessons, other])

    same = [finding.file for finding in report.findings if finding.code == "same-name"]
    assert set(same) == {lessons[0], other}
    assert len(report.written) == 3


def test_progress_ends_where_all_is_done_and_never_goes_back(
    lessons: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "LESSONS", 2)

    _, told = slips_of(lessons)

    done = [each for each, _ in told]
    assert done == sorted(done)
    assert told[0] == (0, 5)
    assert told[-1] == (4, 4)


def test_a_batch_is_let_go_before_the_next_is_read(
    lessons: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "LESSONS", 2)
    gc.collect()
    before = {id(each) for each in gc.get_objects() if isinstance(each, Loaded)}
    held: list[int] = []

    def look(done: int, every: int, last: str = "") -> None:
        del done, every, last
        gc.collect()
        there = [each for each in gc.get_objects() if isinstance(each, Loaded)]
        held.append(sum(id(each) not in before for each in there))

    build(Request(lessons, lessons[0].parent / "output", TODAY, documents=["exit-slips"]), look)
    assert max(held) == 2
