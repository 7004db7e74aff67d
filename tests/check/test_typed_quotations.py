"""Words of the excerpt between quotation marks are found, and wrapped where they are exact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.collection.judging import judge
from broadsheet.findings import Finding
from broadsheet.lesson.load import Loaded, load
from broadsheet.reading.fix import fixes, mended

Load: TypeAlias = Callable[[str | bytes], Loaded]

ASK = "What does ((so-called)) do?"
TODAY = date(2026, 1, 1)


def by_hand(loaded: Loaded) -> list[Finding]:
    return [each for each in judge(loaded, TODAY).findings if each.code == "quotation-by-hand"]


@pytest.fixture
def found(load_lesson: Load, clean_lesson: str) -> Callable[[str], list[Finding]]:
    return lambda ask: by_hand(load_lesson(clean_lesson.replace(ASK, ask)))


Found: TypeAlias = Callable[[str], list[Finding]]


@pytest.mark.parametrize(
    "quoted",
    [
        "“Nobody doubts that”",
        "„Nobody doubts that“",
        "„Nobody doubts that”",
        "«Nobody doubts that»",
        "« Nobody doubts that »",
        "»Nobody doubts that«",
        "‘Nobody doubts that’",
        "‚Nobody doubts that‘",
        "‹Nobody doubts that›",
        "”Nobody doubts that”",
        "「Nobody doubts that」",
        '"Nobody doubts that"',
        "'Nobody doubts that'",
    ],
)
def test_exact_words_are_found_between_the_marks_of_any_language(found: Found, quoted: str) -> None:
    (finding,) = found(f"What does he say with {quoted} here?")

    assert (finding.near_match, finding.sure) == ("((Nobody doubts that))", True)


@pytest.mark.parametrize(
    ("quoted", "near"),
    [
        ("“Nobody doubts that the old bridge was narrow”", True),
        ("“nobody doubts that the old bridge”", True),
        ("“Nobody doubts the old bridge is too narrow”", True),
        ("“Somebody says that a new bridge is dear”", False),
        ("“Nobodi doubtz thet the olt bridge is narrov”", False),  # most words are not its own
    ],
)
def test_words_that_are_nearly_those_of_the_excerpt_are_found_and_never_wrapped_unasked(
    found: Found, quoted: str, near: bool
) -> None:
    assert [finding.sure for finding in found(f"What of {quoted} here?")] == [False] * near


@pytest.mark.parametrize(
    "ask",
    [
        "What does “The Bridge Must Wait” say?",
        "What does “The Harbour Gazette” say?",
        "What of “the council”, “narrow” and “men”?",
        "What of ((Nobody doubts that)) and “him”?",
        "What of ((so-called)) “and ((Nobody doubts that)) then”?",
        "It’s what nobody doubts that he’s said.",
    ],
)
def test_titles_single_words_and_proved_quotations_are_let_alone(found: Found, ask: str) -> None:
    assert found(ask) == []


def test_words_that_stand_twice_are_told_and_not_wrapped(
    load_lesson: Load, clean_lesson: str
) -> None:
    lesson = clean_lesson.replace("count wagons;", "count men; so he says; we count men;")
    (finding,) = by_hand(
        load_lesson(lesson.replace(ASK, "What of “men; we count men” or “we count men”?"))
    )[1:]

    assert "more than once" in finding.message
    assert finding.near_match is None


def test_other_works_and_glosses_are_let_alone(load_lesson: Load, clean_lesson: str) -> None:
    lesson = clean_lesson.replace(
        "says: The council", "says: “the old bridge is narrow”, the council"
    )

    assert by_hand(load_lesson(lesson)) == []


@pytest.mark.parametrize(
    ("written", "wrapped"),
    [
        ("What of “the old bridge”, then?", "What of ((the old bridge)), then?"),
        ("What of “the old bridge,” then?", "What of ((the old bridge)), then?"),
        ('What of "the old bridge" then?', "What of ((the old bridge)) then?"),
        ('"What of \\"the old bridge\\" then?"', '"What of ((the old bridge)) then?"'),
        ("'What of ''the old bridge'' then?'", "'What of ((the old bridge)) then?'"),
        ('"“the old bridge” \\u2014 then?"', '"((the old bridge)) \\u2014 then?"'),
        (
            ">\n        What of “the old\n        bridge is narrow” then?",
            ">\n        What of ((the old\n        bridge is narrow)) then?",
        ),
        (
            "|\n        What of “the old\n        bridge” # then?",
            "|\n        What of ((the old\n        bridge)) # then?",
        ),
        ("What of “the\n        old bridge” then?", "What of ((the\n        old bridge)) then?"),
        ("What of “Nobody … is narrow”?", "What of ((Nobody … is narrow))?"),
    ],
)
def test_a_fix_wraps_exact_words_and_keeps_every_other_byte(
    load_lesson: Load, clean_lesson: str, written: str, wrapped: str
) -> None:
    loaded = load_lesson(clean_lesson.replace(ASK, written))
    assert loaded.document is not None

    after = mended(loaded.document.text, fixes(loaded.document, judge(loaded, TODAY).findings))

    assert after == clean_lesson.replace(ASK, wrapped)
    assert by_hand(load_lesson(after)) == []


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    start=st.integers(0, 40),
    length=st.integers(3, 12),
    marks=st.sampled_from(["“”", "„“", "«»", "‘’", "「」"]),
)
def test_any_words_of_the_excerpt_are_proved_once_they_are_wrapped(
    load_lesson: Load, clean_lesson: str, start: int, length: int, marks: str
) -> None:
    words = clean_lesson.split("excerpt: |")[1].split("[…]")[0].split()
    quoted = " ".join(words[start : start + length]).strip(".,")
    ask = f">\n        What of {marks[0]}{quoted}{marks[1]} then?"
    loaded = load_lesson(clean_lesson.replace(ASK, ask))
    assert loaded.document is not None
    after = mended(loaded.document.text, fixes(loaded.document, judge(loaded, TODAY).findings))

    assert f"(({quoted}))" in after or len(quoted.split()) < 3
    assert "quotation-not-in-excerpt" not in {
        each.code for each in judge(load_lesson(after), TODAY).findings
    }


def test_our_lessons_quote_nothing_by_hand() -> None:
    ours = sorted(Path(__file__).parents[2].glob("lessons/*.yaml"))

    assert len(ours) > 5
    assert [by_hand(load(file)) for file in ours] == [[]] * len(ours)
