"""What an excerpt is proved against finds every passage that stands there, and no other."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.source import evidence as module
from broadsheet.source.article import Article
from broadsheet.source.evidence import Evidence, Forms

WORDS = st.lists(st.sampled_from(["a", "b", "A", "B"]), min_size=1, max_size=12)
FORMS = st.lists(
    st.sampled_from([("a",), ("b",), ("A", "a"), ("B", "b"), ("c",)]), min_size=1, max_size=5
)


@given(WORDS, FORMS, st.integers(0, 12))
def test_a_passage_is_found_where_it_first_stands_in_any_of_its_forms(
    source: list[str], passage: list[Forms], start: int
) -> None:
    ways = {tuple(way) for way in product(*passage)}
    places = [
        at
        for at in range(start, len(source) - len(passage) + 1)
        if tuple(source[at : at + len(passage)]) in ways
    ]

    found = Evidence.of_text(Article(" ".join(source))).find(passage, start)

    assert found == (places[0] if places else -1)


def test_a_source_of_more_words_than_there_are_signs_proves_none_that_is_not_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    evidence = Evidence.of_text(Article("one two three four five"))

    assert evidence.find([("two",), ("three",)], 0) == 1
    assert evidence.find([("four",)], 0) == -1
    assert evidence.find([("five",)], 0) == -1
    assert evidence.find([("six",)], 0) == -1


def test_words_beyond_the_first_plane_and_signs_of_patterns_are_words_like_others() -> None:
    words = [f"w{number:x}" for number in range(60_000)]
    evidence = Evidence.of_text(Article(" ".join([*words, "[", "]", ".", "*", "\\"])))

    assert evidence.find([("w" + f"{0xD800:x}",), ("w" + f"{0xD801:x}",)], 0) == 0xD800
    assert evidence.find([("[",), ("]",)], 0) == 60_000
