"""Our lessons on paper: four sides for most students, one for the core, on A4 and Letter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from broadsheet.build import build
from broadsheet.find import find
from broadsheet.render.paper import Paper
from broadsheet.render.rules import TOO_MANY_SIDES
from broadsheet.request import Request

LESSONS = find([Path(__file__).parents[2] / "lessons"])


def test_no_lesson_of_ours_takes_more_sides_than_its_edition_should(tmp_path: Path) -> None:
    report = build(
        Request(LESSONS, tmp_path, date(2026, 11, 23), list(Paper), ["standard", "core"])
    )
    assert len(report.written) == len(LESSONS) * len(Paper) * 3
    assert not [f.message for f in report.findings if f.rule is TOO_MANY_SIDES]
    assert not report.silenced
