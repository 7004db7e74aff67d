"""From a composed document to Word's file: its sections in order, on its paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from broadsheet.locale.labels import Labels
from broadsheet.plain import Record, kind_of
from broadsheet.render.arrived import file_of, foot_of, labels_of
from broadsheet.render.docx.blocks import joined
from broadsheet.render.docx.faces import font_table
from broadsheet.render.docx.measures import Measures
from broadsheet.render.docx.notes import NotesWriter
from broadsheet.render.docx.numbering import numbering
from broadsheet.render.docx.package import own_properties, packed, program, properties
from broadsheet.render.docx.page import Page, footer, section, settings
from broadsheet.render.docx.sheet import SheetWriter
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.slips import slips
from broadsheet.render.docx.styles import styles
from broadsheet.render.docx.writer import Writer
from broadsheet.render.docx.xml import part, tag
from broadsheet.render.manuscript import BookletManuscript, Manuscript, Origin
from broadsheet.render.renderer import Rendered
from broadsheet.school.paper import Paper
from broadsheet.theme.look import ThemeError

_FOR_TEACHERS: Final = ("teacher_notes", "answer_key")
_BREAKS: Final = {"verso": "evenPage", "recto": "oddPage"}


def render(manuscript: Manuscript | BookletManuscript) -> Rendered:
    """Write a document as Word's file. Raises ThemeError where a picture can't be shown."""
    if isinstance(manuscript, BookletManuscript):
        raise ThemeError("a booklet is bound as PDF, and is no file of Word's")
    document = manuscript.document
    labels = labels_of(document.labels)
    for_teachers = document.name in _FOR_TEACHERS
    measures = Measures.of(manuscript.look, f"{file_of(document)}.css", document.layout)
    page = Page.of(
        Paper(manuscript.paper or Paper.A4.value),
        measures,
        for_teachers=for_teachers,
        has_foot=document.name != "exit_slips",
    )
    sizes = Sizes.of(measures, labels, page.width, for_teachers=for_teachers)
    writer = Writer(labels, sizes, manuscript.images, frozenset(_lines_in(document)))
    for name in ("styles", "settings", "numbering", "fontTable"):
        writer.links.to(name, f"{name}.xml")
    body = _body(writer, document, page)
    return Rendered(packed(_parts(writer, document, labels, body, manuscript.origin), writer.links))


def _parts(
    writer: Writer, document: Record, labels: Labels, body: bytes, origin: Origin | None
) -> dict[str, bytes]:
    sizes = writer.sizes
    return {
        "docProps/core.xml": properties(document.title, document.summary, labels.language),
        "docProps/app.xml": program(),
        "docProps/custom.xml": own_properties(told_of(origin)),
        "word/document.xml": body,
        "word/styles.xml": styles(sizes),
        "word/settings.xml": settings(labels),
        "word/numbering.xml": numbering(writer.lists),
        "word/fontTable.xml": font_table((sizes.text, sizes.label)),
        "word/footer1.xml": footer(writer, foot_of(document, labels)),
        **writer.media,
    }


def told_of(origin: Origin | None) -> Mapping[str, str]:
    """What a file says of where it comes from, as properties of our own."""
    if origin is None:
        return {}
    return {
        "Broadsheet lesson": origin.lesson,
        "Broadsheet document": origin.document,
        "Broadsheet edition": origin.edition,
        "Broadsheet questions": ",".join(map(str, origin.questions)),
    }


def _body(writer: Writer, document: Record, page: Page) -> bytes:
    footer_link = writer.links.to("footer", "footer1.xml")
    blocks: list[str] = []
    kind = "nextPage"
    for it, written in _sections(writer, document, page):
        opening = it.opening if "opening" in it else ""
        if opening and blocks:
            ends = section(page, writer, footer_link, kind)
            blocks.append(tag("p", tag("pPr", tag("pStyle", val="BroadsheetGap"), ends)))
            kind = _BREAKS[opening]
        blocks += written
    last = section(page, writer, footer_link, kind)
    return part("document", [tag("body", *joined(blocks, ends=True), last)])


def _sections(writer: Writer, document: Record, page: Page) -> Iterator[tuple[Record, list[str]]]:
    sheet = SheetWriter(writer, document.layout)
    notes = NotesWriter(writer)
    for it in document.sections:
        name = kind_of(it)
        if name == "Slips":
            yield it, slips(sheet, it, page.height)
        elif name in notes.kinds:
            yield it, notes.write(it)
        else:
            yield it, sheet.write(it)


def _lines_in(document: Record) -> Iterator[str]:
    """The numbered lines that a document prints."""
    for it in document.sections:
        if kind_of(it) in ("Reading", "Excerpt"):
            text: Any = it.text
            for paragraph in text.paragraphs:
                yield from (f"{text.label}{line.number}" for line in paragraph.lines)
