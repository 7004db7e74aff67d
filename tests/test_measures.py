"""What a document's style sheets set, told to whatever else must know it."""

from __future__ import annotations

import pytest

from broadsheet.theme.look import Look
from broadsheet.theme.measures import POINTS, Margins, in_points, margins_of, measures_of


def look(base: str, own: str = "") -> Look:
    return Look({"styles/base.css": base.encode(), "styles/own.css": own.encode()})


def test_a_sheet_of_a_documents_own_is_asked_before_that_of_all() -> None:
    of_both = look(":root { --bar: 1pt; --hair: 2pt; }", ":root { --bar: 3pt; }")
    assert measures_of(of_both, "own.css") == {"bar": "3pt", "hair": "2pt"}
    assert measures_of(of_both) == {"bar": "1pt", "hair": "2pt"}


def test_nothing_is_read_from_a_comment() -> None:
    said = (
        "/* :root { --bar: 9pt; } @page { margin: 9mm } */ :root { /* --bar: 8pt; */ --bar: 1pt; }"
    )
    assert measures_of(look(said)) == {"bar": "1pt"}
    assert margins_of(look(said)) == margins_of(Look())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("3pt", Margins(3, 3, 3)),
        ("3pt 4pt", Margins(3, 4, 3)),
        ("3pt 4pt 5pt", Margins(3, 4, 5)),
        ("3pt 4pt 5pt 6pt", Margins(3, 4, 5)),
        ("0", Margins(0, 0, 0)),
    ],
)
def test_margins_are_told_as_css_completes_them(typed: str, told: Margins) -> None:
    assert margins_of(look(f"@page {{ size: A4; margin: {typed} }}")) == told


def test_margins_that_cannot_be_told_are_those_of_our_own_sheet() -> None:
    ours = margins_of(Look())
    assert margins_of(look("@page { margin: var(--around) }")) == ours
    assert ours.beside == pytest.approx(16 * POINTS["mm"])
    assert margins_of(Look(), "teacher-notes.css").beside == pytest.approx(12 * POINTS["mm"])


@pytest.mark.parametrize(
    ("length", "points"),
    [("1in", 72), ("2.5em", 30), (".5pt", 0.5), ("0", 0), ("7", None), ("solid", None)],
)
def test_a_length_is_told_in_points(length: str, points: float | None) -> None:
    assert in_points(length, em=12) == points
