"""Glosses explain hard words of the excerpt, and briefly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]

GLOSS = "pedestrian: somebody who goes on foot"
SENTENCE = "A pedestrian has no horn to blow."


def test_a_term_is_found_whatever_its_capitals(say: Say) -> None:
    sentence = (SENTENCE, "A horn is all that a driver needs.")

    assert not say(sentence, (GLOSS, "fifty: half of a hundred"))
    assert not say(sentence, (GLOSS, "Fifty: half of a hundred"))


def test_a_term_that_is_nearly_there_is_told_how_the_excerpt_writes_it(say: Say) -> None:
    (finding,) = say((GLOSS, "pedestrians: people who go on foot"))

    assert finding.code == "gloss-not-in-excerpt"
    assert finding.hint == "the excerpt has “pedestrian”"


def test_a_part_of_a_word_is_not_the_word(say: Say) -> None:
    (finding,) = say((GLOSS, "ped: a foot"), (SENTENCE, "A pedestal has no horn to blow."))

    assert finding.code == "gloss-not-in-excerpt"


def test_twelve_words_of_gloss_are_read_at_a_glance(say: Say) -> None:
    twelve = " ".join(["word"] * 12)

    assert not say((GLOSS, f"pedestrian: {twelve}"))
    assert [each.code for each in say((GLOSS, f"pedestrian: {twelve} more"))] == ["gloss-too-long"]


@pytest.mark.parametrize(
    "word",
    ["Perambulators", "unhappiness", "fountains", "strolled", "well-guarded", "[thaumaturge]"],
)
def test_names_insertions_and_forms_of_common_words_are_not_hard(say: Say, word: str) -> None:
    found = say((SENTENCE, f"{SENTENCE} There, {word} go by."))

    assert "hard-words" not in [finding.code for finding in found]


@pytest.mark.parametrize("word", ["perambulator", "plebiscites", "secessionist"])
def test_a_rare_word_without_a_gloss_is_named(say: Say, word: str) -> None:
    (finding,) = say((SENTENCE, f"{SENTENCE} A {word} goes by."))

    assert finding.code == "hard-words"
    assert word in finding.message


def test_a_gloss_serves_every_form_of_its_word(say: Say) -> None:
    assert not say(
        (SENTENCE, f"{SENTENCE} One plebiscite, two plebiscites."),
        (GLOSS, f"{GLOSS}\n  plebiscite: a vote"),
    )


def test_a_handful_of_rare_words_are_named_and_the_rest_counted(say: Say) -> None:
    rare = "obloquy opprobrium plebiscite perambulator thaumaturge contumely sesquipedalian gibbous"
    (finding,) = say((SENTENCE, f"{SENTENCE} Also {rare}."))

    assert finding.message.endswith(" and 2 more")
    assert finding.message.count(",") == 5


def test_rare_words_are_looked_for_only_where_there_is_a_list(say: Say) -> None:
    found = say((SENTENCE, f"{SENTENCE} Ein Zweckverband."), ("language: en", "language: de"))

    assert "hard-words" not in [finding.code for finding in found]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("plebiscite", "A PLEBISCITE was held."),
        ("Straße", "An der STRASSE."),
        ("מועצה", "וכשהמועצה הצביעה"),
        ("שלום", "בְּשָׁלוֹם"),
        ("مجلس", "صوّت والمجلسُ"),
        ("المجلس", "وقال للمجلس"),
        ("cooperate", "They co\u00adoperate."),
        ("鬼畫符", "名叫「鬼畫符」。"),
    ],
)
def test_a_gloss_finds_its_word_in_other_capitals_and_behind_prefixes(term: str, text: str) -> None:
    assert len(NumberedExcerpt.of(text).glossed(term)) == 1


@pytest.mark.parametrize(
    ("term", "text"), [("art", "A part of it."), ("ים", "והימים"), ("דג", "מדגם"), ("ب", "كتب")]
)
def test_a_part_of_another_word_is_no_word_behind_a_prefix(term: str, text: str) -> None:
    assert not NumberedExcerpt.of(text).glossed(term)
