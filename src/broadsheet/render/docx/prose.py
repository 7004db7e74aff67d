"""Nodes of prose to paragraphs, lists and runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from broadsheet.prose import spoken
from broadsheet.prose.lists import counts_up_from
from broadsheet.prose.nodes import (
    Address,
    Block,
    BlockQuotation,
    Cited,
    Citing,
    Code,
    Emphasis,
    Foreign,
    Heading,
    Image,
    Inline,
    Item,
    LineBreak,
    LineReference,
    Link,
    List,
    Marked,
    Paragraph,
    Phrase,
    PictureReference,
    Prose,
    Quoted,
    RuledLine,
    Strong,
    Table,
    Text,
)
from broadsheet.prose.walk import SAFE_ADDRESSES, address_to_print, is_told
from broadsheet.render.addresses import LESSON
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.pictures import picture
from broadsheet.render.docx.place import Place, ruled, shared
from broadsheet.render.docx.writer import PLAIN, Cell, Manner, Row, Writer
from broadsheet.render.docx.xml import tag, val
from broadsheet.text.no_break import unbroken

_LOWEST: Final = 5
_QUOTATION: Final = "Broadsheet Quotation"
_STEP: Final = twips(5)
"""How much further a list within a list is set in."""


class ProseWriter:
    """Writes prose in a document's language."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.labels = writer.labels

    def blocks(
        self, piece: Prose | Phrase, place: Place, lead: str = "", tail: str = ""
    ) -> list[str]:
        """The paragraphs of a piece; `lead` begins the first of them, and `tail` ends the last.

        Each has a paragraph of its own where there is none to begin or end.
        """
        if isinstance(piece, Phrase):
            return [
                self.writer.paragraph(
                    place.first, lead, self.line(piece.inside, place.manner), tail
                )
            ]
        written: list[str] = []
        blocks = list(piece.blocks)
        if lead and not (blocks and isinstance(blocks[0], Paragraph)):
            written.append(self.writer.paragraph(place.first, lead))
            lead = ""
        for index, block in enumerate(blocks):
            ends = tail if index == len(blocks) - 1 else ""
            if isinstance(block, Paragraph):
                style = place.first if not index else place.style
                written += self._paragraph(block, style, place, lead, ends)
                tail = "" if ends else tail
            else:
                written += self._block(block, place)
            lead = ""
        if tail:
            written.append(self.writer.paragraph(place.style, tail))
        return written

    def _paragraph(
        self, block: Paragraph, style: str, place: Place, lead: str = "", tail: str = ""
    ) -> Iterator[str]:
        match block.inside:
            case (Image(caption=caption) as image,):
                if lead:
                    yield self.writer.paragraph(style, lead, keep=True)
                yield self.writer.paragraph("Broadsheet Picture", self._image(image))
                if caption or tail:
                    yield self.writer.paragraph("Caption", self._words(caption), tail)
            case inside:
                yield self.writer.paragraph(style, lead, self.line(inside, place.manner), tail)

    def _block(self, block: Block, place: Place) -> Iterator[str]:
        match block:
            case Paragraph():
                yield from self._paragraph(block, place.style, place)
            case Heading(inside, level):
                style = f"Heading {min(place.below + level, _LOWEST)}"
                yield self.writer.paragraph(style, self.line(inside))
            case List():
                yield from self._list(block, place, 0)
            case BlockQuotation(blocks):
                quoted = replace(place, first="Quote", style="Quote")
                for inner in blocks:
                    yield from self._block(inner, quoted)
            case Table():
                yield self._table(block, place)
            case RuledLine():
                yield ruled(self.writer, 1, place.inset)

    def _list(self, block: List, place: Place, depth: int) -> Iterator[str]:
        """A list that Word numbers; one whose numbers do not count up shows its own."""
        writer = self.writer
        start = counts_up_from(block) if block.numbered else 0
        numbered, style = "", "List Bullet"
        if start is None:
            style = "List"
        elif block.numbered:
            numbered, style = writer.numbering(start), "List Number"
        left = place.inset + _STEP * (depth + 1)
        own = tag("ind", left=left, hanging=_STEP)
        inside = replace(place, inset=left)
        for item in block.items:
            first, rest = _first_of(item)
            lead = writer.run(f"{item.mark}\t") if start is None else ""
            words = self.line(first.inside, place.manner) if first else ""
            yield writer.paragraph(style, lead, words, own=own, numbered=numbered)
            for inner in rest:
                if isinstance(inner, List):
                    yield from self._list(inner, place, depth + 1)
                elif isinstance(inner, Paragraph):
                    yield writer.paragraph(
                        "List", self.line(inner.inside, place.manner), own=tag("ind", left=left)
                    )
                else:
                    yield from self._block(inner, inside)

    def _table(self, table: Table, place: Place) -> str:
        writer = self.writer
        count = len(table.alignments)
        widths = shared(writer.width - place.inset, [1] * count)

        def cell(column: int, inside: tuple[Inline, ...], style: str) -> Cell:
            aligned = {"right": "end", "center": "center", "left": "left"}
            own = val("jc", aligned.get(table.alignments[column]))
            return Cell([writer.paragraph(style, self.line(inside), own=own)])

        def row(cells: Sequence[tuple[Inline, ...]], *, is_head: bool) -> Row:
            style = "Broadsheet Cell Head" if is_head else "Broadsheet Cell"
            told = [cell(at, inside, style) for at, inside in enumerate(cells)]
            return Row(told, is_head=is_head)

        rows = [row(cells, is_head=False) for cells in table.rows]
        head = row(table.heads, is_head=True)
        return writer.table("Broadsheet Table", widths, [head, *rows], place.inset)

    def phrase(self, piece: object, manner: Manner = PLAIN) -> str:
        """The runs of a phrase, or of plain words."""
        if isinstance(piece, Phrase):
            return self.line(piece.inside, manner)
        return self._words(str(piece), manner)

    def line(self, inside: Iterable[Inline], manner: Manner = PLAIN) -> str:
        """The runs of what stands in one paragraph."""
        return "".join(self._inline(node, manner) for node in inside)

    def _inline(self, node: Inline, manner: Manner) -> str:
        match node:
            case Emphasis(inside):
                return self.line(inside, replace(manner, emphasis=True))
            case Strong(inside):
                return self.line(inside, replace(manner, strong=True))
            case Link():
                return self._link(node, manner)
            case Image(caption=caption):
                below = self._words(f"\n{caption}", manner) if caption else ""
                return self._image(node) + below
            case LineBreak():
                return self.writer.run("\n")
            case Foreign(words, language, direction):
                apart = replace(manner, language=language, direction=direction)
                return self._words(words, apart)
            case Quoted(inside, lines):
                words = self.line(inside, manner.styled(_QUOTATION))
                said = spoken.aside(lines, self.labels)
                gap = self._words(self.labels.gap, manner)
                return words + gap + self.writer.to_line(lines, said, manner)
        return self._leaf(node, manner)

    def _leaf(
        self,
        node: Text | Code | Address | LineReference | PictureReference | Cited | Marked | Citing,
        manner: Manner,
    ) -> str:
        labels = self.labels
        match node:
            case Text(words) | Marked(words) | Citing(words):
                return self._words(words, manner)
            case Code(words):
                return self._words(words, replace(manner, direction="ltr"))
            case Address(words):
                return self.address(words, manner)
            case LineReference():
                return self.writer.to_line(node, spoken.lines(node, labels), manner)
            case PictureReference():
                return self._words(spoken.picture(node, labels), manner)
            case Cited():
                return self._words(spoken.works(node, labels), manner)

    def _words(self, words: str, manner: Manner = PLAIN) -> str:
        return self.writer.run(unbroken(words, self.labels.language), manner)

    def address(self, words: str, manner: Manner = PLAIN) -> str:
        """An address that is written out, to be typed from paper and followed from a screen."""
        shown = self._words(words, replace(manner.styled("Hyperlink"), direction="ltr"))
        return self.writer.to_address(words, shown) if SAFE_ADDRESSES.match(words) else shown

    def _link(self, link: Link, manner: Manner) -> str:
        """A link; on paper its address stands after its words, where those do not tell it."""
        words = self.line(link.inside, manner.styled("Hyperlink"))
        if SAFE_ADDRESSES.match(link.address):
            words = self.writer.to_address(link.address, words)
        if is_told(link):
            return words
        shown = self._words(address_to_print(link), replace(manner, direction="ltr"))
        return f"{words}{self._words(' (', manner)}{shown}{self._words(')', manner)}"

    def _image(self, image: Image) -> str:
        most = self.writer.sizes.measures.points("tallest-image", 397)
        return picture(self.writer, LESSON + image.address, image.description, most)


def _first_of(item: Item) -> tuple[Paragraph | None, Sequence[Block]]:
    """What stands beside an item's mark, and what stands below."""
    if item.blocks and isinstance(first := item.blocks[0], Paragraph):
        return first, item.blocks[1:]
    return None, item.blocks
