"""Where lines join without a blank between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.text.scripts import joins_without_blank, may_join_without_blank


@given(st.characters(), st.characters())
def test_lines_that_join_without_a_blank_are_never_passed_over(before: str, after: str) -> None:
    assert may_join_without_blank(before + after) or not joins_without_blank(before, after)


@pytest.mark.no_cover  # counting lines would take twice the time, and others try them
def test_every_character_beside_which_they_join_is_known() -> None:
    joining = [each for each in map(chr, range(0x110000)) if joins_without_blank(each, each)]
    assert len(joining) > 100_000
    assert all(map(may_join_without_blank, joining))
