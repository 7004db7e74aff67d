"""Words as runs of python-docx, each in its style, its language and its direction."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.run import Run

from broadsheet.locale.labels import Labels
from broadsheet.render.docx.element import Element, element, printable
from broadsheet.render.docx.tongue import by_direction, is_han, language_of
from broadsheet.text.no_break import unbroken

_APART: Final = re.compile("([\n\t\u00ad\u2011])")
_ELEMENTS: Final = {
    "\n": "br",
    "\t": "tab",
    "\u00ad": "softHyphen",
    "\u2011": "noBreakHyphen",
}
"""Signs that Word has elements for."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are set within their paragraph."""

    style: str = ""
    """A style of characters; the outermost holds."""
    strong: bool = False
    emphasis: bool = False
    language: str = ""
    """Empty for the document's own."""
    direction: str = ""
    """Empty for that of the document."""

    def styled(self, style: str) -> Manner:
        """The same with a style, where it has none."""
        return self if self.style else replace(self, style=style)


PLAIN: Final = Manner()


class RunSetter:
    """Sets words within the elements of paragraphs, links and fields."""

    def __init__(self, document: Document, labels: Labels) -> None:
        self.document, self.labels = document, labels
        self.styles = {each.name: each.style_id for each in document.styles}
        """Identifiers by name; the library would look through all styles for each run."""

    def set(self, words: str, into: Element, manner: Manner) -> None:
        """Words in one manner; Latin words within Arabic or Hebrew run in their own direction."""
        told = unbroken(printable(words), self.labels.language)
        mirrored = (manner.direction or self.labels.direction) == "rtl"
        for part, is_mirrored in by_direction(told) if mirrored else [(told, False)]:
            if part:
                self._run(part, into, manner, mirrored=is_mirrored)

    def _run(self, words: str, into: Element, manner: Manner, *, mirrored: bool) -> None:
        run = Run(element("r"), self.document)
        into.append(run._r)
        self._style(run, manner)
        if mirrored:
            run.font.rtl = True
        if is_han(manner.language or self.labels.language):
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
            fonts.set(qn("w:hint"), "eastAsia")
        if manner.language:
            run._r.get_or_add_rPr().append(language_of(manner.language))
        for piece in _APART.split(words):
            if piece in _ELEMENTS:
                run._r.append(element(_ELEMENTS[piece]))
            elif piece:
                run.add_text(piece)

    def _style(self, run: Run, manner: Manner) -> None:
        """Give words their style; one of Word's own where they only weigh more."""
        style, strong, emphasis = manner.style, manner.strong, manner.emphasis
        if not style and emphasis:
            style, emphasis = "Emphasis", False
        elif not style and strong:
            style, strong = "Strong", False
        if style:
            run._r.style = self.styles[style]
        if strong:
            run.font.bold = run.font.cs_bold = True
        if emphasis:
            run.font.italic = run.font.cs_italic = True
