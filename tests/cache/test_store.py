"""Files of the cache: whole and as they were written, or as good as none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.cache.store import Store, name_of


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "output" / ".broadsheet")


NAME = name_of(b"a")


def test_what_was_kept_is_found_by_its_name_alone(store: Store) -> None:
    assert store.get(NAME) is None
    store.put(NAME, b"a worksheet")
    assert store.get(NAME) == b"a worksheet"
    assert store.get(name_of(b"b")) is None


def test_parts_of_a_name_are_not_run_together() -> None:
    assert name_of(b"ab", b"c") != name_of(b"a", b"bc")


@given(data=st.binary(min_size=1, max_size=60), place=st.integers(0), change=st.integers(1, 255))
def test_a_file_with_one_byte_changed_is_not_served(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, place: int, change: int
) -> None:
    store = Store(tmp_path_factory.mktemp("cache"))
    store.put(NAME, data)
    file = store.folder / NAME
    damaged = bytearray(file.read_bytes())
    damaged[place % len(damaged)] ^= change
    file.write_bytes(damaged)
    assert store.get(NAME) is None


def test_a_file_that_was_cut_short_is_not_served(store: Store) -> None:
    store.put(NAME, b"a worksheet")
    file = store.folder / NAME
    file.write_bytes(file.read_bytes()[:-1])
    assert store.get(NAME) is None


def test_what_was_unused_longest_goes_first(store: Store) -> None:
    names = [name_of(bytes([number])) for number in range(3)]
    for day, name in enumerate(names):
        store.put(name, bytes(400_000))
        os.utime(store.folder / name, (day, day))
    assert store.get(names[0])  # now it is the one that was used last
    store.trim(1)
    assert [store.get(name) is not None for name in names] == [True, False, True]


def test_half_a_file_that_a_killed_build_left_goes_when_nobody_can_be_writing_it(
    store: Store,
) -> None:
    store.put(NAME, b"a worksheet")
    left, fresh = (store.folder / f".{NAME}.{end}" for end in ("00000000", "00000001"))
    left.write_bytes(b"half")
    fresh.write_bytes(b"half")
    os.utime(left, (0, 0))
    store.trim(1)
    assert (left.exists(), fresh.exists()) == (False, True)


def test_a_folder_that_can_not_be_written_is_told_and_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file", "utf-8")
    store = Store(tmp_path / "output" / ".broadsheet")
    store.put(NAME, b"a worksheet")
    assert store.refused
    assert store.get(NAME) is None


def test_a_folder_that_is_a_link_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".broadsheet").symlink_to(tmp_path / "elsewhere")
    store = Store(tmp_path / ".broadsheet")
    store.put(NAME, b"a worksheet")
    assert "is a link" in store.refused
    assert not list((tmp_path / "elsewhere").iterdir())
