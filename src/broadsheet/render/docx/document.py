"""From a composed document to Word's file: its sections in order, on its paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from docx.document import Document
from docx.enum.section import WD_SECTION

from broadsheet.plain import Record, kind_of
from broadsheet.render.arrived import file_of, foot_of, labels_of
from broadsheet.render.docx.blocks import GAP, Block
from broadsheet.render.docx.faces import set_font_table
from broadsheet.render.docx.measures import Measures
from broadsheet.render.docx.notes import NotesWriter
from broadsheet.render.docx.numbering import set_numbering
from broadsheet.render.docx.package import empty, packed, tell
from broadsheet.render.docx.page import Page, foot, set_settings
from broadsheet.render.docx.pieces import PieceSetter
from broadsheet.render.docx.sheet import SheetWriter
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.styles import set_styles
from broadsheet.render.docx.typeset import Typesetter
from broadsheet.render.manuscript import BookletManuscript, Manuscript, Origin
from broadsheet.render.renderer import Rendered
from broadsheet.school.paper import Paper
from broadsheet.theme.look import ThemeError

_FOR_TEACHERS: Final = ("teacher_notes", "answer_key")
_BREAKS: Final = {"verso": WD_SECTION.EVEN_PAGE, "recto": WD_SECTION.ODD_PAGE}


def render(manuscript: Manuscript | BookletManuscript) -> Rendered:
    """Write a document as Word's file. Raises ThemeError where a picture can't be shown."""
    if isinstance(manuscript, BookletManuscript):
        raise ThemeError("a booklet is bound as PDF, and is no file of Word's")
    document = manuscript.document
    labels, for_teachers = labels_of(document.labels), document.name in _FOR_TEACHERS
    has_foot = document.name != "exit_slips"
    measures = Measures.of(manuscript.look, f"{file_of(document)}.css", document.layout)
    paper = Paper(manuscript.paper or Paper.A4.value)
    page = Page.of(paper, measures, has_foot=has_foot)
    sizes = Sizes.of(measures, labels, page.width, for_teachers=for_teachers)

    file = empty(document.title, document.summary, labels.language)
    tell(file, told_of(manuscript.origin))
    set_settings(file, labels)
    set_styles(file, sizes)
    set_font_table(file, (sizes.text, sizes.label))
    pieces = PieceSetter(file, sizes, manuscript.images, frozenset(document.places.lines))
    typesetter = Typesetter(pieces)
    section = file.sections[0]
    page.set(section, is_mirrored=typesetter.is_mirrored)
    if has_foot:
        (written,) = section.footer.paragraphs
        typesetter.fill(foot(foot_of(document, labels), labels, page.width), written)
    _set_sections(file, typesetter, _sections(document, sizes, page))
    set_numbering(file, typesetter.lists)
    return Rendered(packed(file))


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


def _set_sections(
    file: Document, typesetter: Typesetter, sections: Iterable[tuple[Record, Iterable[Block]]]
) -> None:
    """Set sections; one that opens on a side of a leaf is a section of Word's too."""
    body, waiting = file._body, list[Block]()
    for it, written in sections:
        opening = it.opening if "opening" in it else ""
        if opening and waiting:
            typesetter.set(waiting, body)
            file.add_section(_BREAKS[opening])
            file.paragraphs[-1].style = GAP.style
            waiting = []
        waiting += written
    typesetter.set(waiting, body, ends=True)


def _sections(
    document: Record, sizes: Sizes, page: Page
) -> Iterator[tuple[Record, Iterable[Block]]]:
    sheet = SheetWriter(sizes, document.layout)
    notes = NotesWriter(sizes)
    for it in document.sections:
        name = kind_of(it)
        if name == "Slips":
            yield it, sheet.leaving.slips(it, page.height)
        else:
            yield it, (notes if name in notes.kinds else sheet).write(it)
