"""Marks of Arabic and Hebrew are read out of a PDF with the letters that they stand at."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.readback import read_pieces

from broadsheet.bounded import bounded
from broadsheet.render.html.page import Page
from broadsheet.render.pdf.layout import lay_out
from broadsheet.theme.look import Look, ThemeError

ARABIC = st.builds(
    "{}{}{}".format,
    st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإؤئآ"),
    st.sampled_from(("", "\u0651")),
    st.sampled_from(("", *"\u064b\u064c\u064d\u064e\u064f\u0650\u0652\u0670")),
)
HEBREW = st.builds(
    "{}{}{}".format,
    st.sampled_from(("ש\u05c1", "ש\u05c2", *"אבגדהוזחטיכךלמםנןסעפףצץקרת")),
    st.sampled_from(("", "\u05bc")),
    st.sampled_from(("", *"\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb")),
)


def words_of(letters: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.lists(letters, min_size=1, max_size=6).map("".join), max_size=30)


def read_back(words: list[str], language: str) -> list[str]:
    """What is read of words that are a heading each."""
    headings = "".join(f"<h1>{word}</h1>" for word in words)
    page = Page(
        html=f"<html lang={language} dir=rtl><title>Words</title>{headings}",
        sheet="worksheet.css",
        style="",
        foot=("",),
        right_to_left=True,
        images={},
        look=Look(),
    )
    with TemporaryDirectory() as folder:
        pdf = Path(folder) / "words.pdf"
        pdf.write_bytes(lay_out(page).data)
        return read_pieces(pdf)


def signs(word: str) -> list[str]:
    """The letters and marks of a word, in whatever order they are drawn."""
    return sorted(normalize("NFD", word))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ["شيئًا", "أحيانًا", "دفئًا", "إنَّ", "رَأْيٌ", "لِئَلّاً", "مسؤولًا", "ٱللّٰه"]),
        ("he", ["שָׁלוֹם", "בְּרֵאשִׁית", "שּׁוּב", "תּוֹרָה", "הִנֵּה"]),
    ],
)
def test_each_letter_is_read_with_its_own_marks(language: str, words: list[str]) -> None:
    assert [signs(word) for word in read_back(words, language)] == [signs(word) for word in words]


@pytest.mark.parametrize("word", ["ก\u0e48\u0e38", "ا\u08d4\u08e3", "x\u1ab0\u1ab5"])
def test_marks_in_another_order_that_no_font_has_are_refused_by_name(word: str) -> None:
    with pytest.raises(ThemeError, match=r"^no font has a glyph for "), bounded():
        read_back([word], "ar")


@settings(max_examples=10)
@given(words_of(ARABIC))
def test_whatever_marks_arabic_letters_have_the_word_is_read(words: list[str]) -> None:
    assert [signs(word) for word in read_back(words, "ar")] == [signs(word) for word in words]


@settings(max_examples=10)
@given(words_of(HEBREW))
def test_whatever_marks_hebrew_letters_have_the_word_is_read(words: list[str]) -> None:
    assert [signs(word) for word in read_back(words, "he")] == [signs(word) for word in words]
