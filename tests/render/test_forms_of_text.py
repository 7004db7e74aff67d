"""Verse, letters, lists and emphasis on the page: the same lines for everyone, tagged aright."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from tests.once import once
from tests.render.on_page import Word, words_of
from tests.render.sheets import MM, ROOT, Sheet, measure, numbering
from tests.tag_tree import tag_tree

from broadsheet.excerpt.numbered import numbered
from broadsheet.lesson.load import load
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

LESSON = Path(__file__).parents[1] / "lessons" / "mixed-forms.yaml"
UNPROVED = "Italics and bold follow the printed source; only the words were checked."
EDITIONS = ("standard", "supported", "large-print", "dyslexia-friendly")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "forms-of-text", print_forms) / "mixed-forms"


def print_forms(folder: Path) -> None:
    request = Request([LESSON], folder, date(2026, 11, 23), [Paper.A4], editions=list(EDITIONS))
    report = build(request)
    assert len(report.written) == 1 + len(EDITIONS), report.findings


def sheet(built: Path, edition: str) -> Path:
    name = "" if edition == "standard" else f"-{edition}"
    return built / f"mixed-forms-worksheet{name}-a4.pdf"


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_edition_numbers_the_sources_own_lines(built: Path, edition: str) -> None:
    lesson = load(LESSON).lesson
    assert lesson is not None
    shown = {line.number: line.text.split()[0] for line in numbered(lesson)[""].lines}
    words = words_of(sheet(built, edition))
    fifths = [number for number in shown if number % 5 == 0]
    assert len(fifths) > 2

    for number in fifths:
        marks = [word for word in words if word.text == str(number) and word.left < 70]
        after = [[word for word in words if word.is_beside(mark)] for mark in marks]
        nearest = [" ".join(word.text for word in sorted(row, key=_left)) for row in after]
        assert any(row.startswith(f"{number} ") and shown[number] in row for row in nearest)


def _left(word: Word) -> float:
    return word.left


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_tag_tree_has_the_shapes_of_the_text(built: Path, edition: str) -> None:
    tags = list(tag_tree(sheet(built, edition)).walk())

    headings = [tag.words().strip() for tag in tags if tag.name == "H3"]
    assert [words for words in headings if not words.isdecimal()] == ["Who signed"], "or a question"
    (apart,) = [tag for tag in tags if tag.name == "BlockQuote"]
    assert apart.words().strip() == "A pedestrian has no horn to blow."
    items = [tag.words() for tag in tags if tag.name == "LI"]
    assert any("Fifty people signed" in words for words in items)
    stanza = next(tag for tag in tags if tag.name == "P" and "O square" in tag.words())
    assert stanza.words().strip().endswith("Who parks?")


def test_a_sheet_tells_a_student_nothing_of_our_transcription(built: Path) -> None:
    words = " ".join(word.text for word in words_of(sheet(built, "standard")))

    assert UNPROVED not in words


@pytest.mark.parametrize(
    ("name", "data", "says_so"),
    [
        ("page.md", "we count *men*", False),
        ("page.md", "we count men", True),
        ("page.html", "we count <em>men</em>", False),
        ("page.html", "we <b>count</b> men", True),
        ("page.txt", "we count men", True),
    ],
)
def test_what_the_sources_own_file_emphasises_is_proved(
    tmp_path: Path, name: str, data: str, says_so: bool
) -> None:
    lesson = (LESSON.parent / "near" / "emphasis-not-in-source.yaml").read_text("utf-8")
    lesson = lesson.replace("with-emphasis.md", name).replace("**", "")
    whole = (LESSON.parent / "near" / "sources" / "with-emphasis.md").read_text("utf-8")
    whole = whole.replace("we count *men*", data).replace("**", "")
    if name.endswith("html"):
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in whole.split("\n\n"))
        whole = f"<html lang=en><body><article>{paragraphs}</article></body></html>"
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / name).write_text(whole, "utf-8")
    (tmp_path / "bridge.yaml").write_text(lesson, "utf-8")
    request = Request([tmp_path / "bridge.yaml"], tmp_path, date(2026, 11, 23), [Paper.A4])

    report = build(request)

    assert len(report.written) == 2, report.findings
    printed = words_of(tmp_path / "bridge" / "bridge-teacher-notes-a4.pdf")
    assert (UNPROVED in " ".join(word.text for word in printed)) is says_so


VERSE = ROOT / "lessons" / "ant-and-cricket-1912.yaml"
IN_VERSE = ("fillable", "large-print", "large-print-24")
"""Editions whose lines of verse turn over, fixed and flowing, where one page ends."""
SQUARE = 0.655 / 1.424
"""How high the square of the sign ☐ is, by the height of its face's lines."""


@pytest.fixture(scope="module")
def of_verse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "verse", print_verse)


def print_verse(folder: Path) -> None:
    request = Request(
        [VERSE],
        folder,
        date(2026, 11, 23),
        list(Paper),
        editions=list(IN_VERSE),
        documents=["worksheet"],
    )
    assert len(build(request).written) == len(IN_VERSE) * len(Paper)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("edition", IN_VERSE)
def test_a_line_of_verse_is_not_parted_and_no_stanza_leaves_a_line_alone_on_a_page(
    of_verse: Path, edition: str, paper: Paper
) -> None:
    sheet = Sheet(VERSE, edition, paper.value, of_verse)
    found = numbering(sheet)
    rows = list(zip(found.words, found.printed, strict=True))
    pages = {
        start: {words[0].page for words, (begins, _) in rows if start <= begins < end}
        for start, end in pairwise([*found.starts.values(), len(found.text)])
    }
    assert {len(of_line) for of_line in pages.values()} == {1}
    for first, end in pairwise([*sorted(found.paragraphs), len(found.text)]):
        stanza = [of_line for start, of_line in pages.items() if first <= start < end]
        assert stanza[0] == stanza[1]
        assert stanza[-2] == stanza[-1]


@pytest.mark.parametrize("edition", IN_VERSE)
def test_a_box_to_tick_is_no_lower_than_a_capital_beside_it(of_verse: Path, edition: str) -> None:
    sheet = Sheet(VERSE, edition, "a4", of_verse)
    boxes = [SQUARE * (word.bottom - word.top) for word in sheet.words if word.text == "☐"]
    capital = 0.7 * measure(sheet.edition, "size-body", "10pt")
    assert all(side >= max(4 * MM, capital) for side in boxes)
    assert boxes or sheet.edition.form
