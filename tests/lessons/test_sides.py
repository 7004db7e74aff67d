"""Our lessons on paper: four sides for most students, one for the core, on A4 and Letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.render.on_page import words_of

from broadsheet.find import find
from broadsheet.locale.labels import labels_for
from broadsheet.recipes.build import build
from broadsheet.render.paper import Paper
from broadsheet.render.rules import TOO_MANY_SIDES
from broadsheet.request import Request

FOLDER = Path(__file__).parents[2] / "lessons"
LESSONS = find([FOLDER])


def test_no_lesson_of_ours_takes_more_sides_than_its_edition_should(tmp_path: Path) -> None:
    report = build(
        Request(LESSONS, tmp_path, date(2026, 11, 23), list(Paper), ["standard", "core"])
    )
    assert len(report.written) == len(LESSONS) * len(Paper) * 3
    assert not [f.message for f in report.findings if f.rule is TOO_MANY_SIDES]
    assert not report.silenced


@pytest.mark.parametrize("name", ["jaccuse-1898", "politischer-rundfunk-1926"])
def test_the_narrowest_heading_of_a_claim_table_is_whole_in_wide_type(
    name: str, tmp_path: Path
) -> None:
    request = Request([FOLDER / f"{name}.yaml"], tmp_path, date(2026, 11, 23), [Paper.A4])
    report = build(replace(request, editions=["dyslexia-friendly"]))
    (sheet,) = (path for path in report.written if "worksheet" in path.name)
    language = "fr" if name.startswith("j") else "de"
    assert labels_for(language).say("column_line") in {word.text for word in words_of(sheet)}
