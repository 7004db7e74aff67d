"""An edition is data: how a worksheet is set for a reader."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.school.edition import WORDS_PER_LINE, Edition, edition_named
from broadsheet.theme import OURS, Theme


def shipped(name: str) -> Edition:
    edition, findings = edition_named(name, Theme())
    assert edition is not None
    assert findings == []
    return edition


def test_the_editions_that_ship() -> None:
    assert Theme().editions == (
        "core",
        "dyslexia-friendly",
        "fillable",
        "large-print",
        "large-print-24",
        "standard",
        "supported",
    )


@pytest.mark.parametrize(
    ("name", "asked", "ruled"),
    [
        ("standard", 4, 4),
        ("core", 4, 4),
        ("supported", 4, 5),
        ("dyslexia-friendly", 8, 9),
        ("large-print", 4, 6),
        ("large-print", 3, 5),
        ("large-print-24", 5, 9),
    ],
)
def test_larger_handwriting_gets_more_lines(name: str, asked: int, ruled: int) -> None:
    assert shipped(name).ruled_lines(asked) == ruled


@given(asked=st.integers(0, 40), words=st.integers(2, 20))
def test_the_lines_of_an_edition_hold_at_least_the_words_that_the_lesson_gives_room_for(
    asked: int, words: int
) -> None:
    lines = Edition(words_per_line=words).ruled_lines(asked)
    assert lines * words >= asked * WORDS_PER_LINE > (lines - 1) * words or asked == lines == 0
    assert lines == math.ceil(asked * WORDS_PER_LINE / words)


@pytest.mark.parametrize("name", ["large-print", "large-print-24", "dyslexia-friendly"])
def test_larger_type_flows_and_is_sans_upright_and_not_in_capitals(name: str) -> None:
    edition = shipped(name)
    assert edition.lines == "flowing"
    # Atkinson Hyperlegible Next as it is, or with space after its letters.
    face = edition.style["text"].partition(",")[0]
    assert face in ('"Atkinson Hyperlegible Next"', '"Broadsheet Spaced"')
    assert edition.style["emphasis-style"] == "normal"
    assert edition.style["capitals"] == "none"


@pytest.mark.parametrize(("name", "size"), [("large-print", 18), ("large-print-24", 24)])
def test_nothing_that_a_student_reads_in_large_print_is_smaller_than_its_size(
    name: str, size: int
) -> None:
    style = shipped(name).style
    read = ("size-body", "size-small", "size-tiny", "gloss-size", "excerpt-size", "size-head")
    assert all(float(style[part].removesuffix("pt")) >= size for part in read)


def test_an_edition_of_a_schools_own_is_named_by_its_file_in_the_lessons_language() -> None:
    edition = Edition(title={"en": "large print", "de": "Großdruck"})
    assert edition.title_in("de-AT") == "Großdruck"
    assert edition.title_in("uk") == ""
    assert shipped("large-print").name == "large-print"


def test_an_edition_that_no_folder_has_is_not_found() -> None:
    with pytest.raises(FileNotFoundError):
        edition_named("braille", Theme())


GUIDE = (Path(__file__).parents[2] / "docs" / "editions.md").read_text("utf-8")


def test_the_guide_describes_every_edition_and_every_key() -> None:
    assert all(f"| `{name}` |" in GUIDE for name in Theme().editions)
    assert all(re.search(rf"\| .*`{key}`.* \|", GUIDE) for key in Edition.model_fields)


def test_the_guide_names_every_measure_and_no_other() -> None:
    base = (OURS / "styles" / "base.css").read_text("utf-8")
    measures = set(re.findall(r"^  --([a-z-]+):", base, re.MULTILINE))
    listed = GUIDE.partition("`style` sets custom properties")[2].partition("\n\n")[0]
    named = set(re.findall(r"`([a-z-]+)`", listed))
    assert named == measures | {"furniture-size", "page-head", "page-foot"}
    for name in Theme().editions:
        assert set(shipped(name).style) <= named, name


def test_the_guides_example_is_an_edition(tmp_path: Path) -> None:
    example = GUIDE.partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "evening.yaml").write_text(example, "utf-8")
    edition, findings = edition_named("evening", Theme.over(tmp_path))
    assert findings == []
    assert edition is not None
    assert edition.title_in("de") == "Abendkurs"
