"""Pieces of a paragraph as python-docx writes them: runs, links, places and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from broadsheet.prose import nodes, spoken
from broadsheet.prose.walk import SAFE_ADDRESSES, address_to_print, is_told
from broadsheet.render.docx.blocks import Field, Picture, Piece, Placed, Styled, ToLines
from broadsheet.render.docx.element import Element, element, printable
from broadsheet.render.docx.pictures import drawing
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.runs import PLAIN, Manner, RunSetter
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.text import line_name


class PieceSetter:
    """Sets pieces within the elements of paragraphs."""

    def __init__(
        self, document: Document, sizes: Sizes, images: Mapping[str, bytes], lines: frozenset[str]
    ) -> None:
        """`images` are by address; `lines` are the numbered lines that the document prints."""
        self.document, self.sizes, self.labels = document, sizes, sizes.labels
        self.images, self.lines = images, lines
        self.runs = RunSetter(document, sizes.labels)
        self._marks = count(1)

    def set(self, pieces: Iterable[Piece], into: Element, manner: Manner = PLAIN) -> None:
        """Set pieces one after another, into the element of a paragraph or of a link."""
        for piece in pieces:
            match piece:
                case str(words):
                    self.runs.set(words, into, manner)
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
                    self.runs.set("1", field, manner)
                case _:
                    self._node(piece, into, manner)

    def _node(self, node: nodes.Inline, into: Element, manner: Manner) -> None:
        match node:
            case nodes.Emphasis(inside):
                self.set(inside, into, replace(manner, emphasis=True))
            case nodes.Strong(inside):
                self.set(inside, into, replace(manner, strong=True))
            case nodes.Quoted(inside, lines):
                self.set(inside, into, manner.styled("Broadsheet Quotation"))
                self.runs.set(self.labels.gap, into, manner)
                self._to_line(lines, spoken.aside(lines, self.labels), into, manner)
            case nodes.Link():
                self._link(node, into, manner)
            case nodes.Address(words):
                shown = Styled("Hyperlink", [nodes.Foreign(words, "", "ltr")])
                self._to_address(words, [shown], into, manner)
            case nodes.Image(caption=caption):
                self.set([ProseWriter(self.sizes).picture(node)], into, manner)
                self.runs.set(f"\n{caption}" if caption else "", into, manner)
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
        manner: Manner,
    ) -> None:
        labels = self.labels
        match node:
            case nodes.Text(words) | nodes.Marked(words) | nodes.Citing(words):
                self.runs.set(words, into, manner)
            case nodes.Code(words):
                self.runs.set(words, into, replace(manner, direction="ltr"))
            case nodes.Foreign(words, language, direction):
                self.runs.set(words, into, replace(manner, language=language, direction=direction))
            case nodes.LineBreak():
                self.runs.set("\n", into, manner)
            case nodes.PictureReference():
                self.runs.set(spoken.picture(node, labels), into, manner)
            case nodes.Cited():
                self.runs.set(spoken.works(node, labels), into, manner)

    def _link(self, link: nodes.Link, into: Element, manner: Manner) -> None:
        """A link; on paper its address stands after its words, where those do not tell it."""
        self._to_address(link.address, [Styled("Hyperlink", link.inside)], into, manner)
        if not is_told(link):
            shown = nodes.Foreign(address_to_print(link), "", "ltr")
            self.set([" (", shown, ")"], into, manner)

    def _to_address(
        self, address: str, pieces: Iterable[Piece], into: Element, manner: Manner
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
        self, lines: nodes.LineReference, said: str, into: Element, manner: Manner
    ) -> None:
        line = f"{lines.label}{lines.first}"
        if line in self.lines:
            link = element("hyperlink", anchor=line_name(line), history=1)
            into.append(link)
            into = link
        self.runs.set(said, into, manner)

    def _placed(self, name: str, inside: Iterable[Piece], into: Element, manner: Manner) -> None:
        number = next(self._marks)
        into.append(element("bookmarkStart", id=number, name=name))
        self.set(inside, into, manner)
        into.append(element("bookmarkEnd", id=number))
