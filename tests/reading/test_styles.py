"""Words written as a whole value are read back as those words, and as words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.reading.reader import read_text
from broadsheet.reading.styles import on_one_line


@pytest.mark.parametrize(
    "words",
    [
        "1984",
        "2024-03-08",
        "Yes",
        "null",
        "~",
        "",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "“a”",
        "'a",
        '"a"',
        "[…] a",
        "a\nb",
        "a\tb",
        "\\n",
        "12:30",
        "1e3",
        " a",
        "a ",
        "@a",
        "`a`",
        "a:",
        "? a",
        "!a",
        "=",
        "<<",
    ],
)
def test_words_that_yaml_would_read_as_something_else_stay_words(words: str) -> None:
    assert yaml.safe_load(f"title: {on_one_line(words)}") == {"title": words}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1))
def test_any_words_are_read_back_as_they_were(words: str) -> None:
    written = f"title: {on_one_line(words)}\n"
    assert read_text(written, Path("lesson.yaml"))[1] == []
    assert yaml.load(written, Loader=yaml.CSafeLoader) == {"title": words}
