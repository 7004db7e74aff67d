"""What `ignore` leaves alone, and what is said of `ignore` itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from broadsheet.check.silence import RULES
from broadsheet.collection.judging import Judgement, judge
from broadsheet.findings import Finding, Severity
from broadsheet.lesson.load import Loaded, load

LESSONS = Path(__file__).parents[1] / "lessons"

Judge: TypeAlias = Callable[[str], Judgement]


@pytest.fixture
def judged(load_lesson: Callable[[str], Loaded]) -> Judge:
    return lambda lesson: judge(load_lesson(lesson), date(2026, 1, 1))


@pytest.fixture
def unproved(clean_lesson: str) -> str:
    """A lesson with a warning: it names no text to prove its excerpt by."""
    named = "  text: sources/the-bridge-must-wait.txt\n"
    assert named in clean_lesson
    return clean_lesson.replace(named, "")


def ignoring(*codes: str) -> str:
    return "ignore:\n" + "".join(
        f"  - code: {code}\n    because: The publisher lets us keep no copy.\n" for code in codes
    )


def codes(judgement: Judgement) -> list[str]:
    return [finding.code for finding in judgement.findings]


def of(judgement: Judgement, code: str) -> Finding:
    (finding,) = [finding for finding in judgement.findings if finding.code == code]
    return finding


def test_a_warning_is_silenced_and_kept_with_its_reason(judged: Judge, unproved: str) -> None:
    assert "source-not-at-hand" in codes(judged(unproved))

    judgement = judged(unproved + ignoring("source-not-at-hand"))

    assert "source-not-at-hand" not in codes(judgement)
    (silent,) = judgement.silent
    assert silent.finding.code == "source-not-at-hand"
    assert silent.because == "The publisher lets us keep no copy."


def test_a_silence_needs_a_reason(judged: Judge, unproved: str) -> None:
    judgement = judged(unproved + "ignore:\n  - code: source-not-at-hand\n")

    missing = of(judgement, "missing-key")
    assert missing.severity is Severity.ERROR
    assert "`because` is missing" in missing.message
    assert "source-not-at-hand" in codes(judgement)


def test_an_error_is_said_although_it_is_ignored(judged: Judge, unproved: str) -> None:
    lesson = unproved.replace("minutes: 45", "minutes: 50") + ignoring("plan-minutes")

    judgement = judged(lesson)

    assert {"plan-minutes", "ignore-refused"} <= set(codes(judgement))
    assert judgement.silent == ()


def test_an_unknown_code_is_found_at_its_place_with_the_one_that_was_meant(
    judged: Judge, unproved: str
) -> None:
    lesson = unproved + ignoring("source-not-at-hnad")

    unknown = of(judged(lesson), "ignore-unknown")

    assert unknown.hint == "did you mean `source-not-at-hand`?"
    assert unknown.near_match == "source-not-at-hand"
    assert unknown.place is not None
    line = lesson.splitlines()[unknown.place.line - 1]
    assert line[unknown.place.column - 1 : unknown.place.end_column - 1] == "source-not-at-hnad"


def test_a_silence_that_nothing_needs_is_advice(judged: Judge, clean_lesson: str) -> None:
    unused = of(judged(clean_lesson + ignoring("source-not-at-hand")), "ignore-unused")

    assert unused.severity is Severity.ADVICE


def test_what_only_a_build_can_find_is_not_called_unused(judged: Judge, clean_lesson: str) -> None:
    assert "ignore-unused" not in codes(judged(clean_lesson + ignoring("too-many-sides")))


def test_findings_about_ignore_can_not_be_silenced(judged: Judge, unproved: str) -> None:
    judgement = judged(unproved + ignoring("ignore-unknown", "no-such-code"))

    assert {"ignore-refused", "ignore-unknown"} <= set(codes(judgement))


def test_nothing_is_called_unused_while_part_of_the_lesson_can_not_be_read(
    judged: Judge, clean_lesson: str
) -> None:
    lesson = clean_lesson + ignoring("source-not-at-hand") + "colour: red\n"

    assert "unknown-key" in codes(judged(lesson))
    assert "ignore-unused" not in codes(judged(lesson))


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_a_lesson_that_comes_near_a_fault_in_silencing_silences_one_finding(code: str) -> None:
    assert len(judge(load(LESSONS / "near" / f"{code}.yaml"), date(2026, 1, 1)).silent) == 1
