"""An edition is data: how a worksheet is set for a reader."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.findings import Finding
from broadsheet.school.edition import WORDS_PER_LINE, Edition, edition_named
from broadsheet.school.style import MEASURES
from broadsheet.theme import OURS, STANDARD, Theme
from broadsheet.theme.look import Look
from broadsheet.theme.measures import measures_of


def shipped(name: str) -> Edition:
    edition, findings = edition_named(name, Theme())
    assert edition is not None
    assert findings == []
    return edition


def test_every_edition_that_ships_is_found_by_its_file() -> None:
    files = (OURS / "editions").glob("*.yaml")
    assert Theme().editions == tuple(sorted(file.stem for file in files))
    assert STANDARD in Theme().editions


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
    assert min(float(style[part].removesuffix("pt")) for part in read) >= size


def test_an_edition_of_a_schools_own_is_named_by_its_file_in_the_lessons_language() -> None:
    edition = Edition(title={"en": "large print", "de": "Großdruck"})
    assert edition.title_in("de-AT") == "Großdruck"
    assert edition.title_in("uk") == ""
    assert shipped("large-print").name == "large-print"


def test_an_edition_that_no_folder_has_is_not_found() -> None:
    with pytest.raises(FileNotFoundError):
        edition_named("braille", Theme())


GUIDE = (Path(__file__).parents[2] / "docs" / "editions.md").read_text("utf-8")


@pytest.mark.parametrize("name", Theme().editions)
def test_the_guide_describes_every_edition(name: str) -> None:
    assert f"| `{name}` |" in GUIDE


@pytest.mark.parametrize("key", Edition.model_fields)
def test_the_guide_describes_every_key(key: str) -> None:
    assert re.search(rf"\| .*`{key}`.* \|", GUIDE)


BY_AGE = {"scale", "measure"}
"""What the ages of a lesson set, and no edition does."""
ELSEWHERE = {"furniture-size", "kicker-spacing", "page-head", "page-foot", "screen-spacing"}
"""What an edition sets, and no style sheet sets for all of a document."""


def test_the_guide_names_every_measure_and_no_other() -> None:
    measures = set(measures_of(Look()))
    listed = GUIDE.partition("`style` sets custom properties")[2].partition("\n\n")[0]
    named = set(re.findall(r"`([a-z-]+)`", listed))
    assert named == measures - BY_AGE | ELSEWHERE
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


@pytest.fixture
def edition_with(tmp_path: Path) -> Callable[[str], list[Finding]]:
    """The findings of an edition that sets these measures."""
    (tmp_path / "editions").mkdir()

    def of(style: str) -> list[Finding]:
        (tmp_path / "editions" / "evening.yaml").write_text(f"style:\n  {style}\n", "utf-8")
        return edition_named("evening", Theme.over(tmp_path))[1]

    return of


WITHIN = [
    "/*",
    "*/",
    ";",
    "}",
    "{",
    "<",
    ">",
    "\\",
    "@",
    "(",
    ")",
    "url(x)",
    "calc(1pt)",
    "!important",
]


@pytest.mark.parametrize("name", [*MEASURES, "a-measure-of-our-own"])
@pytest.mark.parametrize("sign", WITHIN)
def test_no_measure_takes_what_would_reach_beyond_it(
    edition_with: Callable[[str], list[Finding]], name: str, sign: str
) -> None:
    for value in (f"11pt {sign}", f"{sign}11pt", f"normal{sign}", f"Sans{sign}, x", sign):
        (finding,) = edition_with(f"{name}: {json.dumps(value)}")
        assert (finding.code, finding.place and finding.place.line) == ("wrong-kind", 2)


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("size-body: 11", "a size of type"),
        ("size-body: 0pt", "a size of type"),
        ("size-body: -11pt", "a size of type"),
        ("size-body: 999pt", "a size of type"),
        ("size-body: 1e9pt", "a size of type"),
        ("size-body: large", "a size of type"),
        ("page-foot: 14 mm", "a length"),
        ("page-foot: 990mm", "a length"),
        ("leading: 15pt", "a number from 0.8 to 4"),
        ("leading: inf", "a number"),
        ("capitals: small", "`none`, `uppercase`"),
        ("emphasis-weight: '6000'", "`normal`, `bold`"),
        ("choice-width: 490%", "a part of the line"),
        ("choice-width: '49'", "a part of the line"),
        ("points-position: fixed", "`absolute`"),
        ("hair: thin solid", "a width, a style"),
        ("hair: 1pt solid solid", "a width, a style"),
        ("text: '\"Broadsheet Sans'", "names of faces"),
        ("text: Sans,, Serif", "names of faces"),
    ],
)
def test_a_measure_takes_its_own_kind_of_value(
    edition_with: Callable[[str], list[Finding]], style: str, told: str
) -> None:
    (finding,) = edition_with(style)
    assert f"takes {told}" in finding.message
    assert finding.hint.startswith("write, say, ")


@pytest.mark.parametrize(
    "style",
    [
        "size-body: 11.5pt",
        "size-body: 4mm",
        "gloss-size: .9em",
        "room-gap: 0",
        "letter-spacing: -0.01em",
        "word-spacing: normal",
        "leading: '1.35'",
        "hair: '0.6pt solid #000'",
        "bar: none",
        "text: Atkinson Hyperlegible, \"Noto Serif\", 'Früh', serif",
        "choice-width: 49%",
        "emphasis-weight: '600'",
        "stripe: '#eee'",
        "stripe: 3mm",
        "stripe: bold",
    ],
)
def test_what_a_style_sheet_can_use_is_taken(
    edition_with: Callable[[str], list[Finding]], style: str
) -> None:
    assert edition_with(style) == []


def test_every_wrong_measure_is_told_in_one_run(
    edition_with: Callable[[str], list[Finding]],
) -> None:
    found = edition_with("size-body: big\n  leading: 3\n  hair: thin")
    assert [finding.place and finding.place.line for finding in found] == [2, 4]


@pytest.mark.parametrize(
    ("typed", "meant"), [("size-boddy", "size-body"), ("sise-body", "size-body"), ("hiar", "hair")]
)
def test_a_misspelt_measure_is_told_with_the_one_that_is_meant(
    edition_with: Callable[[str], list[Finding]], typed: str, meant: str
) -> None:
    value = "bar" if meant == "hair" else "11pt"
    (finding,) = edition_with(f"{typed}: {value}")

    assert finding.code == "unknown-key"
    assert f"did you mean `{meant}`?" in finding.hint


def test_every_measure_of_the_style_sheets_has_a_kind() -> None:
    base = (OURS / "styles" / "base.css").read_text("utf-8")
    measures = set(re.findall(r"^  --([a-z-]+):", base, re.MULTILINE))
    assert measures - BY_AGE | ELSEWHERE <= set(MEASURES)
