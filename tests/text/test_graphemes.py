"""Characters that a reader sees as one stay together."""

from __future__ import annotations

import pytest

from broadsheet.text.graphemes import joined_at


def seen(text: str) -> list[str]:
    """A text in the characters that a reader sees."""
    starts = [at for at in range(len(text)) if not joined_at(text, at)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "characters",
    [
        ["c", "a", "f", "é"],
        ["c", "a", "f", "e\u0301"],
        ["z\u0301\u0302\u0323", "z"],
        ["كِ", "تَ", "ا", "بٌ"],
        ["हि", "न्", "दी"],
        ["ก็", "น้ำ"],
        ["か\u3099", "き"],
        ["가", "나"],
        ["\u1100\u1161\u11a8", "\u1100\u1161"],
        ["👍🏽", "👍"],
        ["👩\u200d👩\u200d👧", "👧"],
        ["🇺🇦", "🇫🇷", "🇩"],
        ["☎\ufe0f", "x"],
        ["🏴\U000e0067\U000e0062\U000e007f", "x"],
        ["م", "ی\u200c", "خ"],
        ["x\u2060y", "z"],
    ],
    ids=lambda characters: "".join(characters),
)
def test_a_text_parts_into_the_characters_that_a_reader_sees(characters: list[str]) -> None:
    assert seen("".join(characters)) == characters


@pytest.mark.parametrize("at", [0, 2, -1, 5])
def test_nothing_is_joined_at_the_ends_of_a_text_or_beyond(at: int) -> None:
    assert not joined_at("e\u0301", at)
