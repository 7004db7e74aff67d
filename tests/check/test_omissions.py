"""What a piece left out could be known, and is asked of both sides."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("known", "too_late"),
    [("2024-05-10", False), ("2024-05-11", True), ("2024-05", False), ("2024-06", True)],
)
def test_a_fact_of_the_day_of_publication_could_be_known(
    say: Say, known: str, too_late: bool
) -> None:
    found = say(("known: 2023-11", f"known: {known}"))

    assert [finding.code for finding in found] == ["omission-known-later"] * too_late


LATER = """\
facts:
  later:
    says: A trial of six Saturdays was held.
    known: 2024-09-02
    cite: {title: Minutes, date: 2024-09-02, where: p. 2, checked: 2026-11-20}
"""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("facts: [trade-survey]", "facts: [trade-survey, later]", "later"),
        ("facts: [trade-survey]", "facts: [later, trade-survey]", "later"),
        ("cars [@trade-survey].", "cars [@trade-survey; @later].", "@later"),
        ("facts: [trade-survey]", "facts: [later]", "later"),
    ],
)
def test_each_fact_that_came_later_is_found_by_itself(
    say: Say, fair_lesson: str, old: str, new: str, words: str
) -> None:
    (finding,) = say((old, new), ("facts:\n  trade-survey", f"{LATER}  trade-survey"))
    place = finding.place

    assert finding.code == "omission-known-later"
    assert "`later` became known on 2024-09-02" in finding.message
    assert place is not None
    line = fair_lesson.replace(old, new).split("\n")[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == words


def test_a_fact_that_is_named_and_cited_is_found_once(say: Say) -> None:
    found = say(("known: 2023-11", "known: 2024-11"))

    assert [finding.code for finding in found] == ["omission-known-later"]


def test_a_month_of_publication_leaves_its_whole_month(say: Say) -> None:
    assert not say(("known: 2023-11", "known: 2024-05-31"), ("2024-05-10", "2024-05"))


def test_a_fact_cited_in_the_answer_stands_behind_an_omission(say: Say) -> None:
    assert not say(("      facts: [trade-survey]\n", ""))


def test_an_unknown_fact_is_found_once(say: Say) -> None:
    found = say(("facts: [trade-survey]", "facts: [trade-surveys]"))

    assert [finding.code for finding in found] == ["citation-unknown"]


def test_a_question_marked_as_crediting_needs_an_answer_to_credit_by(say: Say) -> None:
    answer = "      answer: It tells their reason and says that ((they know their business)), which"
    found = say((f"{answer} is fair.\n", ""))

    assert [finding.code for finding in found] == ["text-never-credited", "answer-missing"]


def test_a_lesson_without_omissions_is_told_of_the_missing_lens_alone(
    say: Say, fair_lesson: str
) -> None:
    start, end = fair_lesson.index("  omissions:\n"), fair_lesson.index("  synthesis:\n")
    found = say((fair_lesson[start:end], ""))

    assert "lens-missing" in [finding.code for finding in found]
    assert "other-side-missing" not in [finding.code for finding in found]
