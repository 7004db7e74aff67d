"""Pieces of a paragraph as python-docx writes them: runs, links, places and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.run import Run

from broadsheet.prose import nodes, spoken
from broadsheet.prose.walk import SAFE_ADDRESSES, address_to_print, is_told
from broadsheet.render.docx.blocks import Field, Picture, Piece, Placed, Styled, ToLines
from broadsheet.render.docx.element import Element, element, printable
from broadsheet.render.docx.pictures import drawing
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.text import line_name
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
class _Manner:
    """How words are set within their paragraph."""

    style: str = ""
    """A style of characters; the outermost holds."""
    strong: bool = False
    emphasis: bool = False
    language: str = ""
    """Empty for the document's own."""
    direction: str = ""
    """Empty for that of the document."""

    def styled(self, style: str) -> _Manner:
        return self if self.style else replace(self, style=style)


_PLAIN: Final = _Manner()


class PieceSetter:
    """Sets pieces within the elements of paragraphs."""

    def __init__(
        self, document: Document, sizes: Sizes, images: Mapping[str, bytes], lines: frozenset[str]
    ) -> None:
        """`images` are by address; `lines` are the numbered lines that the document prints."""
        self.document, self.sizes, self.labels = document, sizes, sizes.labels
        self.images, self.lines = images, lines
        self.styles = {each.name: each.style_id for each in document.styles}
        """Identifiers by name; the library would look through all styles for each run."""
        self._marks = count(1)

    def set(self, pieces: Iterable[Piece], into: Element, manner: _Manner = _PLAIN) -> None:
        """Set pieces one after another, into the element of a paragraph or of a link."""
        for piece in pieces:
            match piece:
                case str(words):
                    self._words(words, into, manner)
                case nodes.Phrase(inside):
                    self.set(inside, into, manner)
                case Styled(style, inside):
                    self.set(inside, into, manner.styled(style))
                case Placed(name, inside):
                    self._placed(name, inside, into, manner)
                case ToLines(lines, said):
                    self._to_line(lines, said, into, manner)
                case Picture():
                    drawn = drawing(self.document, piece, self.images, self.sizes.width / 20)
                    into.append(element("r", element("drawing", drawn)))
                case Field(name):
                    field = element("fldSimple", instr=f" {name} ")
                    into.append(field)
                    self._words("1", field, manner)
                case _:
                    self._node(piece, into, manner)

    def _node(self, node: nodes.Inline, into: Element, manner: _Manner) -> None:
        match node:
            case nodes.Emphasis(inside):
                self.set(inside, into, replace(manner, emphasis=True))
            case nodes.Strong(inside):
                self.set(inside, into, replace(manner, strong=True))
            case nodes.Quoted(inside, lines):
                self.set(inside, into, manner.styled("Broadsheet Quotation"))
                self._words(self.labels.gap, into, manner)
                self._to_line(lines, spoken.aside(lines, self.labels), into, manner)
            case nodes.Link():
                self._link(node, into, manner)
            case nodes.Address(words):
                words_ = Styled("Hyperlink", [nodes.Foreign(words, "", "ltr")])
                self._to_address(words, [words_], into, manner)
            case nodes.Image(caption=caption):
                self.set([ProseWriter(self.sizes).picture(node)], into, manner)
                self._words(f"\n{caption}" if caption else "", into, manner)
            case nodes.LineReference():
                self._to_line(node, spoken.lines(node, self.labels), into, manner)
            case _:
                self._leaf(node, into, manner)

    def _leaf(
        self,
        node: nodes.Text
        | nodes.Marked
        | nodes.Citing
        | nodes.Code
        | nodes.Foreign
        | nodes.LineBreak
        | nodes.PictureReference
        | nodes.Cited,
        into: Element,
        manner: _Manner,
    ) -> None:
        labels = self.labels
        match node:
            case nodes.Text(words) | nodes.Marked(words) | nodes.Citing(words):
                self._words(words, into, manner)
            case nodes.Code(words):
                self._words(words, into, replace(manner, direction="ltr"))
            case nodes.Foreign(words, language, direction):
                self._words(words, into, replace(manner, language=language, direction=direction))
            case nodes.LineBreak():
                self._words("\n", into, manner)
            case nodes.PictureReference():
                self._words(spoken.picture(node, labels), into, manner)
            case nodes.Cited():
                self._words(spoken.works(node, labels), into, manner)

    def _link(self, link: nodes.Link, into: Element, manner: _Manner) -> None:
        """A link; on paper its address stands after its words, where those do not tell it."""
        self._to_address(link.address, [Styled("Hyperlink", link.inside)], into, manner)
        if not is_told(link):
            shown = nodes.Foreign(address_to_print(link), "", "ltr")
            self.set([" (", shown, ")"], into, manner)

    def _to_address(
        self, address: str, pieces: Iterable[Piece], into: Element, manner: _Manner
    ) -> None:
        """Pieces that lead to an address on the web or to a mailbox."""
        if SAFE_ADDRESSES.match(address):
            link = element("hyperlink", history=1)
            kind = RELATIONSHIP_TYPE.HYPERLINK
            key = self.document.part.relate_to(printable(address), kind, is_external=True)
            link.set(qn("r:id"), key)
            into.append(link)
            into = link
        self.set(pieces, into, manner)

    def _to_line(
        self, lines: nodes.LineReference, said: str, into: Element, manner: _Manner
    ) -> None:
        line = f"{lines.label}{lines.first}"
        if line in self.lines:
            link = element("hyperlink", anchor=line_name(line), history=1)
            into.append(link)
            into = link
        self._words(said, into, manner)

    def _placed(self, name: str, inside: Iterable[Piece], into: Element, manner: _Manner) -> None:
        number = next(self._marks)
        into.append(element("bookmarkStart", id=number, name=name))
        self.set(inside, into, manner)
        into.append(element("bookmarkEnd", id=number))

    def _words(self, words: str, into: Element, manner: _Manner) -> None:
        """Words in one manner; Latin words within Arabic or Hebrew run in their own direction."""
        told = unbroken(printable(words), self.labels.language)
        mirrored = (manner.direction or self.labels.direction) == "rtl"
        for part, is_mirrored in by_direction(told) if mirrored else [(told, False)]:
            if part:
                self._run(part, into, manner, mirrored=is_mirrored)

    def _run(self, words: str, into: Element, manner: _Manner, *, mirrored: bool) -> None:
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

    def _style(self, run: Run, manner: _Manner) -> None:
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
