"""The page: its paper and margins, its foot, and what Word is told of the whole file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from broadsheet.locale.labels import Labels
from broadsheet.render.docx.measures import Measures, twips
from broadsheet.render.docx.tongue import tagged
from broadsheet.render.docx.writer import Writer
from broadsheet.render.docx.xml import part, tag, val
from broadsheet.school.paper import Paper

_PAPERS: Final = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}
"""Width and height of papers, in twentieths of a point."""
_WORD: Final = "http://schemas.microsoft.com/office/word"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, in twentieths of a point."""

    size: tuple[int, int]
    top: int
    beside: int
    bottom: int
    has_foot: bool = True

    @classmethod
    def of(
        cls, paper: Paper, measures: Measures, *, for_teachers: bool, has_foot: bool = True
    ) -> Page:
        """The page of a document; the margins are those of our own style sheets."""
        if not has_foot:
            return cls(_PAPERS[paper], twips(6), twips(6), twips(6), has_foot=False)
        top, beside = (12.0, 12.0) if for_teachers else (13.0, 16.0)
        return cls(
            _PAPERS[paper],
            measures.twips("page-head", top * 72 / 25.4),
            twips(beside),
            measures.twips("page-foot", 17 * 72 / 25.4),
        )

    @property
    def width(self) -> int:
        """Between the margins."""
        return self.size[0] - 2 * self.beside

    @property
    def height(self) -> int:
        """Between the margins."""
        return self.size[1] - self.top - self.bottom


def section(page: Page, writer: Writer, footer_link: str, kind: str) -> str:
    """What ends a section: its page, its foot, and on which page it begins."""
    foot = f'<w:footerReference w:type="default" r:id="{footer_link}"/>' if page.has_foot else ""
    width, height = page.size
    return tag(
        "sectPr",
        foot,
        val("type", kind),
        tag("pgSz", w=width, h=height),
        tag(
            "pgMar",
            top=page.top,
            right=page.beside,
            bottom=page.bottom,
            left=page.beside,
            header=twips(6),
            footer=twips(8),
            gutter=0,
        ),
        tag("bidi") if writer.is_mirrored else "",
    )


def footer(writer: Writer, named: Sequence[str]) -> bytes:
    """The foot of every page: what it names, and its number as fields that count."""
    between = writer.labels.say("page_of", page="\n", pages="\n").split("\n")[1]
    if not writer.is_mirrored:
        between = "\u00a0/\u00a0"
    count = _field(writer, "PAGE") + writer.run(between) + _field(writer, "NUMPAGES")
    told = writer.run(writer.labels.dot.join(named)) + writer.run("\t") + count
    stops = tag("tabs", tag("tab", val="right", pos=writer.width))
    return part("ftr", [writer.paragraph("Footer", told, tabs=stops)])


def _field(writer: Writer, name: str) -> str:
    return tag("fldSimple", writer.run("1"), instr=f" {name} ")


def settings(labels: Labels) -> bytes:
    """What Word is told: that the file is of its present form, and that pages are mirrored."""
    tongues = {"val": tagged(labels.language)}
    mode = tag("compatSetting", name="compatibilityMode", uri=_WORD, val="15")
    return part(
        "settings",
        [
            tag("defaultTabStop", val=twips(10)),
            val("characterSpacingControl", "doNotCompress"),
            tag("compat", mode),
            tag("themeFontLang", **tongues),
            val("decimalSymbol", "."),
            val("listSeparator", ","),
        ],
    )
