"""Straight marks: pairs in the marks of each language, apostrophes, and what is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.locale.labels import labels_for, languages
from broadsheet.text.quotation_marks import changes, curled

NBSP = "\u00a0"


def printed(typed: str, language: str) -> str:
    return labels_for(language).words(typed)


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", '"Who pays?" she asked.', "“Who pays?” she asked."),
        ("en-GB", "He said 'no'.", "He said ‘no’."),
        ("de", '"Ja", sagte er.', "„Ja“, sagte er."),
        ("fr", '"Oui", dit-il.', f"«{NBSP}Oui{NBSP}», dit-il."),
        ("es", '¿"Sí"? ¡"No"!', "¿«Sí»? ¡«No»!"),
        ("ar", 'قال "نعم" ثم و"لا".', "قال «نعم» ثم و«لا»."),
        ("uk", 'Він сказав "так".', "Він сказав «так»."),
        ("he", 'הוא אמר "כן" ב"הארץ".', "הוא אמר ”כן” ב”הארץ”."),
        ("zh-Hans", '他说"你好"了。', "他说“你好”了。"),
        ("zh-Hant", '他說:"你好。"然後走了', "他說:「你好。」然後走了"),
    ],
)
def test_a_pair_gets_the_marks_of_its_language(language: str, typed: str, expected: str) -> None:
    assert printed(typed, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“It was ‘so-called’ “quiet””"),
        ("de", "„It was ‚so-called‘ „quiet““"),
        ("uk", "«It was „so-called“ «quiet»»"),
        ("zh-Hant", "「It was 『so-called』 「quiet」」"),
    ],
)
def test_marks_within_marks_change_with_their_depth(language: str, expected: str) -> None:
    typed = '"It was \'so-called\' "quiet""'
    nested = expected.replace("“quiet”", "‘quiet’").replace("„quiet“", "‚quiet‘")
    nested = nested.replace("«quiet»", "„quiet“").replace("「quiet」", "『quiet』")
    assert printed(typed, language) == nested


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "It's o'clock"),
        ("en", "'Twas the night, 'tis so"),
        ("en", "the '68 revolt and the '90s"),
        ("en", "the 1960's"),
        ("en", "rock 'n' roll"),
        ("en", "the dogs' food, James' book"),
        ("en", "goin' home, get 'em"),
        ("de", "'ne Frage, 's ist so, Hans' Buch, ich hab's"),
        ("fr", "l'eau d'aujourd'hui"),
        ("uk", "м'яч і п'ять"),
        ("es", "O'Higgins"),
        ("zh-Hans", "O'Brien说"),
    ],
)
def test_what_stands_for_left_out_letters_is_an_apostrophe(language: str, typed: str) -> None:
    assert printed(typed, language) == typed.replace("'", "’")


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", '6\'2" tall, 5\' 3", a 12" record'),
        ("en", "40°26'46\"N"),
        ("en", '3"x5"'),
        ("en", 'a lone " mark'),
        ("en", "''"),
        ("he", 'צה"ל, ארה"ב, תנ"ך, מו"מ, מנכ"לית'),
        ("he", "ג'ירפה, רח' הרצל, צ'ק"),
    ],
)
def test_measures_and_signs_within_hebrew_words_stay_as_typed(language: str, typed: str) -> None:
    assert printed(typed, language) == typed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"He is 6\'2" tall," she said.', "“He is 6'2\" tall,” she said."),
        ('"a 12" record"', '“a 12" record”'),
        ('"Chapter 3" and "Chapter 4"', "“Chapter 3” and “Chapter 4”"),
        ("'the dogs' food'", "‘the dogs’ food’"),
        ("'12 Angry Men'", "‘12 Angry Men’"),
        ("the word 'cause'", "the word ‘cause’"),
        ('"\'Tis" and "\'so-called\' it"', "“’Tis” and “‘so-called’ it”"),
        ("'a \"b\" c'", "‘a “b” c’"),
        ('("so")—"so"', "(“so”)—“so”"),
        ('"Wait—" he said', "“Wait—” he said"),
        ('"...and"', "“...and”"),
        ("“so” 'so'", "“so” ‘so’"),
        ("'08-'09", "’08-’09"),
        ('"First.\n\nSecond."', "“First.\n\nSecond.”"),
    ],
)
def test_what_stands_beside_a_mark_tells_what_it_is(typed: str, expected: str) -> None:
    assert printed(typed, "en") == expected


def test_a_hebrew_word_with_a_sign_of_its_own_may_be_quoted() -> None:
    assert printed("'ג'ירפה' \"צה\"ל\"", "he") == "’ג'ירפה’ ”צה\"ל”"


def test_a_single_mark_that_is_never_closed_is_an_apostrophe() -> None:
    assert printed("\"a 'b\" c 'd", "en") == "“a ’b” c ’d"


def test_a_mark_after_an_elision_opens() -> None:
    assert printed('l\'"eau" d\'"ici"', "fr") == f"l’«{NBSP}eau{NBSP}» d’«{NBSP}ici{NBSP}»"


MARKED = st.text("\"' ab1.s\n(-גא中é", max_size=40)


@given(MARKED, st.sampled_from(languages()))
def test_marks_come_out_in_pairs_and_nothing_else_is_changed(text: str, language: str) -> None:
    quotes = labels_for(language).quotes
    instead = changes(text, quotes, language)
    signs = [instead[at] for at in sorted(instead)]

    assert set(instead) <= {at for at, sign in enumerate(text) if sign in "\"'"}
    assert set(signs) <= {*quotes, "’"}
    for opening, closing in (quotes[:2], quotes[2:]):
        if len({*quotes, "’"}) == 5:
            assert signs.count(opening) == signs.count(closing)


@given(MARKED)
def test_pairs_are_nested_and_each_differs_from_the_one_around_it(text: str) -> None:
    open_now: list[str] = []
    for at, sign in sorted(changes(text, ("<", ">", "[", "]"), "en").items()):
        if sign in "<[":
            assert not open_now or open_now[-1] != sign
            open_now.append(sign)
        elif sign in ">]":
            assert open_now.pop() == {">": "<", "]": "["}[sign]
        else:
            assert text[at] == "'"
    assert not open_now


@given(MARKED)
def test_printed_marks_are_left_alone(text: str) -> None:
    assert curled(text.translate({34: None, 39: None}), ("<", ">", "[", "]"), "en") == (
        text.translate({34: None, 39: None})
    )
