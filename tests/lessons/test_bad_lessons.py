"""Every kind of finding has a lesson that shows it, and one that comes close and has none.

`bad/<code>.yaml` holds one mistake; a comment `# here` marks the line on which it is found.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from broadsheet.check import citations, files, language, quotations, shape, size
from broadsheet.check.run import findings_of
from broadsheet.findings import Finding, Severity
from broadsheet.lesson.load import load
from broadsheet.reading import format_rules, yaml_rules

HERE = Path(__file__).parent
CODES = sorted(
    rule.code
    for module in (yaml_rules, format_rules, size, shape, quotations, citations, files, language)
    for rule in module.RULES
)


def errors_in(file: Path) -> list[Finding]:
    found = findings_of(load(file), date(2026, 1, 1))
    return [finding for finding in found if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("code", CODES)
def test_a_bad_lesson_has_its_one_finding_and_no_other(code: str) -> None:
    assert [finding.code for finding in errors_in(HERE / "bad" / f"{code}.yaml")] == [code]


@pytest.mark.parametrize("code", CODES)
def test_a_bad_lesson_is_found_on_the_line_it_marks(code: str) -> None:
    file = HERE / "bad" / f"{code}.yaml"
    lines = file.read_text("utf-8", errors="replace").splitlines()
    marked = [number for number, line in enumerate(lines, 1) if line.endswith("# here")]
    places = [finding.place for finding in errors_in(file)]

    assert len(marked) <= 1
    assert not marked or [place.line for place in places if place] == marked


@pytest.mark.parametrize("code", CODES)
def test_a_lesson_that_only_comes_near_a_mistake_has_no_error(code: str) -> None:
    assert errors_in(HERE / "near" / f"{code}.yaml") == []
