"""A quotation that can't be proved is an error at its own words, with a hint."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import pytest

from broadsheet.collection.judging import judge
from broadsheet.findings import Finding
from broadsheet.lesson.load import Loaded
from broadsheet.reading.fix import fixes, mended

Load: TypeAlias = Callable[[str | bytes], Loaded]
Errors: TypeAlias = Callable[[str | bytes], tuple[Finding, ...]]

QUOTED = "((so-called))"


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, [finding.message for finding in findings]
    return findings[0]


def words_at(finding: Finding, text: str) -> str:
    place = finding.place
    assert place is not None
    lines = text.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


def test_a_changed_comma_is_an_error_at_its_own_column(errors: Errors, clean_lesson: str) -> None:
    quoted = "((a second bridge and the ferrymen))"
    text = clean_lesson.replace(QUOTED, quoted)
    finding = only(errors(text))

    assert finding.code == "quotation-not-in-excerpt"
    assert words_at(finding, text) == quoted
    assert "did you mean “a second bridge, and the ferrymen”?" in finding.hint


def test_each_false_quotation_of_a_value_is_found_by_itself(
    errors: Errors, clean_lesson: str
) -> None:
    text = clean_lesson.replace(QUOTED, "((so called)), ((so-called)) and ((experts of them))")

    assert [words_at(finding, text) for finding in errors(text)] == [
        "((so called))",
        "((experts of them))",
    ]


def test_a_false_quotation_over_two_lines_is_found_on_both(
    errors: Errors, clean_lesson: str
) -> None:
    text = clean_lesson.replace(
        "ask: What does ((so-called)) do?",
        "ask: >\n        What does ((so-called\n        expert)) do?",
    )

    assert words_at(only(errors(text)), text) == "((so-called\n        expert))"


def test_words_that_stand_twice_name_their_lines(errors: Errors, clean_lesson: str) -> None:
    text = clean_lesson.replace(QUOTED, "((council))")
    finding = only(errors(text))

    assert finding.code == "quotation-ambiguous"
    assert words_at(finding, text) == "((council))"
    assert "2 times (lines 1, 5)" in finding.message


@pytest.mark.parametrize(
    ("typed", "words", "message"),
    [
        ("((so-called)", "((", "`((` has no `))`"),
        ("so-called))", "))", "`))` has no `((`"),
        ("((so-called) or ((wagons))", "((", "`((` has no `))`"),
        ("(( ))", "(( ))", "nothing is quoted"),
        ("((count men … so-called))", "((count men … so-called))", "ends before it begins"),
    ],
)
def test_a_mark_that_is_not_well_formed_says_why(
    errors: Errors, clean_lesson: str, typed: str, words: str, message: str
) -> None:
    text = clean_lesson.replace(QUOTED, typed)
    finding = only(errors(text))

    assert finding.code == "quotation-malformed"
    assert words_at(finding, text) == words
    assert message in finding.message


def test_an_excerpt_without_words_is_the_only_mistake(errors: Errors, clean_lesson: str) -> None:
    start, end = clean_lesson.index("    The council voted"), clean_lesson.index("questions:")
    text = clean_lesson[:start] + "    […]\n\n" + clean_lesson[end:]

    assert only(errors(text)).code == "excerpt-empty"


def test_a_pair_proves_each_quotation_in_the_text_it_names(
    errors: Errors, clean_lesson: str
) -> None:
    start, end = clean_lesson.index("source:"), clean_lesson.index("questions:")
    source = clean_lesson[start:end].replace("\n", "\n    ").replace("source:", "sources:\n  A:")
    other = source.replace("sources:\n  A:", "\n  B:").replace("second bridge", "third bridge")
    pair = clean_lesson[:start] + source + other.rstrip() + "\n\n" + clean_lesson[end:]
    pair = re.sub("(ask|do): ", "\\1: >-\n        ", pair)
    pair = pair.replace("((every ferryman))", "((A: every ferryman))")
    pair = pair.replace("((the ferrymen))", "((a second bridge)) and ((a third bridge))")
    pair = pair.replace("((The council voted on Tuesday))", "((B: a third)) and ((B: a second))")
    pair = pair.replace(QUOTED, "((so-called)) and ((C: so-called))")

    assert [(words_at(finding, pair), finding.code) for finding in _quotations(errors(pair))] == [
        ("((B: a second))", "quotation-not-in-excerpt"),
        ("((so-called))", "quotation-ambiguous"),
        ("((C: so-called))", "quotation-malformed"),
    ]


def _quotations(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.code.startswith("quotation-")]


def test_a_lesson_of_false_quotations_ends_soon(errors: Errors, clean_lesson: str) -> None:
    text = clean_lesson.replace(QUOTED, "((so called expert)) " * 180)

    assert len(errors(text)) == 180


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("((so-c\u0430lled))", "“а” is Cyrillic small letter a (U+0430); the excerpt has Latin"),
        ("((s\u03bf-called))", "“ο” is Greek small letter omicron (U+03BF)"),
        ("((a c\u0430stle far away))", "“а” is Cyrillic small letter a (U+0430)"),
    ],
)
def test_letters_that_only_look_alike_are_named(
    errors: Errors, clean_lesson: str, typed: str, said: str
) -> None:
    assert said in only(errors(clean_lesson.replace(QUOTED, typed))).message


@pytest.mark.parametrize(
    ("typed", "near", "sure"),
    [
        ("((so-c\u0430lled))", "((so-called))", True),
        ("((@Nobody Doubts))", "((@Nobody doubts))", True),
        ("((is n\u0430rrow … so-called))", "((is narrow … so-called))", True),
        ("((the old bridge is narow))", "((the old bridge is narrow))", False),
    ],
)
def test_a_false_quotation_offers_what_is_near_and_is_sure_of_what_looks_the_same(
    errors: Errors, clean_lesson: str, typed: str, near: str, sure: bool
) -> None:
    finding = only(errors(clean_lesson.replace(QUOTED, typed)))

    assert (finding.near_match, finding.sure) == (near, sure)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"((the town\'s \\"men\\"))"', '"((the town\'s \\"Men\\"))"'),
        ("'((the town''s \"men\"))'", "'((the town''s \"Men\"))'"),
        (
            '>\n        See ((the town\'s\n        "men"))',
            '>\n        See ((the town\'s\n        "Men"))',
        ),
    ],
)
def test_what_is_offered_is_written_as_the_values_style_asks(
    load_lesson: Load, clean_lesson: str, before: str, after: str
) -> None:
    lesson = clean_lesson.replace("we count men.", 'we count the town\'s "Men".')
    loaded = load_lesson(lesson.replace(f"What does {QUOTED} do?", before))
    assert loaded.document is not None
    mends = fixes(loaded.document, judge(loaded, date(2026, 1, 1)).findings)

    assert mended(loaded.document.text, mends) == lesson.replace(f"What does {QUOTED} do?", after)


def test_what_plain_text_could_not_hold_is_not_offered(errors: Errors, clean_lesson: str) -> None:
    lesson = clean_lesson.replace("we count men.", "we count: Men.")

    found = errors(lesson.replace(QUOTED, "((we count Men))"))

    assert [each.near_match for each in found if each.code == "quotation-not-in-excerpt"] == [None]
