"""Places as a client counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from broadsheet.editor.hover import Block
from broadsheet.lsp.positions import Lines
from broadsheet.lsp.said import markup

TEXTS = st.text(st.sampled_from("ab \n\r\u2028\x85é\u05e9🌍\U0001f9d1\u200d\ud83d"))


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.data())
def test_a_place_is_found_again(text: str, encoding: str, data: st.DataObject) -> None:
    lines = Lines(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    again = lines.offset(lines.position(offset))
    # Only between the two signs of one end of line is there no place.
    assert again == offset or (again == offset - 1 and text[again : again + 2] == "\r\n")


@given(TEXTS, st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1))
def test_any_position_is_a_place(text: str, line: int, character: int) -> None:
    assert 0 <= Lines(text).offset(types.Position(line, character)) <= len(text)


@pytest.mark.parametrize(
    ("encoding", "character"), [("utf-8", 4), ("utf-16", 2), ("utf-32", 1), ("utf-7", 2)]
)
def test_an_emoji_is_as_many_units_as_its_encoding_takes(encoding: str, character: int) -> None:
    assert Lines("a\n🌍b", encoding).position(3) == types.Position(1, character)


def test_a_place_within_an_emoji_is_the_one_before_it() -> None:
    assert Lines("🌍b").offset(types.Position(0, 1)) == 0


def test_a_byte_order_mark_is_the_clients_alone() -> None:
    lines = Lines("\ufeffab\ncd")
    assert lines.position(1) == types.Position(0, 2)
    assert lines.offset(types.Position(0, 2)) == 1
    assert lines.position(3) == types.Position(1, 0)


def test_no_word_of_a_lesson_is_markup_in_a_hover() -> None:
    said = markup([Block("![x](http://e.example/p.png) <b> `c` *d*\n- www.e.example\n# f")])
    assert said.value == (
        r"\!\[x\](http://e.example/p.png) \<b\> \`c\` \*d\*"
        "  \n"
        r"\- www.e.example"
        "  \n"
        r"\# f"
    )
