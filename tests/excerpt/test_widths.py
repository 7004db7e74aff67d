"""How wide a line is reckoned to be; Arabic letters by the form they take in their word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.widths import width_of

from broadsheet.excerpt.widths import thousandths


def test_letters_that_join_are_narrower_than_the_same_letters_apart() -> None:
    assert width_of("ببب") < 0.7 * width_of("ب ب ب")


def test_an_alef_does_not_join_what_follows_it() -> None:
    assert width_of("اد") == pytest.approx(width_of("ا") + width_of("د"))


def test_vowel_signs_neither_part_letters_nor_take_room() -> None:
    assert width_of("مُحَمَّد") == pytest.approx(width_of("محمد"))


def test_a_lam_and_an_alef_are_wider_than_their_two_forms() -> None:
    lam_and_dal = width_of("لد") - width_of("ـد") + width_of("ـ")
    lam_and_alef = width_of("لا") - width_of("ـا") + width_of("ـ")
    assert lam_and_alef > lam_and_dal


def test_a_blank_between_words_ends_both_joints() -> None:
    assert width_of("من ماء") == pytest.approx(width_of("من") + width_of(" ") + width_of("ماء"))


@given(st.text(alphabet="ابتدرسلموي ُّ،aé1«»", max_size=40))
def test_every_character_has_one_width_and_no_blank_changes_it(text: str) -> None:
    apart = [width for word in text.split(" ") for width in thousandths(word)]
    assert len(list(thousandths(text))) == len(text)
    blanks = text.count(" ") * round(1000 * width_of(" "))
    assert sum(thousandths(text)) == sum(apart) + blanks
