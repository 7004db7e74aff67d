"""A fact can be looked up, has been of late, and is used."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import indent
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]

CITE = "{title: Trade in streets without cars, date: 2023-11, where: table 2, checked: 2026-11-20}"


@pytest.mark.parametrize(
    "told",
    [
        "date: 2023",
        "where: table 2",
        "url: https://example.org/trade",
        "title: Trade report 14",
    ],
)
def test_any_way_to_find_a_work_is_enough(say: Say, told: str) -> None:
    title = "" if told.startswith("title") else "title: Trade in streets without cars, "

    assert not say((CITE, f"{{{title}{told}, checked: 2026-11-20}}"))


@pytest.mark.parametrize(
    ("checked", "due"),
    [
        ("2024-11-23", False),
        ("2024-11-22", True),
        ("2024-11", False),
        ("2024", False),
        ("2023", True),
    ],
)
def test_a_source_read_two_years_ago_today_is_not_yet_due(
    say: Say, checked: str, due: bool
) -> None:
    found = say(("checked: 2026-11-20", f"checked: {checked}"))

    assert [finding.code for finding in found] == ["fact-check-due"] * due


def test_works_that_wait_to_be_checked_are_said_in_one_finding(say: Say) -> None:
    waiting = f"[{', '.join(['{title: Report 7}'] * 5)}]"
    (finding,) = say((CITE, waiting))

    assert finding.code == "fact-unchecked"
    assert finding.message == "5 of 5 cited works wait to be checked: trade-survey"


def test_a_finding_about_many_facts_names_three_of_them(say: Say) -> None:
    more = "".join(
        f"  fact-{at}: {{says: A fact, known: 2024-06-01, cite: {{title: Report {at}}}}}\n"
        for at in range(5)
    )
    (finding,) = say(("facts:\n  trade", f"facts:\n{more}  trade"))

    assert finding.message == (
        "5 of 6 cited works wait to be checked: fact-0, fact-1, fact-2 and 2 more"
    )


def test_a_fact_is_used_by_a_question_an_answer_or_the_notes(say: Say) -> None:
    again = (
        "  trade-survey:\n",
        "  trade-again:\n    says: Nothing.\n    known: 2023\n"
        "    cite: {title: Report 7, checked: 2026-11-20}\n  trade-survey:\n",
    )

    assert [finding.code for finding in say(again)] == ["fact-unused"]
    assert not say(again, ("notes:\n", "notes:\n  background: So it was [@trade-again].\n"))


def test_of_a_pair_a_fact_that_either_piece_could_know_is_not_later(
    say: Say, fair_lesson: str
) -> None:
    start, end = fair_lesson.index("source:\n"), fair_lesson.index("\nglossary:")
    piece = indent(fair_lesson[start:end].removeprefix("source:\n"), "  ")
    answer = piece.replace("2024-05-10", "2024-05-24")
    other = "We sell bread, and bread is heavy. Let cars bring our customers."
    words = answer.index("      Cars should leave")
    pair = f"sources:\n  A:\n{piece}  B:\n{answer[:words]}      {other}\n"
    unused = "  trial: {says: A trial was held, known: 2024-05-17, cite: {title: Report 7}}\n"
    found = say((fair_lesson[start:end], pair), ("facts:\n  trade", f"facts:\n{unused}  trade"))

    assert [finding.code for finding in found if finding.path == ("facts", "trial")] == [
        "fact-unused"
    ]


def test_a_reference_that_only_a_fact_cites_is_used(say: Say) -> None:
    work = "\nreferences:\n  survey: {title: Report 7, checked: 2026-11-20}\n\nnotes:\n"

    assert [finding.code for finding in say(("\nnotes:\n", work))] == ["reference-unused"]
    assert not say((CITE, "[survey]"), ("\nnotes:\n", work))
