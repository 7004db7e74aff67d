"""The forms of dates and references, by language."""

from __future__ import annotations

import pytest

from broadsheet.locale.labels import labels_for
from broadsheet.reading.dates import PartialDate


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "8 March 1924"),
        ("en-GB", "8 March 1924"),
        ("en-US", "March 8, 1924"),
        ("de", "8. März 1924"),
        ("fr", "8 mars 1924"),
        ("es", "8 de marzo de 1924"),
        ("uk", "8 березня 1924\u202fр."),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language: str, written: str) -> None:
    said = labels_for(language).date(PartialDate(1924, 3, 8))
    assert said.replace("\u00a0", "\u202f") == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "March 1924"), ("de", "März 1924"), ("es", "marzo de 1924"), ("fr", "mars 1924")],
)
def test_a_month_is_written_without_a_day(language: str, written: str) -> None:
    assert labels_for(language).date(PartialDate(1924, 3)) == written


def test_a_year_alone_is_a_number() -> None:
    assert labels_for("en").date(PartialDate(1924)) == "1924"


def test_lines_are_referred_to_one_or_several_and_never_part_from_their_number() -> None:
    labels = labels_for("en")
    assert labels.lines(7, 7) == "line\u00a07"
    assert labels.lines(20, 24) == "lines\u00a020–24"
    assert labels.lines(3, 3, "B") == "line\u00a0B3"
    assert labels.lines(6, 7, "B") == "lines\u00a0B6–B7"


@pytest.mark.parametrize("language", ["en-ZZ", "de-CH-1996", "fr-x-school", "EN"])
def test_a_region_that_nobody_knows_is_served_by_its_language(language: str) -> None:
    labels = labels_for(language)
    assert labels.locale.language == language[:2].lower()


def test_a_language_without_a_file_is_told_apart() -> None:
    with pytest.raises(LookupError):
        labels_for("eo")
