"""What is said of the picture of a source."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from tests.check.conftest import Say

from broadsheet.check import pictures
from broadsheet.findings import Finding

ALT = "A narrow bridge with eleven wagons on it; on the bank, eight people wait in a row."


@pytest.fixture(autouse=True)
def images(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    Image.new("1", (1100, 550)).save(tmp_path / "images" / "wide.png")
    Image.new("1", (600, 1200)).save(tmp_path / "images" / "tall.png")
    Image.new("1", (500, 250)).save(tmp_path / "images" / "small.png")


def told(
    say: Say, file: str = "wide.png", alt: str = ALT, rights: str = "Public domain"
) -> list[Finding]:
    picture = (
        f"  picture:\n    file: images/{file}\n    alt: {alt}\n"
        f'    credit: "Drawing: The Gazette"\n    rights: {rights}\n  excerpt: |'
    )
    return say(("  excerpt: |", picture))


def test_a_picture_that_is_described_free_and_fine_enough_is_left_alone(say: Say) -> None:
    assert told(say) == []


def test_a_tall_picture_needs_fewer_pixels_since_it_is_printed_narrower(say: Say) -> None:
    assert told(say, "tall.png") == []


def test_a_coarse_picture_is_told_with_the_pixels_that_it_needs(say: Say) -> None:
    (finding,) = told(say, "small.png")

    assert finding.code == "picture-too-coarse"
    assert "500 × 250" in finding.message
    assert "1052 pixels" in finding.hint


@pytest.mark.parametrize("alt", ["a cartoon", "wide.png", "Drawing: The Gazette"])
def test_a_description_that_only_names_the_picture_is_told(say: Say, alt: str) -> None:
    assert [each.code for each in told(say, alt=f'"{alt}"')] == ["picture-thinly-described"]


@pytest.mark.parametrize("rights", ["© 2019 The Gazette", "unknown", "Alle Rechte vorbehalten"])
def test_rights_without_a_permission_are_told(say: Say, rights: str) -> None:
    assert [each.code for each in told(say, rights=rights)] == ["picture-not-free"]


@pytest.mark.parametrize("rights", ["© 2019 The Gazette, CC BY 4.0", "gemeinfrei", "Public domain"])
def test_rights_that_name_a_permission_are_left_alone(say: Say, rights: str) -> None:
    assert told(say, rights=rights) == []


@pytest.mark.parametrize(
    ("file", "code"), [("missing.png", "image-missing"), ("../out.png", "wrong-kind")]
)
def test_a_picture_is_read_from_the_lessons_folder_alone(say: Say, file: str, code: str) -> None:
    assert code in [each.code for each in told(say, file)]


def test_a_question_that_points_at_the_picture_is_bound_to_it(say: Say) -> None:
    picture = (
        f"  picture:\n    file: images/wide.png\n    alt: {ALT}\n"
        '    credit: "Drawing: The Gazette"\n    rights: Public domain\n  excerpt: |'
    )
    asked = "((a warehouse with a fountain))"

    assert say(("  excerpt: |", picture), (asked, "((#picture))")) == []
    assert [each.code for each in say((asked, "((#picture))"))] == ["quotation-malformed"]


def test_a_picture_is_measured_as_large_as_the_style_sheet_prints_it() -> None:
    assert pictures.largest() == pytest.approx((210 - 2 * 16, 95))
