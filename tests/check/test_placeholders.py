"""A work is cited by a title of its own, not by words that keep its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]

TITLE = "title: Trade in streets without cars"


def codes(say: Say, title: str, more: str = "") -> list[str]:
    """The codes of what is said when the fair lesson's work has another title."""
    typed = f"title: {json.dumps(title, ensure_ascii=False)}{more}"
    return [finding.code for finding in say((TITLE, typed))]


@pytest.mark.parametrize(
    "title",
    [
        "[Report of 21 September 2022]",
        "[Berichte vom 1. Februar 1926]",
        "[مادة عن محمد كرد علي]",
        "<title>",
        "{title}",
        "Untitled",
        "[untitled]",
        "No title",
        "N.N.",
        "N. N.",
        "TBD",
        "Report, title TBD",
        "Title to be added",
        "???",
        "—",
        "Sans titre",
        "(Sin título)",
        "Ohne Titel",
        "o. T.",
        "Без назви",
        "بلا عنوان",
        "无题",
    ],
)
def test_words_that_keep_the_place_of_a_title_are_found(say: Say, title: str) -> None:
    assert codes(say, title) == ["placeholder-title"]


@pytest.mark.parametrize(
    "title",
    [
        "Streets [almost] without cars",
        "[Almost] without cars, and [nearly] without noise",
        "Untitled (Cowboy)",
        "1984",
        "The unknown street",
        "None of the above: a town votes",
        "Todo sobre las calles",
        "TODO SOBRE LAS CALLES",
        "Minutes of the council",
        "Survey of 8–16 April 2014",
        "Titel, Thesen, Temperamente",
        "Wer folgt wem?",
        "C",
        "紅樓夢",
    ],
)
def test_a_title_that_only_looks_like_such_words_is_left_alone(say: Say, title: str) -> None:
    assert codes(say, title) == []


@pytest.mark.parametrize("author", ["N.N.", "n. n.", "TBD", "[N. N.]"])
def test_an_author_who_is_nobody_is_found(say: Say, author: str) -> None:
    (finding,) = say((TITLE, f'{TITLE}, author: "{author}"'))

    assert (finding.code, finding.path[-1]) == ("placeholder-title", "author")


@pytest.mark.parametrize("author", ["[Francis P. Church]", "N. Ng", "Anonymous"])
def test_an_author_whom_somebody_else_named_is_left_alone(say: Say, author: str) -> None:
    assert not say((TITLE, f'{TITLE}, author: "{author}"'))
