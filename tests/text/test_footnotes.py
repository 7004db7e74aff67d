"""The marks of footnotes are told from what only looks like them."""

from __future__ import annotations

import pytest

from broadsheet.text.footnotes import footnotes


def marks(text: str) -> list[str]:
    return [mark.text for mark in footnotes(text)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("on Sundays.[1] It was voted down.[2][3] Nobody", ["[1]", "[2]", "[3]"]),
        ("a pride”.¹ And then² it", ["¹", "²"]),
        ("the minutes* of the day\n\n* See the minutes.", ["*"]),
        ("Müller† said\n† Died since.", ["†"]),
    ],
)
def test_a_mark_belongs_to_a_note(source: str, found: list[str]) -> None:
    assert marks(source) == found


@pytest.mark.parametrize(
    "source",
    [
        "20 km² of 10²³ m³",
        "a 5* hotel and an A* grade",
        "what the f*** is *that*",
        "trans* people",
        "x[1] and see [7] there",
        "the list.[12]",
        "Student*innen\n* Punkt",
        "walk[s] away",
    ],
)
def test_what_only_looks_like_a_mark_stays_a_part_of_the_text(source: str) -> None:
    assert marks(source) == []
