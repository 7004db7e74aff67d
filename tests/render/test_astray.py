"""What layout puts where it can't be read is told: which words, on which page of which document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.unit.conftest import UNIT

from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.html.page import Page
from broadsheet.render.pdf.layout import lay_out
from broadsheet.render.rules import OFF_THE_PAGE
from broadsheet.school.paper import Paper
from broadsheet.theme.look import Look

LONG = "Donaudampfschifffahrt" * 12
UNBROKEN = "white-space: nowrap; overflow-wrap: normal"
NEST = f'<div style="{UNBROKEN}; width: 30mm; overflow: hidden">{LONG}</div>'

LAST_LINE = (
    "--size-body: 24pt; --tick-width: 14mm; font-size: 24pt; line-height: 10mm; "
    "position: relative; top: 256mm"
)

FOOT = "@page { @bottom-left { vertical-align: top; font: 8pt 'Broadsheet Sans'; width: 50% } }"


def told(body: str, style: str = "") -> list[tuple[int, str, str]]:
    """Page, fault and first word of all that is told of a page."""
    html = f"<html lang=en><title>-</title><body>{body}"
    made = lay_out(Page(html, "worksheet.css", FOOT + style, ("-",), False, {}, Look()))
    return [(each.page, each.how, each.words.split()[0][:20]) for each in made.astray]


@pytest.mark.parametrize(
    ("body", "how"),
    [
        (f'<p style="{UNBROKEN}">{LONG}', "runs off the paper"),
        (f'<p dir=rtl style="{UNBROKEN}">{LONG}', "runs off the paper"),
        (f'<p style="margin-left: -8mm">{LONG[:20]}', "runs off the paper"),
        (
            f'<p style="position: relative; top: 266mm">{LONG[:20]}',
            "runs into the foot of the page",
        ),
        (NEST, "is cut off"),
        (
            f'<table><tr><td style="{UNBROKEN}; width: 50%">{LONG[:60]}{LONG[:60]}<td>-',
            "runs out of its cell",
        ),
        (
            f'<p>{LONG[:20]}</p><p style="margin-top: -4mm">{LONG[:20]}',
            "is printed over other words",
        ),
    ],
)
def test_words_that_can_not_be_read_are_told(body: str, how: str) -> None:
    assert (1, how, LONG[:20]) in told(body)


def test_each_page_is_told_by_its_number_and_once() -> None:
    pages = f'<p style="{UNBROKEN}; break-after: page">{LONG}</p>' * 2
    assert [page for page, *_ in told(f"<p>-</p>{pages}")] == [1, 2]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG[:60]} {'and so on ' * 900}",
        '<p style="position: absolute; top: 5mm; left: 60mm">beside</p><p>words</p>',
        "<table><tr><td>One<td>Two<tr><td>Three<td>Four</table>",
        '<p style="line-height: 0.9">' + "tight lines " * 60,
        "<p>ﷺ ُّ يُكتَب " * 30,
        f'<p style="{LAST_LINE}"><span class="tick">☐</span> not yet',
    ],
)
def test_nothing_is_told_of_words_in_their_place(body: str) -> None:
    assert told(body) == []


def test_a_foot_that_does_not_fit_is_told() -> None:
    wide = "content: 'wide'; width: 3mm; margin-right: 9mm; vertical-align: top"
    found = told("<p>-", f"@page {{ @bottom-right {{ {wide} }} }}")
    assert [how for _, how, _ in found] == ["runs out of its cell"]


@pytest.fixture
def narrow(tmp_path: Path, clean_lesson: str) -> Path:
    """A lesson under a school's style that breaks no title."""
    for sheet in ("worksheet", "teacher-notes"):
        style = tmp_path / "look" / "styles" / f"{sheet}.css"
        style.parent.mkdir(parents=True, exist_ok=True)
        style.write_text(f"h1 {{ {UNBROKEN} }} ul {{ margin-bottom: 2mm }}", "utf-8")
    (tmp_path / "broadsheet.yaml").write_text("theme: look\n", "utf-8")
    lesson = tmp_path / "lessons" / "lesson.yaml"
    lesson.parent.mkdir()
    lesson.write_text(clean_lesson.replace("Who pays for the bridge?", LONG), "utf-8")
    return lesson


def test_a_build_warns_at_the_line_of_the_words_for_every_document(narrow: Path) -> None:
    request = Request([narrow], narrow.parent / "output", date(2026, 11, 23), list(Paper))

    report = build(request)

    found = [finding for finding in report.findings if finding.rule is OFF_THE_PAGE]
    assert len(found) == len(report.written) == 4
    for finding, file in zip(found, report.written, strict=True):
        assert file.name in finding.message
        assert "page 1" in finding.message
        assert finding.place is not None
        assert finding.place.line == 2


def test_a_lesson_may_leave_the_warning_alone(narrow: Path) -> None:
    entry = "ignore:\n  - code: off-the-page\n    because: The poster is trimmed.\n"
    narrow.write_text(narrow.read_text("utf-8") + entry, "utf-8")

    report = build(Request([narrow], narrow.parent / "output", date(2026, 11, 23)))

    assert not [finding for finding in report.findings if finding.rule is OFF_THE_PAGE]
    assert report.silenced == 2


def test_a_booklet_tells_the_page_as_it_counts_them(narrow: Path) -> None:
    unit = narrow.parent / "units" / "course.yaml"
    unit.parent.mkdir()
    of_one = "".join(line for line in UNIT.splitlines(keepends=True) if "../" not in line)
    unit.write_text(of_one + "  - ../lesson.yaml\n", "utf-8")

    report = build(Request([unit], narrow.parent / "output", date(2026, 11, 23)))

    found = [finding.message for finding in report.findings if finding.rule is OFF_THE_PAGE]
    assert any("student-booklet-a4.pdf, page 4" in message for message in found), found
