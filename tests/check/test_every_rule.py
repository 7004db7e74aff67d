"""Every rule of the craft of asking has a lesson that breaks it, and one that only comes near.

`tests/lessons/bad/<code>.yaml` marks the line of its finding with a comment `# here`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from broadsheet.check import (
    amount,
    answers,
    asking,
    balance,
    core_sheet,
    depth,
    facts,
    forms,
    glossary,
    hard_words,
    markup,
    omissions,
    placeholders,
    readability,
    room,
    standards,
    text_bound,
    typed_numbers,
    typed_quotations,
    unseen,
    unused,
    urls,
    wording,
)
from broadsheet.check.run import CHECKS, findings_of
from broadsheet.lesson.load import load
from broadsheet.reading import words_rules

LESSONS = Path(__file__).parents[1] / "lessons"
TODAY = date(2026, 11, 23)
CRAFT = (
    amount,
    answers,
    asking,
    balance,
    core_sheet,
    depth,
    facts,
    forms,
    glossary,
    hard_words,
    markup,
    omissions,
    placeholders,
    readability,
    room,
    standards,
    text_bound,
    typed_numbers,
    typed_quotations,
    unseen,
    unused,
    urls,
    wording,
)
RULES = (*words_rules.RULES, *(rule for module in CRAFT for rule in module.RULES))
CODES = sorted(rule.code for rule in RULES)


def said_of(file: Path) -> list[tuple[str, int]]:
    """Code and line of each finding; these lessons keep no source text."""
    found = findings_of(load(file), TODAY)
    return [
        (finding.code, finding.place.line if finding.place else 0)
        for finding in found
        if finding.code != "source-not-at-hand"
    ]


def marked_lines(file: Path) -> list[int]:
    lines = file.read_text("utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("# here")]


@pytest.mark.parametrize("code", CODES)
def test_a_bad_lesson_has_its_one_finding_on_the_line_it_marks(code: str) -> None:
    file = LESSONS / "bad" / f"{code}.yaml"
    (line,) = marked_lines(file)

    assert said_of(file) == [(code, line)]


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_said_of_a_lesson_that_only_comes_near(code: str) -> None:
    assert said_of(LESSONS / "near" / f"{code}.yaml") == []


@pytest.mark.parametrize("code", CODES)
def test_a_rule_says_what_why_and_how_in_full_sentences(code: str) -> None:
    (rule,) = (rule for rule in RULES if rule.code == code)

    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    assert rule.bad != rule.good


def test_every_module_of_the_craft_is_among_the_checks() -> None:
    assert set(CRAFT) <= set(CHECKS)
