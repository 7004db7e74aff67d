"""Where the characters of a value stand in the file, in each of YAML's five styles."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.findings import Place
from broadsheet.reading.document import Document, Scalar
from broadsheet.reading.reader import read_text
from broadsheet.text.scripts import parts_no_words


def value_in(text: str) -> tuple[Document, Scalar]:
    document, findings = read_text(text, Path("lesson.yaml"))
    assert document is not None, findings
    *_, (_, node) = document.steps(("ask",))
    assert isinstance(node, Scalar)
    return document, node


def place_of(words: str, text: str) -> Place:
    document, node = value_in(text)
    start = node.text.index(words)
    return document.place(document.within(node, start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("ask: Who are ((the men))?", 1, 14),
        ("ask: Who, then,\n  are ((the men))?", 2, 7),
        ("ask: Who, then,\n\n  are ((the men))?", 3, 7),
        ("ask: 'Who isn''t, of ((the men))?'", 1, 22),
        ("ask: 'Who,\n\n\n  of ((the men))?'", 4, 6),
        ('ask: "Who \\"is\\" of ((the men))?"', 1, 21),
        ('ask: "Qui\\xe9n de \\u00e9l, ((the men))?"', 1, 28),
        ('ask: "Who\\nof ((the men))?"', 1, 15),
        ('ask: "Who \\\n   of ((the men))?"', 2, 7),
        ('ask: "Who\n   of ((the men))?"', 2, 7),
        ('ask: "\\\n   \\  of ((the men))?"', 2, 10),
        ("ask: |\n  Who\n  of ((the men))?", 3, 6),
        ("ask: |2-\n    Who\n  of ((the men))?", 3, 6),
        ("ask: |\n\n\n  of ((the men))?", 4, 6),
        ("ask: > # folded\n  Who\n  of ((the men))?", 3, 6),
        ("ask: >-\n  Who\n\n\n    of\n  ((the men))?", 6, 3),
        ("ask: &q !!str Who are ((the men))?", 1, 23),
        ("ask: !!str &q 'Who are ((the men))?'", 1, 24),
        ("ask: &q | # of &men\n  Who are ((the men))?", 2, 11),
        ("ask: &q # of &men\n  Who are ((the men))?", 2, 11),
        ("ask: 🌉🌉 Who are ((the men))?", 1, 17),
        ("ask: |\r\n  Who\r\n  of ((the men))?\r\n", 3, 6),
        ("ask: >\r\n  Who\r\n\r\n  of ((the men))?\r\n", 4, 6),
        ('ask: "Who\r\n\r\n  of ((the men))?"\r\n', 3, 6),
    ],
)
def test_words_are_placed_where_an_author_sees_them(text: str, line: int, column: int) -> None:
    assert place_of("((the men))", text) == Place(line, column, line, column + 11)


def test_words_that_run_on_are_placed_from_their_first_to_their_last_character() -> None:
    assert place_of("the men", "ask: >\n  Who are the\n  men?") == Place(2, 11, 3, 6)


def test_an_escaped_character_is_placed_over_its_whole_escape() -> None:
    place = place_of("é!", 'ask: "caf\\u00e9!"')

    assert (place.column, place.end_column) == (10, 17)


@given(
    words=st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1),
        min_size=1,
        max_size=30,
    ),
    breaks=st.lists(st.sampled_from([" ", "  ", "\n", "\n\n", "\n  "]), min_size=30, max_size=30),
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    width=st.sampled_from([8, 30, 1000]),
    in_ascii=st.booleans(),
    data=st.data(),
)
def test_every_character_is_placed_on_itself_or_on_its_escape(
    words: list[str],
    breaks: list[str],
    style: str | None,
    width: int,
    in_ascii: bool,
    data: st.DataObject,
) -> None:
    text = "".join(word + blank for word, blank in zip(words, breaks, strict=False))
    written = yaml.safe_dump(
        {"ask": text}, default_style=style, width=width, allow_unicode=not in_ascii
    )
    document, _ = read_text(written, Path("lesson.yaml"))
    assert document is not None
    *_, (_, node) = document.steps(("ask",))
    assert isinstance(node, Scalar)
    # PyYAML folds some texts into others when it writes them; what it wrote is what is read, but
    # that we join lines without a blank in scripts that part no words.
    text = node.text
    assert text.split() == yaml.safe_load(written)["ask"].split() or any(map(parts_no_words, text))
    assert "".join(text.split()) == "".join(yaml.safe_load(written)["ask"].split())
    at = data.draw(st.integers(0, len(text) - 1).filter(lambda index: text[index] not in " \n"))
    span = document.within(node, at, at + 1)
    found = document.text[span.start : span.end]
    following = document.text[span.start : span.start + 10]

    assert found == text[at] or following.startswith("\\")


@given(text=st.text(max_size=80), style=st.sampled_from([None, "'", '"', "|", ">"]))
def test_no_place_lies_outside_the_value(text: str, style: str | None) -> None:
    written = yaml.safe_dump({"ask": text}, default_style=style, width=20, allow_unicode=True)
    document, node = value_in(written.replace('"ask"', "ask"))
    span = document.within(node, 0, max(len(node.text), 1))

    assert node.span.start <= span.start <= span.end <= max(node.span.end, node.span.start + 1)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            ">\n  一連串論辯的「妙法」；\n  看反諷\n  如何作用。\n",
            "一連串論辯的「妙法」；看反諷如何作用。\n",
        ),
        ("學生\n  辨認", "學生辨認"),
        ('"學生\n  辨認"', "學生辨認"),
        (">\n  使用 Python\n  語言\n", "使用 Python 語言\n"),
        (">\n  two\n  words\n", "two words\n"),
        (">\n  다리를\n  놓기로\n", "다리를 놓기로\n"),
        ("|\n  學生\n  辨認\n", "學生\n辨認\n"),
    ],
)
def test_lines_that_yaml_joins_have_a_blank_only_where_blanks_part_words(
    written: str, read: str
) -> None:
    _, value = value_in(f"ask: {written}")

    assert value.text == read
