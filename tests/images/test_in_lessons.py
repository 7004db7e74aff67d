"""What `check` says of an image is what becomes of it: told at its line, or printed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.images.samples import BROKEN, DRAWN, OF_ANOTHER_KIND, PRINTED, UNDRAWN

from broadsheet.findings import Finding, Severity
from broadsheet.making.report import Report
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

SETTINGS = "broadsheet.yaml"
TODAY = date(2026, 11, 23)
NAMES = (
    "chart #1.png",
    "what?.png",
    "50% and %20.png",
    "größe.png",
    "диаграмма.png",
    "a+b & c.png",
    "two  blanks.png",
    "it's.png",
    "semi;colon,comma.png",
)
LYING = ("really-jpeg.png", "no-ending", "PNG.JPG")

Write: TypeAlias = Callable[[str], Path]


@pytest.fixture
def lesson_with(tmp_path: Path, clean_lesson: str) -> Write:
    """Write a lesson with some Markdown in an answer."""

    def of(markdown: str) -> Path:
        file = tmp_path / "lessons" / "lesson.yaml"
        file.parent.mkdir(exist_ok=True)
        quoted = markdown.replace("'", "''")
        answer = "It casts doubt on the experts."
        file.write_text(clean_lesson.replace(answer, f"'{quoted}'"), "utf-8")
        return file

    return of


def made(lesson: Path) -> Report:
    return build(Request([lesson], lesson.parent.parent / "output", TODAY, [Paper.A4]))


def errors(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity is Severity.ERROR]


def test_an_image_may_have_any_name_and_ending(lesson_with: Write) -> None:
    shown = " ".join(f"![a chart](<{name}>)" for name in (*NAMES, *LYING))
    lesson = lesson_with(shown)
    kinds = ["png-RGB"] * len(NAMES) + ["jpeg-RGB", "gif", "webp"]
    for name, kind in zip((*NAMES, *LYING), kinds, strict=True):
        (lesson.parent / name).write_bytes(PRINTED[kind])

    report = made(lesson)

    assert errors(report) == []
    (notes,) = (file for file in report.written if "notes" in file.name)
    listed = subprocess.run(
        ["pdfimages", "-list", str(notes)], capture_output=True, check=True, text=True
    ).stdout.splitlines()
    assert len([row for row in listed if " image " in row]) == len(NAMES) + len(LYING)


@pytest.mark.parametrize("name", [*OF_ANOTHER_KIND, "png-RGB-cut", "jpeg-RGB-cut", "no-height"])
def test_an_image_that_can_not_be_printed_is_told_at_its_line(
    lesson_with: Write, name: str
) -> None:
    lesson = lesson_with("See ![a chart](chart.png).")
    (lesson.parent / "chart.png").write_bytes({**OF_ANOTHER_KIND, **BROKEN}[name])

    (finding,) = errors(made(lesson))

    assert finding.code in ("image-refused", "image-missing")
    assert finding.place is not None
    assert "chart.png" in lesson.read_text("utf-8").splitlines()[finding.place.line - 1]


@pytest.mark.parametrize("name", ["picture", "16-bit", "long", "jpeg-RGB", "gif", "tall", "wide"])
def test_a_logo_of_any_kind_is_printed(lesson_with: Write, name: str) -> None:
    lesson = lesson_with("It casts doubt.")
    (lesson.parent / "logo #1").write_bytes({**DRAWN, **PRINTED}[name])
    settings = "school: Harbour School\nlogo: 'logo #1'\n"
    (lesson.parent / SETTINGS).write_text(settings, "utf-8")

    report = made(lesson)

    assert errors(report) == []
    assert len(report.written) == 2
    assert "off-the-page" not in {finding.code for finding in report.findings}


@pytest.mark.parametrize("name", ["outside", "broken off", "uses of uses", "cut within", "TIFF"])
def test_a_logo_that_can_not_be_printed_is_told_at_its_line(lesson_with: Write, name: str) -> None:
    lesson = lesson_with("It casts doubt.")
    (lesson.parent / "logo.svg").write_bytes({**UNDRAWN, **OF_ANOTHER_KIND}[name])
    (lesson.parent / SETTINGS).write_text("school: Harbour School\nlogo: logo.svg\n", "utf-8")

    report = made(lesson)

    (finding,) = errors(report)
    assert (finding.file.name, finding.code) == (SETTINGS, "setting-leads-nowhere")
    assert finding.place is not None
    assert finding.place.line == 2
    assert report.written == ()
