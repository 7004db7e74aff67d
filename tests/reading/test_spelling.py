"""Which name was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.reading.spelling import is_one_slip, meant

WORDS = st.text("abcdeé-_", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("tittle", "title"),
        ("titl", "title"),
        ("tytle", "title"),
        ("tilte", "title"),
        ("Title", "title"),
        ("EXIT-TICKET", "exit_ticket"),
        ("exit ticket", "exit_ticket"),
    ],
)
def test_one_slip_of_the_hand_is_seen_through(word: str, name: str) -> None:
    assert is_one_slip(word, name)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("title", "title"),
        ("tilted", "title"),
        ("osce-2021", "osce-2022"),
        ("plan-b", "plan-a"),
        ("east", "west"),
    ],
)
def test_another_name_is_not_taken_for_a_slip(word: str, name: str) -> None:
    assert not is_one_slip(word, name)


def test_two_names_at_the_same_distance_leave_the_choice_to_the_author() -> None:
    assert meant("sourcs", ["source", "sources"]).one is None


def test_a_name_that_differs_in_capitals_only_comes_before_one_that_differs_in_a_letter() -> None:
    assert meant("Source", ["source", "sources"]).one == "source"


def test_a_name_that_is_like_it_but_more_than_a_slip_away_is_only_offered() -> None:
    near = meant("misconseptoins", ["misconceptions", "materials"])

    assert near.names == ("misconceptions",)
    assert near.one is None


@given(WORDS, WORDS)
def test_a_slip_can_be_made_in_both_directions(word: str, name: str) -> None:
    assert is_one_slip(word, name) == is_one_slip(name, word)


@given(WORDS, st.lists(WORDS, max_size=5))
def test_the_one_name_is_among_those_offered(word: str, known: list[str]) -> None:
    near = meant(word, known)

    assert near.one is None or near.one in near.names
