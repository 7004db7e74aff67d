"""What travels between processes is data: it arrives as it went, and nothing in it can act."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.plain import Record, leaves, pack, unpack

LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@dataclass(frozen=True)
class Sheet:
    """A value with a property, which goes, and a method, which stays."""

    title: str
    parts: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """The first part."""
        return self.parts[0]

    def act(self) -> None:
        """Do something."""


@given(VALUES)
def test_a_value_arrives_as_it_went(value: Any) -> None:
    arrived = unpack(pack(value))
    assert arrived == value
    assert [type(leaf) for leaf in leaves(arrived)] == [type(leaf) for leaf in leaves(value)]
    assert pack(arrived) == pack(value)


def test_an_object_arrives_as_the_names_and_values_of_what_it_holds() -> None:
    arrived = unpack(pack(Sheet("a", (1, 2))))
    assert isinstance(arrived, Record)
    assert (list(arrived), arrived.parts, arrived.first) == (["title", "parts", "first"], (1, 2), 1)
    for name in ("act", "replace"):
        with pytest.raises(AttributeError):
            getattr(arrived, name)
    with pytest.raises(AttributeError):
        arrived.title = "b"


def test_only_the_classes_that_are_named_are_made_again() -> None:
    sheet = Sheet("a", (1,))
    assert unpack(pack((sheet,)), {"Sheet": Sheet}) == (sheet,)


@pytest.mark.parametrize("value", [object(), {1, 2}, {1: "a"}, print, Sheet])
def test_what_is_not_plain_does_not_go(value: object) -> None:
    with pytest.raises((TypeError, AttributeError)):
        pack(value)


@given(st.binary() | st.text().map(str.encode) | VALUES.map(lambda value: pack(value)[:-1]))
def test_what_was_not_packed_is_refused_or_read_as_data(data: bytes) -> None:
    try:
        read = unpack(data)
    except ValueError:
        read = None
    assert pack(read), "what is read is plain"


def test_a_pickle_is_refused() -> None:
    with pytest.raises(ValueError, match="no plain value"):
        unpack(pickle.dumps({"a": 1}))
