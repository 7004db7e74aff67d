"""Every rule that a lesson can break has a lesson that breaks it, and one that comes close.

`bad/<code>.yaml` holds one mistake; a comment `# here` marks the line on which it is found.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.marked import marked_lines

from broadsheet.check import glyphs
from broadsheet.check.run import RULES
from broadsheet.collection.judging import judge
from broadsheet.lesson.load import load

HERE = Path(__file__).parent
OF_THE_MACHINE = {rule.code for rule in glyphs.RULES}
"""What depends on a machine's fonts is tried beside its check, on machines with and without."""
CODES = sorted({rule.code for rule in RULES} - OF_THE_MACHINE)
OF_FAIR_ONES = b"a warehouse with a fountain"
OF_SMALL_ONES = {
    "citation-thin",
    "depth-missing",
    "fact-unchecked",
    "hard-words",
    "null-is-a-word",
    "number-of-questions",
    "omission-without-fact",
    "other-side-missing",
    "question-without-words",
    "reference-unused",
    "text-above-ages",
    "text-never-credited",
}
"""What is said of lessons of three questions besides; the others are fair, and have none of it."""


def said_of(file: Path) -> set[tuple[str, int]]:
    """Code and line of what is said; few of these lessons keep a source's text."""
    code, fair = file.stem, OF_FAIR_ONES in file.read_bytes()
    passed_over = {"source-not-at-hand"} | (set() if fair else OF_SMALL_ONES)
    return {
        (finding.code, finding.place.line if finding.place else 0)
        for finding in judge(load(file), date(2026, 11, 23)).findings
        if finding.code == code or finding.code not in passed_over
    }


@pytest.mark.parametrize("code", CODES)
def test_a_bad_lesson_has_its_one_finding_on_the_line_it_marks(code: str) -> None:
    file = HERE / "bad" / f"{code}.yaml"
    said = said_of(file)

    assert {found for found, _ in said} == {code}
    # In a long excerpt there is no place for a comment.
    assert [line for _, line in said] == marked_lines(file) or code == "excerpt-too-long"


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_said_of_a_lesson_that_only_comes_near(code: str) -> None:
    assert said_of(HERE / "near" / f"{code}.yaml") == set()


def test_every_bad_and_every_near_lesson_is_that_of_a_rule() -> None:
    for folder in ("bad", "near"):
        names = {file.stem for file in (HERE / folder).glob("*.yaml")}
        assert names == {rule.code for rule in RULES}
