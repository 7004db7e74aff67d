"""Dates, numbers and directions of languages, also of those that nobody lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.locale.labels import labels_for
from broadsheet.locale.regional import direction_of, regional
from broadsheet.reading.dates import PartialDate

TAGS = st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", fullmatch=True)


@given(TAGS)
def test_every_tag_has_forms_of_dates_and_a_direction(tag: str) -> None:
    assert regional(tag).date_formats
    assert direction_of(tag) in ("ltr", "rtl")


@pytest.mark.parametrize(
    ("language", "day", "month", "year"),
    [
        ("zh-Hans", "1925年3月9日", "1925年3月", "1925年"),
        ("zh-TW", "1925年3月9日", "1925年3月", "1925年"),
        ("he", "9 במרץ 1925", "מרץ 1925", "1925"),
        ("en-419", "9 March 1925", "March 1925", "1925"),
        ("en-XX", "9 March 1925", "March 1925", "1925"),
    ],
)
def test_dates_are_written_as_the_nearest_language_writes_them(
    language: str, day: str, month: str, year: str
) -> None:
    labels = labels_for(language)
    assert labels.date(PartialDate(1925, 3, 9)) == day
    assert labels.date(PartialDate(1925, 3)) == month
    assert labels.date(PartialDate(1925)) == year


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("az-Arab", "rtl"),
        ("iw", "rtl"),
        ("he-Latn", "ltr"),
        ("zh-Hant", "ltr"),
        ("tlh", "ltr"),
        ("ar-XX", "rtl"),
        ("yi", "rtl"),
    ],
)
def test_a_script_says_its_direction_before_the_language_does(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction
