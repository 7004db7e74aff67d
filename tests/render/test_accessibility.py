"""Anyone can read it: the tag tree of real documents, after ISO 14289-1 (PDF/UA-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
from tests.render.conftest import FIRST_LESSON
from tests.tag_tree import Tag, tag_tree

from broadsheet.excerpt.numbered import numbered
from broadsheet.lesson.load import load


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield every structure element that the root reaches."""
    pending = [pdf.Root.StructTreeRoot.K]
    while pending:
        item = pending.pop()
        if isinstance(item, pikepdf.Array):
            pending.extend(item)
        elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
            yield item
            if "/K" in item:
                pending.append(item.K)


def test_a_document_names_its_language_and_title_and_declares_pdf_ua(document: Path) -> None:
    with pikepdf.open(document) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]).startswith("Where does the report end")
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"].startswith("Where does the report end")


def test_headings_begin_with_one_h1_and_skip_no_level(document: Path) -> None:
    levels = [
        int(tag.name[1]) for tag in tag_tree(document).walk() if re.fullmatch(r"H\d", tag.name)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_header_cell_has_a_scope(document: Path) -> None:
    with pikepdf.open(document) as pdf:
        scopes = [str(item.A.Scope) for item in elements(pdf) if item.S == "/TH"]
    assert scopes
    assert set(scopes) <= {"/Column", "/Row"}


def test_row_headings_have_the_scope_of_their_row(worksheet: Path) -> None:
    with pikepdf.open(worksheet) as pdf:
        rows = [item for item in elements(pdf) if item.S == "/TH" and item.A.Scope == "/Row"]
    assert len(rows) >= 4


def test_each_paragraph_of_the_excerpt_is_one_paragraph_of_the_tag_tree(document: Path) -> None:
    lesson = load(FIRST_LESSON).lesson
    assert lesson is not None
    wanted = [paragraph.text for paragraph in numbered(lesson)[""].paragraphs]
    read = [tag.words().strip() for tag in tag_tree(document).walk() if tag.name == "P"]
    assert [text for text in read if text in wanted] == wanted


def test_numbers_of_lines_are_artifacts_and_are_not_read_aloud(worksheet: Path) -> None:
    reading = next(
        tag
        for tag in tag_tree(worksheet).walk()
        if tag.name == "Sect" and "Read the text" in tag.words()
    )
    assert not re.search(r"\b(5|10|15|20|25)\b", reading.words())
    with pikepdf.open(worksheet) as pdf:
        assert b"/Artifact" in pdf.pages[0].Contents.read_bytes()


def test_running_furniture_is_not_read_aloud(document: Path) -> None:
    assert not re.search(r"· \d+ / \d+", tag_tree(document).words())


def test_lists_are_made_of_items_with_bodies(document: Path) -> None:
    lists = [tag for tag in tag_tree(document).walk() if tag.name == "L"]
    assert lists
    for found in lists:
        assert {item.name for item in found.children} == {"LI"}
        assert all("LBody" in {part.name for part in item.children} for item in found.children)


def test_tables_are_rectangular(document: Path) -> None:
    tables = [tag for tag in tag_tree(document).walk() if tag.name == "Table"]
    assert tables
    for table in tables:
        rows = [tag for tag in table.walk() if tag.name == "TR"]
        assert len({len(row.children) for row in rows}) == 1


def test_bookmarks_name_the_headings(document: Path) -> None:
    headings = [tag.words() for tag in tag_tree(document).walk() if re.fullmatch(r"H\d", tag.name)]
    with pikepdf.open(document) as pdf, pdf.open_outline() as outline:
        top = [str(item.title) for item in outline.root]
        below = [str(child.title) for item in outline.root for child in item.children]
    assert top == headings[:1]
    assert len(below) == len(headings) - 1


def test_ruled_lines_leave_no_text_behind(worksheet: Path) -> None:
    assert "__" not in tag_tree(worksheet).words()


def questions_of(tree: Tag) -> list[str]:
    """The numbers of the questions in reading order."""
    return [
        tag.words().strip()
        for tag in tree.walk()
        if tag.name == "P" and tag.words().strip().isdigit()
    ]


def test_questions_are_read_in_the_order_of_their_numbers(worksheet: Path) -> None:
    numbers = [int(number) for number in questions_of(tag_tree(worksheet))]
    assert numbers == list(range(1, len(numbers) + 1))
