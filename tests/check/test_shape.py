"""A lesson has all its parts, and its numbers add up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.check.shape import MAX_EXCERPT_WORDS
from broadsheet.findings import Finding
from broadsheet.text.words import words

Errors: TypeAlias = Callable[[str | bytes], tuple[Finding, ...]]


def line_of(finding: Finding, text: str) -> str:
    assert finding.place is not None
    return text.split("\n")[finding.place.line - 1].strip()


def without_lens(lesson: str, lens: str, instead: str = "") -> str:
    start = lesson.index(f"  {lens}:\n")
    following = [
        lesson.find(mark, start + 1) for mark in ("\n  framing", "\n  omissions", "\nfacts")
    ]
    end = min(at for at in following if at > 0) + 1
    return lesson[:start] + instead + lesson[end:]


@pytest.mark.parametrize("lens", ["evidence", "framing", "omissions"])
def test_a_lesson_asks_through_each_lens(errors: Errors, clean_lesson: str, lens: str) -> None:
    text = without_lens(clean_lesson, lens)
    (finding,) = errors(text)

    assert finding.code == "lens-missing"
    assert lens in finding.message
    assert line_of(finding, text) == "questions:"


def test_a_lens_without_questions_is_found_at_its_own_key(
    errors: Errors, clean_lesson: str
) -> None:
    text = without_lens(clean_lesson, "framing", "  framing: []\n")
    (finding,) = errors(text)

    assert finding.code == "lens-missing"
    assert line_of(finding, text) == "framing: []"


@pytest.mark.parametrize("excerpt", ["[…]", "— …", "[The editor’s words.]"])
def test_an_excerpt_has_words_of_its_source(
    errors: Errors, clean_lesson: str, excerpt: str
) -> None:
    start, end = clean_lesson.index("    The council"), clean_lesson.index("questions:")
    text = clean_lesson[:start] + f"    {excerpt}\n\n" + clean_lesson[end:]
    text = text.replace("  text: sources/the-bridge-must-wait.txt\n", "")
    for quoted in ("The council voted on Tuesday", "so-called", "the ferrymen", "every ferryman"):
        text = text.replace(f"(({quoted}))", "this")
    (finding,) = errors(text)

    assert finding.code == "excerpt-empty"
    assert line_of(finding, text) == excerpt


@pytest.mark.parametrize(("more", "codes"), [(0, []), (1, ["excerpt-too-long"])])
def test_an_excerpt_has_five_thousand_words_at_most(
    errors: Errors, clean_lesson: str, more: int, codes: list[str]
) -> None:
    start, end = clean_lesson.index("    The council"), clean_lesson.index("questions:")
    shown = len(words(clean_lesson[start:end].replace("[T]he", "The")))
    filling = "on " * (MAX_EXCERPT_WORDS - shown + more)
    text = clean_lesson.replace("    […]\n", f"    […]\n\n    {filling}\n")
    text = text.replace("  text: sources/the-bridge-must-wait.txt\n", "")

    assert [finding.code for finding in errors(text)] == codes


@pytest.mark.parametrize(("minutes", "change"), [(24, "+1"), (26, "-1"), (5, "+20")])
def test_the_plans_minutes_add_up_to_the_lessons(
    errors: Errors, clean_lesson: str, minutes: int, change: str
) -> None:
    text = clean_lesson.replace("minutes: 25", f"minutes: {minutes}")
    (finding,) = errors(text)

    assert finding.code == "plan-minutes"
    assert line_of(finding, text) == "plan:"
    assert change in finding.hint


def test_a_second_lesson_takes_the_minutes_of_the_first(errors: Errors, clean_lesson: str) -> None:
    second = "  second_lesson: [{minutes: 40, do: Talk.}]\n"
    text = clean_lesson.replace("  plan:\n", f"{second}  plan:\n")
    (finding,) = errors(text)

    assert finding.code == "plan-minutes"
    assert line_of(finding, text).startswith("second_lesson:")
    assert "+5" in finding.hint


def test_the_youngest_age_comes_first(errors: Errors, clean_lesson: str) -> None:
    text = clean_lesson.replace("[14, 16]", "[16, 14]")
    (finding,) = errors(text)

    assert finding.code == "ages-reversed"
    assert line_of(finding, text) == "ages: [16, 14]"


def test_the_first_of_our_lessons_has_no_error(errors: Errors, real_lesson: bytes) -> None:
    kept = real_lesson.replace(b"  text: sources/phase-2-begins.txt\n", b"").replace(
        b"  fingerprint: sources/phase-2-begins.fingerprint.json\n", b""
    )

    assert errors(kept) == ()
