"""What is still found in a lesson that can't be typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from broadsheet.collection.judging import judge
from broadsheet.findings import Finding, Severity
from broadsheet.lesson.load import Loaded

Load = Callable[[str], Loaded]
Find = Callable[[str], tuple[Finding, ...]]

WORDS = ["", "\n", "x", "a: ", "- ", "\n  - ", "[", "{}", "&a ", "*a", "\n\n", "'", "|\n"]
MISQUOTED = ("((so-called))", "((so-callde experts))")


@pytest.fixture
def find(load_lesson: Load) -> Find:
    """The errors that checking a lesson finds."""

    def errors(lesson: str) -> tuple[Finding, ...]:
        found = judge(load_lesson(lesson), date(2026, 1, 1)).findings
        return tuple(finding for finding in found if finding.severity is Severity.ERROR)

    return errors


def changed(lesson: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in lesson
        lesson = lesson.replace(old, new)
    return lesson


def lines(findings: tuple[Finding, ...], lesson: str) -> list[tuple[str, str]]:
    """Each finding's code, and the words that its place covers."""
    text = lesson.split("\n")
    return [
        (f.code, text[f.place.line - 1][f.place.column - 1 : f.place.end_column - 1])
        for f in findings
        if f.place
    ]


def test_a_misspelt_key_does_not_hide_a_misquotation(find: Find, clean_lesson: str) -> None:
    lesson = changed(clean_lesson, ("summary:", "sumary:"), MISQUOTED)

    assert lines(find(lesson), lesson) == [
        ("unknown-key", "sumary"),
        ("quotation-not-in-excerpt", "((so-callde experts))"),
    ]


def test_what_stands_under_a_misspelt_key_is_checked_at_its_own_place(
    find: Find, clean_lesson: str
) -> None:
    lesson = changed(
        clean_lesson, ("questions:", "question:"), ("  framing:", "  frameing:"), MISQUOTED
    )

    assert lines(find(lesson), lesson) == [
        ("unknown-key", "question"),
        ("unknown-key", "frameing"),
        ("quotation-not-in-excerpt", "((so-callde experts))"),
    ]


def test_citations_of_facts_under_a_misspelt_key_are_not_called_unknown(
    find: Find, clean_lesson: str
) -> None:
    lesson = changed(clean_lesson, ("\nfacts:", "\nfatcs:"))

    assert lines(find(lesson), lesson) == [("unknown-key", "fatcs")]


def test_citations_of_a_fact_with_a_fault_are_not_called_unknown(
    find: Find, clean_lesson: str
) -> None:
    lesson = changed(clean_lesson, ("known: 1924-03-04", "known: 1924-02-30"), MISQUOTED)

    assert lines(find(lesson), lesson) == [
        ("quotation-not-in-excerpt", "((so-callde experts))"),
        ("bad-date", "1924-02-30"),
    ]


def test_a_part_that_something_was_left_out_of_is_not_called_incomplete(
    find: Find, clean_lesson: str
) -> None:
    lesson = changed(clean_lesson, ("ages: [14, 16]", "ages: [old, 16]"), MISQUOTED)

    assert lines(find(lesson), lesson) == [
        ("wrong-kind", "old"),
        ("quotation-not-in-excerpt", "((so-callde experts))"),
    ]


def test_two_kinds_of_room_are_found_behind_an_unknown_key_and_hide_nothing(
    find: Find, clean_lesson: str
) -> None:
    ask = "    - ask: What does ((so-called)) do?\n"
    rooms = "      space: 3 lines\n      box: 5 cm\n      pionts: 2\n"
    lesson = changed(clean_lesson, (ask, ask + rooms), ("((the ferrymen))", "((a ferryman))"))

    assert sorted(finding.code for finding in find(lesson)) == [
        "quotation-not-in-excerpt",
        "two-rooms",
        "unknown-key",
    ]


def test_two_keys_misspelt_for_the_same_are_both_found(find: Find, clean_lesson: str) -> None:
    lesson = changed(clean_lesson, ("summary:", "summry: One.\nsumary:"))

    assert [words for _, words in lines(find(lesson), lesson)] == ["summry", "sumary"]


def test_a_missing_part_that_every_lesson_needs_is_found_alone(
    find: Find, clean_lesson: str
) -> None:
    lesson = changed(clean_lesson, ("minutes: 45\n", ""), MISQUOTED)

    assert [finding.code for finding in find(lesson)] == ["missing-key"]


def test_no_question_is_left_out_lest_the_others_change_their_numbers(
    load_lesson: Load, clean_lesson: str
) -> None:
    ask = "    - ask: What does ((so-called)) do?\n      answer"
    loaded = load_lesson(changed(clean_lesson, (ask, "    - answer")))

    assert [finding.code for finding in loaded.findings] == ["missing-key"]
    assert loaded.partial is None


@given(start=st.integers(0, 1500), length=st.integers(1, 300), words=st.sampled_from(WORDS))
def test_whatever_is_lost_or_pasted_in_the_lesson_it_is_judged(
    load_lesson: Load, clean_lesson: str, start: int, length: int, words: str
) -> None:
    torn = clean_lesson[:start] + words + clean_lesson[start + length :]
    findings = judge(load_lesson(torn), date(2026, 1, 1)).findings
    assume(findings)

    for finding in findings:
        assert finding.place is None or finding.place.line <= len(torn.split("\n"))


def test_a_lesson_read_in_part_is_never_built(load_lesson: Load, clean_lesson: str) -> None:
    loaded = load_lesson(changed(clean_lesson, ("summary:", "sumary:")))

    assert loaded.lesson is None
    assert loaded.partial is not None
