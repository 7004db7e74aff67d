"""Where the sum is written that a student has earned: a box beside the points in all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.render.on_page import Mark, marks_of, words_of
from tests.render.sheets import MM, ROOT

from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

CLOSE = ROOT / "lessons" / "native-app-or-website-2015-2018.yaml"
"""Its gaps are made as small as they go, on Letter."""
POINTS = "31"
WIDE = 15 * MM


@pytest.mark.parametrize("edition", ["standard", "large-print-24"])
def test_a_box_for_the_sum_stands_beside_the_points_in_all_and_touches_nothing(
    tmp_path: Path, edition: str
) -> None:
    asked = Request(
        [CLOSE], tmp_path, date(2026, 11, 23), [Paper.LETTER], [edition], documents=["worksheet"]
    )
    (pdf,) = build(asked).written
    total = [word for word in words_of(pdf) if word.text == POINTS][-1]
    drawn = [mark for mark in marks_of(pdf) if mark.page == total.page]
    box = [mark for mark in drawn if _width(mark) == pytest.approx(WIDE, abs=1)]
    assert box
    assert all(mark.right < total.left for mark in box)
    top, bottom = min(mark.top for mark in box), max(mark.bottom for mark in box)
    assert top < (total.top + total.bottom) / 2 < bottom
    rules = [mark.bottom for mark in drawn if _width(mark) > WIDE + MM and mark.bottom < bottom]
    assert not rules or top - max(rules) > 0.4 * MM


def _width(mark: Mark) -> float:
    return mark.right - mark.left
