"""Names of files are made and told in one place."""

from __future__ import annotations

import pytest

from broadsheet.orders.names import name_of, names_after
from broadsheet.orders.order import Document, Format, Whole
from broadsheet.orders.table import TABLE, Table
from broadsheet.school.edition import Edition
from broadsheet.school.paper import Paper

WORKSHEET = TABLE.document("worksheet")
NOTES = TABLE.document("teacher-notes")
SLIDES = TABLE.document("slides")
PDF = next(form for form in TABLE.formats if form.name == "pdf")
WORD = Format("docx", "nowhere", on_paper=False)


@pytest.mark.parametrize(
    ("document", "edition", "paper", "form", "name"),
    [
        (NOTES, None, Paper.LETTER, PDF, "bridge-teacher-notes-letter.pdf"),
        (WORKSHEET, "standard", Paper.A4, PDF, "bridge-worksheet-a4.pdf"),
        (WORKSHEET, "large-print", Paper.A4, PDF, "bridge-worksheet-large-print-a4.pdf"),
        (SLIDES, None, None, PDF, "bridge-slides.pdf"),
        (SLIDES, None, None, WORD, "bridge-slides.docx"),
        (WORKSHEET, "standard", None, WORD, "bridge-worksheet.docx"),
        (WORKSHEET, "core", None, WORD, "bridge-worksheet-core.docx"),
    ],
)
def test_a_file_is_named_after_lesson_document_edition_and_paper(
    document: Document, edition: str | None, paper: Paper | None, form: Format, name: str
) -> None:
    set_in = Edition().called(edition) if edition else None
    assert name_of("bridge", document, set_in, paper, form) == name
    table = Table(TABLE.documents, (PDF, WORD))
    assert names_after("bridge", table).fullmatch(name)


@pytest.mark.parametrize(
    "name",
    [
        "bridge-worksheet.pdf",
        "bridge-slides-a4.pdf",
        "bridge-worksheet-a4.docx",
        "bridge-teacher-notes-core-a4.pdf",
        "bridges-worksheet-a4.pdf",
        "bridge-worksheet-a4.pdf.bak",
    ],
)
def test_what_is_named_otherwise_is_not_taken_for_ours(name: str) -> None:
    assert not names_after("bridge", Table(TABLE.documents, (PDF,))).fullmatch(name)


def test_no_two_rows_of_the_table_have_one_name() -> None:
    for rows in (TABLE.documents, TABLE.formats):
        names = [row.name for row in rows]
        assert len(names) == len(set(names))


def test_a_booklet_binds_a_document_of_lessons() -> None:
    bound = [TABLE.document(row.binds) for row in TABLE.documents if row.of is Whole.UNIT]
    assert bound
    assert {row.of for row in bound} == {Whole.LESSON}
