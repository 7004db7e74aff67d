"""What Broadsheet says in Arabic: phrases, plurals, lists, and which way a language runs."""

from __future__ import annotations

import pytest

from broadsheet.data import shipped
from broadsheet.lesson.question import PARTS
from broadsheet.locale.labels import labels_for
from broadsheet.locale.regional import direction_of
from broadsheet.prose.spoken import listed
from broadsheet.prose.walk import visible
from broadsheet.render.html.prose import html_of

ARABIC = labels_for("ar")


def test_arabic_has_every_phrase_that_english_has() -> None:
    assert ARABIC.phrases.keys() == labels_for("en").phrases.keys()


def test_every_counted_phrase_has_the_six_forms_of_arabic() -> None:
    forms = [set(phrase) for phrase in ARABIC.phrases.values() if not isinstance(phrase, str)]
    assert forms
    assert all(each == {"zero", "one", "two", "few", "many", "other"} for each in forms)


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "درجة واحدة"),
        (2, "درجتان"),
        (3, "3 درجات"),
        (11, "11 درجة"),
        (100, "100 درجة"),
        (103, "103 درجات"),
    ],
)
def test_points_are_counted_as_arabic_counts(n: int, said: str) -> None:
    assert ARABIC.say("points", n=n) == said


def test_each_part_has_a_letter_of_its_own_that_the_key_in_the_margin_names() -> None:
    letters = {part: ARABIC.say(f"letter_{part}") for part in PARTS}
    assert len(set(letters.values())) == len(PARTS)
    key = ARABIC.say("notes_key")
    assert all(f"**{letters[lens]}**" in key for lens in ("evidence", "framing", "omissions"))


def test_items_are_parted_by_the_arabic_comma() -> None:
    assert visible(listed(["الصحافة", None, "العلم"], ARABIC)) == "الصحافة، العلم"


def test_an_item_in_latin_letters_is_set_apart_in_arabic_and_nowhere_else() -> None:
    places = html_of(listed(["دمشق", "1914-1918-online"], ARABIC), ARABIC)
    assert '، <bdi dir="ltr">1914-1918-online</bdi>' in places
    english = labels_for("en")
    assert html_of(listed(["Damascus", "دمشق"], english), english) == "Damascus, دمشق"


def test_what_looks_like_html_in_an_item_is_shown_as_text() -> None:
    items = listed(["<b>The Crisis</b>", "<b>المقتبس</b>"], ARABIC)
    assert "<b>" not in html_of(items, ARABIC)


@pytest.mark.parametrize(
    ("language", "direction"),
    [("ar", "rtl"), ("ar-EG", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("uk", "ltr"), ("xx", "ltr")],
)
def test_a_text_runs_the_way_its_language_is_written(language: str, direction: str) -> None:
    assert direction_of(language) == direction


def test_the_file_says_the_direction_that_its_language_has() -> None:
    for language in ("ar", "de", "en", "es", "fr", "uk"):
        assert shipped("broadsheet.locale", f"{language}.yaml")["direction"] == direction_of(
            language
        )
