"""A fingerprint: what it holds, and what is said of one that can't be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from broadsheet.source.fingerprint import DamagedError, Fingerprint

TEXT = "The harbour froze on Monday, and no boat left. “We have bread for a week,” said the mayor."


@pytest.fixture
def content() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Fingerprint.of(TEXT).to_json())
    return found


def test_it_holds_the_number_of_words_and_a_hash_for_each_run_of_five() -> None:
    fingerprint = Fingerprint.of(TEXT)
    assert fingerprint.words == 18
    assert len(fingerprint.runs) == 20
    assert all(0 <= run < 65536 for run in fingerprint.runs)


def test_it_holds_no_word_of_the_text() -> None:
    written = Fingerprint.of(TEXT).to_json()
    assert not any(word in written for word in ("harbour", "Monday", "mayor"))


@given(st.lists(st.text(min_size=1, max_size=8), min_size=6, max_size=40).map(" ".join))
def test_what_is_written_is_read_again(text: str) -> None:
    try:
        fingerprint = Fingerprint.of(text)
    except ValueError:
        reject()
    assert Fingerprint.from_json(fingerprint.to_json().encode()) == fingerprint


def test_the_same_text_gives_the_same_bytes_whatever_its_line_ends() -> None:
    other = TEXT.replace(" ", "\r\n").replace("“", '"').replace("”", '"')
    assert Fingerprint.of(other).to_json() == Fingerprint.of(TEXT).to_json()


def test_two_texts_share_no_run_even_where_they_share_words() -> None:
    longer = Fingerprint.of(f"{TEXT} Nobody laughed.")
    assert not longer.is_of(TEXT)
    assert longer.runs[:8] != Fingerprint.of(TEXT).runs[:8]


def test_a_text_of_five_words_is_too_short() -> None:
    with pytest.raises(ValueError, match="fewer than 6"):
        Fingerprint.of("The harbour froze on Monday")


@pytest.mark.parametrize("kept", [0, 1, 40, 200, -10])
def test_one_that_is_cut_short_is_damaged(kept: int) -> None:
    with pytest.raises(DamagedError, match="cut short"):
        Fingerprint.from_json(Fingerprint.of(TEXT).to_json().encode()[:kept])


@pytest.mark.parametrize("key", ["words", "salt", "runs"])
def test_one_that_was_edited_is_damaged(content: dict[str, Any], key: str) -> None:
    content[key] = {"words": 19, "salt": "0" * 16, "runs": [content["runs"][0][4:]]}[key]
    with pytest.raises(DamagedError, match="checksum"):
        Fingerprint.from_json(json.dumps(content).encode())


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(fingerprint=2),
        lambda content: content.update(algorithm="sha256, 32 bits, runs of 7"),
        lambda content: content.pop("algorithm"),
    ],
)
def test_one_of_another_version_says_so(
    content: dict[str, Any], change: Callable[[dict[str, Any]], object]
) -> None:
    change(content)
    with pytest.raises(DamagedError, match="another version") as raised:
        Fingerprint.from_json(json.dumps(content).encode())
    assert "newest Broadsheet" in raised.value.hint


@pytest.mark.parametrize(
    "data", [b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b"1" * 10_000, b'{"fingerprint": []}']
)
def test_another_file_is_no_fingerprint(data: bytes) -> None:
    with pytest.raises(DamagedError):
        Fingerprint.from_json(data)
