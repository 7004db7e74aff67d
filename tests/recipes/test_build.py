"""The recipe from a lesson's file to documents on disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import WHOLE_TEXT

from broadsheet.compose.document import Composed
from broadsheet.making import shelf
from broadsheet.making.begin import NotBegunError
from broadsheet.making.report import Report
from broadsheet.orders.order import Order
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE, Table
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
COMMAND = [sys.executable, "-m", "broadsheet"]


@pytest.fixture
def lessons(tmp_path: Path, clean_lesson: str) -> Path:
    """A folder with a good lesson and one with an error."""
    folder = tmp_path / "lessons"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    (folder / "good.yaml").write_text(clean_lesson, "utf-8")
    bad = clean_lesson.replace("minutes: 45", "minutes: fifty", 1)
    (folder / "bad.yaml").write_text(bad, "utf-8")
    return folder


def built(lessons: Path, *names: str, table: Table = TABLE) -> Report:
    files = [lessons / f"{name}.yaml" for name in names]
    return build(Request(files, lessons.parent / "output", TODAY, [Paper.A4]), table=table)


def test_documents_are_named_after_lesson_document_and_paper(lessons: Path) -> None:
    report = built(lessons, "good")
    assert [path.relative_to(lessons.parent).as_posix() for path in report.written] == [
        "output/good/good-teacher-notes-a4.pdf",
        "output/good/good-worksheet-a4.pdf",
    ]


def test_a_build_of_what_there_is_not_is_refused_before_anything_is_read(lessons: Path) -> None:
    output = lessons.parent / "output"
    request = Request([lessons / "bad.yaml"], output, TODAY, documents=["wroksheet"])
    with pytest.raises(NotBegunError, match="there is no document wroksheet") as refused:
        build(request)
    assert (refused.value.asked_as, refused.value.hint) == ("document", "did you mean worksheet?")
    assert not output.exists()


def test_a_lesson_with_an_error_writes_nothing_and_does_not_stop_the_others(lessons: Path) -> None:
    report = built(lessons, "bad", "good")
    assert {path.parent.name for path in report.written} == {"good"}
    assert [finding.code for finding in report.findings if finding.severity == "error"] == [
        "wrong-kind"
    ]


def test_a_lesson_that_has_become_faulty_leaves_its_earlier_documents(lessons: Path) -> None:
    before = {path: path.read_bytes() for path in built(lessons, "good").written}
    shutil.copy(lessons / "bad.yaml", lessons / "good.yaml")
    assert built(lessons, "good").written == ()
    assert {path: path.read_bytes() for path in before} == before


def test_an_output_that_cannot_be_written_is_a_finding(lessons: Path) -> None:
    (lessons.parent / "output").write_text("a file where the folder should be")
    report = built(lessons, "good")
    assert report.written == ()
    codes = [finding.code for finding in report.findings if finding.severity == "error"]
    assert codes == ["not-written"]


def test_documents_of_a_lesson_are_replaced_together_and_those_of_others_are_written(
    lessons: Path,
) -> None:
    shutil.copy(lessons / "good.yaml", lessons / "other.yaml")
    before = {path: path.read_bytes() for path in built(lessons, "good").written}
    notes = next(path for path in before if "notes" in path.name)
    notes.unlink()
    notes.mkdir()
    text = (lessons / "good.yaml").read_text("utf-8").replace("title: ", "title: Now ", 1)
    (lessons / "good.yaml").write_text(text, "utf-8")
    report = built(lessons, "good", "other")
    assert {path.parent.name for path in report.written} == {"other"}
    (error,) = (finding for finding in report.findings if finding.severity == "error")
    assert (error.code, notes.name in error.message) == ("not-written", True)
    worksheet = next(path for path in before if path != notes)
    assert worksheet.read_bytes() == before[worksheet]
    assert sorted(notes.parent.iterdir()) == sorted(before)


def test_a_lesson_that_can_not_be_composed_is_named_and_the_others_are_made(lessons: Path) -> None:
    shutil.copy(lessons / "good.yaml", lessons / "other.yaml")
    notes = TABLE.document("teacher-notes")

    def broken(order: Order) -> Composed:
        if order.of_lesson.lesson.title.startswith("Now "):
            raise ZeroDivisionError("nobody thought of it")
        return notes.compose(order)

    text = (lessons / "good.yaml").read_text("utf-8").replace("title: ", "title: Now ", 1)
    (lessons / "good.yaml").write_text(text, "utf-8")
    table = replace(TABLE, documents=(replace(notes, compose=broken),))
    report = built(lessons, "good", "other", table=table)
    assert {path.parent.name for path in report.written} == {"other"}
    (error,) = (finding for finding in report.findings if finding.severity == "error")
    assert error.file == lessons / "good.yaml"
    assert "a fault of Broadsheet, please report it" in error.message


@pytest.mark.parametrize(("strict", "status"), [([], 0), (["--strict"], 1)])
def test_strict_fails_on_warnings_and_writes_all_the_same(
    tmp_path: Path, strict: list[str], status: int
) -> None:
    warned = ROOT / "tests" / "lessons" / "bad" / "comment-after-words.yaml"
    done = subprocess.run(
        [*COMMAND, "build", str(warned), "-o", str(tmp_path), *strict],
        capture_output=True,
        check=False,
    )
    assert b"1 warning" in done.stdout
    assert (done.returncode, len(list(tmp_path.rglob("*.pdf")))) == (status, 2)


def test_a_full_disk_is_a_finding_and_the_earlier_documents_stand(
    lessons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in built(lessons, "good").written}

    def full(_target: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf, "beside", full)
    report = built(lessons, "good")
    assert report.written == ()
    assert "no space left on device" in next(
        finding.message for finding in report.findings if finding.code == "not-written"
    )
    assert {path: path.read_bytes() for path in before} == before


def test_progress_counts_and_names_every_document(lessons: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def tell(done: int, every: int, last: str = "") -> None:
        told.append((done, every, last))

    request = Request([lessons / "good.yaml"], lessons.parent / "output", TODAY, [Paper.A4])
    build(request, tell)
    assert [each[:2] for each in told] == [(0, 2), (1, 2), (2, 2)]
    assert {each[2] for each in told} == {
        "",
        "good-teacher-notes-a4.pdf",
        "good-worksheet-a4.pdf",
    }


def test_two_builds_give_the_same_bytes_whatever_folder_clock_or_locale(
    lessons: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere entirely"
    shutil.copytree(lessons, other)
    made = []
    for folder, surroundings in (
        (lessons, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LANG": "C"}),
        (other, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8"}),
    ):
        output = folder / "made"
        subprocess.run(
            [*COMMAND, "build", str(folder / "good.yaml"), "-o", str(output)],
            check=True,
            capture_output=True,
            env={**os.environ, **surroundings},
        )
        made.append({path.name: path.read_bytes() for path in output.rglob("*.pdf")})
    assert len(made[0]) == 2
    assert made[0] == made[1]


def with_question(lessons: Path, change: Callable[[str], str]) -> Report:
    """Build the good lesson with its first question changed."""
    text = (lessons / "good.yaml").read_text("utf-8")
    (lessons / "good.yaml").write_text(change(text), "utf-8")
    return built(lessons, "good")


def test_html_in_markdown_is_shown_as_text_and_not_obeyed(lessons: Path) -> None:
    html = "<b>bold</b> <img src='file:///etc/passwd'> <script>x</script>"
    report = with_question(
        lessons, lambda text: text.replace("    - ask: ", f'    - ask: "{html}"\n    - ask: ', 1)
    )
    worksheet = next(path for path in report.written if "worksheet" in path.name)
    shown = subprocess.run(
        ["pdftotext", str(worksheet), "-"], capture_output=True, check=True, text=True
    ).stdout
    assert "<b>bold</b>" in shown
    assert "<script>" in shown


def test_an_image_of_the_lessons_folder_is_printed_with_its_description(lessons: Path) -> None:
    from PIL import Image

    (lessons / "images").mkdir()
    Image.new("1", (200, 100)).save(lessons / "images" / "chart.png")
    ask = "What does ![a bar chart of turnout](images/chart.png) show?"
    report = with_question(
        lessons, lambda text: text.replace("    - ask: ", f'    - ask: "{ask}"\n    - ask: ', 1)
    )
    worksheet = next(path for path in report.written if "worksheet" in path.name)
    images = subprocess.run(
        ["pdfimages", "-list", str(worksheet)], capture_output=True, check=True, text=True
    ).stdout
    assert len(images.splitlines()) == 3


@pytest.mark.parametrize(
    "name", ["temporary", "a-long-name-" * 12, "é" * 45], ids=["short", "long", "long in bytes"]
)
def test_a_build_leaves_nothing_among_temporary_files_whatever_their_folder_is_called(
    lessons: Path, tmp_path: Path, name: str
) -> None:
    temporary = tmp_path / name
    temporary.mkdir()
    # Its output ends when the last of its processes has.
    done = subprocess.run(
        [*COMMAND, "build", str(lessons / "good.yaml"), "--output", str(tmp_path / "output")],
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
    )
    assert b"2 documents" in done.stdout, done.stderr
    assert not list(temporary.iterdir())
