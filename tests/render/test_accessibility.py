"""Anyone can read it: the tag tree of real documents, after ISO 14289-1 (PDF/UA-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.printed import html_of, orders_of
from tests.render.conftest import FIRST_LESSON
from tests.render.on_page import words_of
from tests.render.sheets import edition_of
from tests.tag_tree import Tag, tag_tree

from broadsheet.compose.setting import Setting
from broadsheet.compose.sheet import Lens
from broadsheet.compose.worksheet import worksheet
from broadsheet.excerpt.numbered import numbered
from broadsheet.lesson.load import load
from broadsheet.locale.labels import labels_for
from broadsheet.prose.nodes import LineReference, PictureReference
from broadsheet.render.html.line_links import link_to, link_to_picture
from broadsheet.render.html.medium import Medium
from broadsheet.render.html.prose import words_of as words_of_prose


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


def content(kids: object, page: object = None) -> Iterator[tuple[object, int]]:
    """Yield the page and number of all marked content below `kids` in the order of the tag tree.

    The sign before an item of a list is left out: it hangs beside the words that it is drawn after.
    """
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield page, int(kid)
        elif isinstance(kid, pikepdf.Dictionary) and "/K" in kid and kid.S != "/Lbl":
            yield from content(kid.K, kid.Pg.objgen if "/Pg" in kid else page)


def test_who_reads_the_page_and_not_its_tags_hears_all_in_the_same_order(document: Path) -> None:
    with pikepdf.open(document) as pdf:
        told = list(content(pdf.Root.StructTreeRoot.K))
        assert told
        for page in pdf.pages:
            numbers = [number for on, number in told if on == page.objgen]
            assert numbers == sorted(numbers)


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


def test_a_question_is_one_paragraph_however_many_lines_it_takes(document: Path) -> None:
    lesson = load(FIRST_LESSON).lesson
    assert lesson is not None
    labels = labels_for(lesson.language)
    setting = Setting.of(lesson, {})
    asks = [
        words_of_prose(each.ask, labels)
        for section in worksheet(setting, edition_of("standard")).sections
        if isinstance(section, Lens)
        for each in section.questions
    ]
    read = ["".join(tag.words().split()) for tag in tag_tree(document).walk() if tag.name == "P"]
    assert asks
    assert ["".join(ask.split()) for ask in asks] == [
        text for text in read if text in {"".join(ask.split()) for ask in asks}
    ]


def test_an_address_is_one_link_however_many_lines_it_takes(document: Path) -> None:
    with pikepdf.open(document) as pdf:
        every = list(elements(pdf))
        assert every
        for element in every:
            kids: list[Any] = list(element.K) if isinstance(element.K, pikepdf.Array) else []
            for before, after in pairwise(kids):
                addresses = address_of(before), address_of(after)
                assert addresses == (None, None) or addresses[0] != addresses[1]


def address_of(element: Any) -> str | None:
    """Where a link leads outside of the document."""
    if isinstance(element, int) or element.get("/S") != "/Link":
        return None
    action = next(kid.Obj.get("/A") for kid in element.K if not isinstance(kid, int))
    return str(action.URI) if action is not None and "/URI" in action else None


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
        below = [title for title, _ in bookmarks(outline.root[0]) if not is_line(title)]
    assert top == headings[:1]
    assert len(below) == len(headings) - 1


def bookmarks(item: pikepdf.OutlineItem) -> Iterator[tuple[str, str]]:
    """Each bookmark below one, and that which it stands under."""
    for child in item.children:
        yield str(child.title), str(item.title)
        yield from bookmarks(child)


def is_line(title: str) -> bool:
    return re.fullmatch(r"line \d+", title) is not None


def test_each_question_has_a_bookmark_under_its_lens_and_each_line_under_its_text(
    worksheet: Path,
) -> None:
    lesson = load(FIRST_LESSON).lesson
    assert lesson is not None
    with pikepdf.open(worksheet) as pdf, pdf.open_outline() as outline:
        under = dict(bookmarks(outline.root[0]))
        (text,) = (item for item in outline.root[0].children if item.title == "Read the text")
        assert text.is_closed
    names = {"gist": "First reading", "synthesis": "Putting it together"}
    for each in lesson.questions.numbered():
        assert under[f"Question {each.number}"] == names.get(each.part, each.part.capitalize())
    lines = [title for title, around in under.items() if around == "Read the text"]
    assert lines == [f"line {line.number}" for line in numbered(lesson)[""].lines]


def test_a_reference_leads_to_the_top_of_its_line_and_says_which_in_words(
    worksheet: Path,
) -> None:
    with pikepdf.open(worksheet) as pdf:
        names = list(pdf.Root.Names.Dests.Names)
        places = {str(name): place for name, place in zip(names[::2], names[1::2], strict=True)}
        links = [note for page in pdf.pages for note in page.get("/Annots", []) if "/Dest" in note]
        said = {str(link.Contents).replace("\xa0", " "): link for link in links}
        assert said.keys() >= {"line 15", "lines 13–14"}
        link = said["line 15"]
        page, _, _, top, _ = places[str(link.Dest)]
        number = next(word for word in words_of(worksheet) if word.text == "15")
        assert pdf.pages[number.page].objgen == page.objgen
        assert float(pdf.pages[0].mediabox[3]) - float(top) == pytest.approx(number.top, abs=6)


def test_a_reference_leads_nowhere_where_its_line_or_picture_is_not_printed() -> None:
    english, printed = labels_for("en"), Medium(lines=frozenset({"B3"}))
    there, gone = (link_to(LineReference(line, 5, "B"), english, printed) for line in (3, 4))
    picture = link_to_picture(PictureReference("B"), english, printed)
    assert there.startswith('<a class="line-reference" href="#line-B3" title="lines\u00a0B3–B5">')
    assert not any("href" in each for each in (gone, picture))
    assert gone.striptags() == "lines B4–B5"


def test_references_lead_to_every_line_that_a_document_prints_and_to_no_other(
    tmp_path: Path,
) -> None:
    pair = FIRST_LESSON.with_name("how-big-a-republic-1787.yaml")
    kinds = set()
    for name, order in orders_of(pair, tmp_path).items():
        for html in html_of(order):
            there = set(re.findall(r' id="(line-[^"]+)"', html))
            led_to = set(re.findall(r'href="#(line-[^"]+)"', html))
            assert led_to <= there, name
            kinds.add((bool(there), bool(led_to), '<span class="line-reference">' in html))
    assert {(True, True, False), (True, True, True)} <= kinds


def test_the_address_of_a_source_and_of_a_work_is_a_link(document: Path) -> None:
    with pikepdf.open(document) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        addresses = {str(note.A.URI) for note in notes if "/A" in note}
    lesson = load(FIRST_LESSON).lesson
    assert lesson is not None
    works = {work.url for work in lesson.references.values() if work.url}
    expected = works if "notes" in document.name else {lesson.texts[""].url}
    assert {address.rstrip("/") for address in addresses} >= {
        str(address).rstrip("/") for address in expected
    }


def test_ruled_lines_leave_no_text_behind(worksheet: Path) -> None:
    assert "__" not in tag_tree(worksheet).words()


def questions_of(tree: Tag) -> list[str]:
    """The numbers of the questions in reading order."""
    return [
        tag.words().strip()
        for tag in tree.walk()
        if tag.name == "H3" and tag.words().strip().isdigit()
    ]


def test_questions_are_read_in_the_order_of_their_numbers(worksheet: Path) -> None:
    numbers = [int(number) for number in questions_of(tag_tree(worksheet))]
    assert numbers == list(range(1, len(numbers) + 1))
