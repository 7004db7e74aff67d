"""French sets some marks apart from words, and no line may break there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.compose.setting import Setting
from broadsheet.compose.sheet import Reading
from broadsheet.compose.worksheet import worksheet
from broadsheet.lesson.load import Loaded
from broadsheet.locale.labels import labels_for
from broadsheet.prose.parse import parse_phrase
from broadsheet.render.html.prose import html_of
from broadsheet.render.html.templates import to_html
from broadsheet.render.manuscript import plain
from broadsheet.school.edition import Edition
from broadsheet.text.no_break import unbroken
from broadsheet.theme.look import Look


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui paie ?", "Qui paie\u00a0?"),
        ("« Attendez ! »", "«\u00a0Attendez\u00a0!\u00a0»"),
        ("Deux mots : oui ; non.", "Deux mots\u00a0: oui\u00a0; non."),
        ("déjà\u202f! bien", "déjà\u202f! bien"),
        ("12:30, ici", "12:30, ici"),
    ],
)
def test_blanks_beside_such_marks_do_not_break(typed: str, printed: str) -> None:
    assert unbroken(typed, "fr") == printed
    assert unbroken(typed, "fr-CA") == printed


def test_other_languages_stay_as_they_are() -> None:
    assert unbroken("So what ?", "en") == "So what ?"


def test_only_words_are_changed_and_no_address() -> None:
    prose = parse_phrase("Qui *paie* ? [« oui »](https://a.example/b) 3 < 4 & 5 ;")
    assert html_of(prose, labels_for("fr")) == (
        "Qui <em>paie</em>\u00a0? "
        '<a href="https://a.example/b">«\u00a0oui\u00a0»</a> '
        '(<span class="address">https://a.example/b</span>) 3 &lt; 4 &amp; 5\u00a0;'
    )


@given(st.text(alphabet=" «»:;?!ab\n", max_size=40))
def test_nothing_changes_but_the_kind_of_blank(text: str) -> None:
    changed = unbroken(text, "fr")
    assert changed.replace("\u00a0", " ") == text
    assert not re.search(r"\S [:;?!»]|« \S", changed)
    assert unbroken(changed, "fr") == changed


@pytest.fixture
def french(load_lesson: Callable[[str], Loaded], clean_lesson: str) -> Loaded:
    text = (
        clean_lesson.replace("language: en", "language: fr")
        .replace("Who pays for the bridge?", "Qui paie le pont ?")
        .replace("Nobody doubts that", "Qui doute encore ? « Personne ! » Et")
        .replace("What does ((so-called)) do?", "«Que fait» ((so-called)) ; rien ?")
    )
    loaded = load_lesson(text)
    assert loaded.lesson is not None, loaded.findings
    return loaded


@pytest.mark.parametrize("lines", ["fixed", "flowing"])
def test_title_prose_labels_and_excerpt_of_a_french_sheet_keep_their_marks(
    french: Loaded, lines: str
) -> None:
    assert french.lesson is not None
    edition = Edition.model_validate({"lines": lines, "margin": "none"})
    html = to_html(plain(worksheet(Setting.of(french.lesson, {}), edition)), Look())
    body = html.partition("<body")[2]
    text = re.sub(r"<[^>]+>", "", body)
    assert "Qui paie le pont\u00a0?" in text
    assert "Qui doute encore\u00a0? «\u00a0Personne\u00a0!\u00a0» Et" in text.replace("\n", "")
    assert "\u00a0; rien\u00a0?" in text
    assert not re.search(r"\w [:;?!»]|« \w", text)


def test_the_numbers_of_lines_stay_the_same(french: Loaded) -> None:
    assert french.lesson is not None
    setting = Setting.of(french.lesson, {})
    (reading,) = (
        section
        for section in worksheet(setting, Edition()).sections
        if isinstance(section, Reading)
    )
    printed = [line for it in reading.text.paragraphs for line in it.lines]
    fixed = setting.excerpts[""].lines
    assert [line.text.replace("\u00a0", " ") for line in printed] == [line.text for line in fixed]


def test_a_lesson_that_ships_in_french_prints_no_loose_mark() -> None:
    from broadsheet.lesson.load import load

    lesson = load(Path(__file__).parents[2] / "lessons" / "jaccuse-1898.yaml").lesson
    assert lesson is not None
    html = to_html(
        plain(worksheet(Setting.of(lesson, {}), Edition.model_validate({"starters": "yes"}))),
        Look(),
    )
    text = re.sub(r"<[^>]+>", "", html.partition("<body")[2])
    assert "\u00a0?" in text
    assert not re.search(r"\w [:;?!»]|« \w", text)
