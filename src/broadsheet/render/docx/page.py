"""The page: its paper and margins, its foot, and what Word is told of the whole file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.section import Section
from docx.shared import Mm, Twips

from broadsheet.locale.labels import Labels
from broadsheet.render.docx.blocks import Field, Paragraph, Pieces
from broadsheet.render.docx.element import element, val
from broadsheet.render.docx.measures import Measures, twips
from broadsheet.render.docx.tongue import tagged
from broadsheet.school.paper import Paper

_WORD: Final = "http://schemas.microsoft.com/office/word"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, in twentieths of a point."""

    size: tuple[int, int]
    top: int
    beside: int
    bottom: int

    @classmethod
    def of(cls, paper: Paper, measures: Measures, *, has_foot: bool) -> Page:
        """The page of a document; the margins are those of its style sheets."""
        width, height = paper.millimetres
        size = twips(width), twips(height)
        if not has_foot:
            return cls(size, twips(6), twips(6), twips(6))
        margins = measures.margins
        return cls(
            size,
            measures.twips("page-head", margins.top),
            round(margins.beside * 20),
            measures.twips("page-foot", margins.bottom),
        )

    @property
    def width(self) -> int:
        """Between the margins."""
        return self.size[0] - 2 * self.beside

    @property
    def height(self) -> int:
        """Between the margins."""
        return self.size[1] - self.top - self.bottom

    def set(self, section: Section, *, is_mirrored: bool) -> None:
        """Set the pages of a section, and nothing that the library's template says of them."""
        section._sectPr.clear()
        section.page_width, section.page_height = map(Twips, self.size)
        section.top_margin, section.bottom_margin = Twips(self.top), Twips(self.bottom)
        section.left_margin = section.right_margin = Twips(self.beside)
        section.header_distance, section.footer_distance = Mm(6), Mm(8)
        section.gutter = Mm(0)
        if is_mirrored:
            section._sectPr.append(element("bidi"))


def foot(named: Sequence[str], labels: Labels, width: int) -> Paragraph:
    """The foot of every page: what it names, and its number as fields that count."""
    between = "\u00a0/\u00a0"
    if labels.direction == "rtl":
        between = labels.say("page_of", page="\n", pages="\n").split("\n")[1]
    told: Pieces = [labels.dot.join(named), "\t", Field("PAGE"), between, Field("NUMPAGES")]
    return Paragraph("Footer", told, stop=width, stops_at_end=True)


def set_settings(document: Document, labels: Labels) -> None:
    """Tell Word that the file is of its present form, and in which language it is."""
    mode = element("compatSetting", name="compatibilityMode", uri=_WORD, val="15")
    document.settings.element[:] = [
        val("defaultTabStop", twips(10)),
        val("characterSpacingControl", "doNotCompress"),
        element("compat", mode),
        val("themeFontLang", tagged(labels.language)),
        val("decimalSymbol", "."),
        val("listSeparator", ","),
    ]
