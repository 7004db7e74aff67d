"""A citation leads to a fact or a work, or is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Errors: TypeAlias = Callable[[str | bytes], tuple[Finding, ...]]

REFERENCES = (
    "\nreferences:\n  {key}:\n    title: The Harbour Gazette\n    checked: to be re-checked\n"
)


@pytest.mark.parametrize(
    ("old", "new", "words", "hint"),
    [
        ("[@minutes-1924]", "[@minutes-1942]", "@minutes-1942", "did you mean `minutes-1924`?"),
        ("[@minutes-1924]", "[@zoology]", "@zoology", "add it under `facts`"),
        ("facts: [minutes-1924]", "facts: [minute-1924]", "minute-1924", "did you mean"),
    ],
)
def test_a_key_that_names_nothing_is_found_where_it_is_cited(
    errors: Errors, clean_lesson: str, old: str, new: str, words: str, hint: str
) -> None:
    text = clean_lesson.replace(old, new)
    (finding,) = errors(text)
    place = finding.place

    assert finding.code == "citation-unknown"
    assert place is not None
    assert text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == words
    assert hint in finding.hint


def test_of_several_keys_cited_at_once_the_unknown_one_is_found(
    errors: Errors, clean_lesson: str
) -> None:
    text = clean_lesson.replace("[@minutes-1924]", "[@minutes-1924; @gazette]")
    (finding,) = errors(text)

    assert "`gazette`" in finding.message
    assert errors(text + REFERENCES.format(key="gazette")) == ()


def test_a_fact_cites_a_work_or_the_key_of_one(errors: Errors, clean_lesson: str) -> None:
    start, end = clean_lesson.index("    cite:"), clean_lesson.index("\nnotes:")
    text = clean_lesson[:start] + "    cite: gazette\n" + clean_lesson[end:]

    assert [finding.code for finding in errors(text)] == ["citation-unknown"]
    assert errors(text + REFERENCES.format(key="gazette")) == ()


def test_a_key_may_not_mean_two_things(errors: Errors, clean_lesson: str) -> None:
    text = clean_lesson + REFERENCES.format(key="minutes-1924")
    (finding,) = errors(text)

    assert finding.code == "key-clash"
    assert finding.place is not None
    assert text.split("\n")[finding.place.line - 1] == "  minutes-1924:"
    assert finding.place.line > clean_lesson.count("\n")


@pytest.mark.parametrize("typed", ["[@minutes-1924, p. 3]", "[@minutes-1924; gazette]", "[@]"])
def test_a_citation_that_would_be_printed_as_it_stands_is_found(
    errors: Errors, clean_lesson: str, typed: str
) -> None:
    text = clean_lesson.replace("[@minutes-1924]", typed)
    (finding,) = errors(text)
    place = finding.place

    assert finding.code == "citation-malformed"
    assert place is not None
    assert text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == typed
