"""Each kind of value says for itself what an author may type."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from broadsheet.reading.dates import PartialDate
from broadsheet.reading.values import (
    FilePath,
    Height,
    Key,
    LineCount,
    RowCount,
    Switch,
)

DAYS = st.dates(min_value=date(1, 1, 1))
DATES = st.one_of(
    st.builds(lambda day: PartialDate(day.year, day.month, day.day), DAYS),
    st.builds(lambda day: PartialDate(day.year, day.month), DAYS),
    st.builds(lambda day: PartialDate(day.year), DAYS),
)


def accepts(kind: Any, typed: str) -> object:
    return TypeAdapter[object](kind).validate_python(typed)


def refuses(kind: Any, typed: str) -> bool:
    try:
        TypeAdapter[object](kind).validate_python(typed)
    except ValidationError:
        return True
    return False


@given(DATES)
def test_a_date_is_read_again_as_it_is_written(known: PartialDate) -> None:
    assert PartialDate.parse(str(known)) == known


@pytest.mark.parametrize("typed", ["2022", "2022-09", "2022-09-21", "1924-02-29", "0987"])
def test_a_date_is_written_as_precisely_as_it_is_known(typed: str) -> None:
    assert str(PartialDate.parse(f" {typed} ")) == typed


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2022-02-30", "there is no day 30 in February 2022, which has 28"),
        ("1900-02-29", "there is no day 29 in February 1900, which has 28"),
        ("2022-04-00", "there is no day 0 in April 2022, which has 30"),
        ("2022-13-01", "there is no month 13"),
        ("2022-00", "there is no month 0"),
        ("0000", "there is no year 0"),
    ],
)
def test_a_date_that_does_not_exist_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        PartialDate.parse(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "22-09-21",
        "2022-9-21",
        "2022/09/21",
        "21.09.2022",
        "20220921",
        "2022-09-21T10:00",
        "-2022",
    ],
)
def test_a_date_has_one_form(typed: str) -> None:
    with pytest.raises(ValueError, match="write a date as"):
        PartialDate.parse(typed)


@pytest.mark.parametrize("typed", ["٢٠٢٢-٠٩-٢١", "٢٠٢٢", "2022-09-2１"])
def test_a_date_is_written_in_the_figures_0_to_9(typed: str) -> None:
    with pytest.raises(ValueError, match="write a date as"):
        PartialDate.parse(typed)


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("2022-09-22", "2022-09-21"),
        ("2022-10", "2022-09-30"),
        ("2022-10-01", "2022-09"),
        ("2023", "2022-12-31"),
        ("2023", "2022"),
    ],
)
def test_a_date_is_after_another_if_it_is_later_whatever_day_is_meant(
    later: str, earlier: str
) -> None:
    assert PartialDate.parse(later).is_after(PartialDate.parse(earlier))
    assert not PartialDate.parse(earlier).is_after(PartialDate.parse(later))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022-09", "2022-09-21"),
        ("2022", "2022-09-21"),
        ("2022", "2022-12"),
        ("2022-09", "2022-09"),
    ],
)
def test_of_two_dates_that_may_mean_the_same_day_neither_is_after_the_other(
    one: str, other: str
) -> None:
    assert not PartialDate.parse(one).is_after(PartialDate.parse(other))
    assert not PartialDate.parse(other).is_after(PartialDate.parse(one))


@given(DATES, DATES)
def test_after_means_that_all_days_of_one_follow_all_days_of_the_other(
    one: PartialDate, other: PartialDate
) -> None:
    def last(known: PartialDate) -> date:
        month = known.month or 12
        return date(known.year, month, known.day or calendar.monthrange(known.year, month)[1])

    def first(known: PartialDate) -> date:
        return date(known.year, known.month or 1, known.day or 1)

    assert one.is_after(other) == (first(one) > last(other))


@pytest.mark.parametrize(
    ("typed", "lines"), [("4", 4), ("4 lines", 4), ("1 line", 1), (" 12  Lines ", 12), ("40", 40)]
)
def test_lines_are_a_number_with_or_without_its_unit(typed: str, lines: int) -> None:
    assert accepts(LineCount, typed) == lines


@pytest.mark.parametrize(
    "typed", ["", "0", "41 lines", "four", "4 rows", "4lines", "-4", "4.5", "٤", "1e1", "4 lines 2"]
)
def test_anything_else_is_no_number_of_lines(typed: str) -> None:
    assert refuses(LineCount, typed)


def test_rows_are_counted_in_rows() -> None:
    assert accepts(RowCount, "3 rows") == 3
    assert refuses(RowCount, "3 lines")


@pytest.mark.parametrize(
    ("typed", "millimetres"), [("5 cm", 50), ("50 mm", 50), ("5cm", 50), ("4.5 cm", 45)]
)
def test_a_height_is_typed_in_centimetres_or_millimetres(typed: str, millimetres: float) -> None:
    assert accepts(Height, typed) == millimetres


@pytest.mark.parametrize(
    "typed", ["5", "5 in", "5 m", "5,5 cm", "9 mm", "23 cm", "-5 cm", "٥ cm", "tall"]
)
def test_a_height_without_its_unit_or_beyond_a_page_is_refused(typed: str) -> None:
    assert refuses(Height, typed)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("yes", True), ("Yes", True), ("true", True), ("on", True), ("no", False), ("OFF", False)],
)
def test_a_switch_is_yes_or_no(typed: str, value: bool) -> None:
    assert accepts(Switch, typed) is value


@pytest.mark.parametrize("typed", ["", "y", "n", "1", "0", "maybe", "yes please"])
def test_a_switch_is_nothing_else(typed: str) -> None:
    assert refuses(Switch, typed)


@pytest.mark.parametrize(
    "typed", ["sources/phase-2.txt", "a b.txt", "x", "..a/b..", "données/é.txt"]
)
def test_a_path_leads_into_the_lessons_folder(typed: str) -> None:
    assert accepts(FilePath, typed) == typed


@pytest.mark.parametrize(
    "typed",
    ["/etc/passwd", "~/x", "../x", "a/../../x", "a/..", "C:\\x", "\\\\x", "file:x", "", " "],
)
def test_a_path_that_may_lead_elsewhere_is_refused(typed: str) -> None:
    assert refuses(FilePath, typed)


@pytest.mark.parametrize("typed", ["ukraine-1991", "A", "osce_2022", "a.b:c", "2014"])
def test_a_key_is_a_name_that_prose_can_cite(typed: str) -> None:
    assert accepts(Key, typed) == typed


@pytest.mark.parametrize("typed", ["", "-a", "a b", "a]", "@a", "a;b", "é", "a\n"])
def test_a_key_that_prose_could_not_cite_is_refused(typed: str) -> None:
    assert refuses(Key, typed)
