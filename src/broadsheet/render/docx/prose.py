"""Prose to paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from broadsheet.prose import nodes
from broadsheet.prose.lists import counts_up_from
from broadsheet.render.addresses import LESSON
from broadsheet.render.docx.blocks import (
    Block,
    Cell,
    Counted,
    Paragraph,
    Picture,
    Piece,
    Pieces,
    Row,
    Table,
    kept,
    paragraph,
)
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.place import Place, ruled, shared
from broadsheet.render.docx.sizes import Sizes

_LOWEST: Final = 5
_STEP: Final = twips(5)
"""How much further a list within a list is set in."""


class ProseWriter:
    """Writes prose, as wide as the page but for what its place is set in by."""

    def __init__(self, sizes: Sizes) -> None:
        self.sizes = sizes

    def blocks(
        self, piece: nodes.Prose | nodes.Phrase, place: Place, lead: Pieces = (), tail: Pieces = ()
    ) -> list[Block]:
        """The paragraphs of a piece; `lead` begins the first of them, and `tail` ends the last.

        Each has a paragraph of its own where there is none to begin or end.
        """
        if isinstance(piece, nodes.Phrase):
            return [paragraph(place.first, *lead, piece, *tail)]
        blocks = list(piece.blocks)
        if lead and not (blocks and isinstance(blocks[0], nodes.Paragraph)):
            blocks.insert(0, nodes.Paragraph(()))
        if tail and not (blocks and isinstance(blocks[-1], nodes.Paragraph)):
            blocks.append(nodes.Paragraph(()))
        written: list[Block] = []
        for at, block in enumerate(blocks):
            if isinstance(block, nodes.Paragraph):
                begins, ends = lead if at == 0 else (), tail if at == len(blocks) - 1 else ()
                style = place.style if at else place.first
                written += self._paragraph(block, style, begins, ends)
            else:
                written += self._block(block, place)
        return written

    def picture(self, image: nodes.Image) -> Picture:
        """A picture of a lesson, no higher than the theme lets it be."""
        most = self.sizes.measures.points("tallest-image", 397)
        return Picture(LESSON + image.address, image.description, most)

    def _paragraph(
        self, block: nodes.Paragraph, style: str, lead: Pieces = (), tail: Pieces = ()
    ) -> Iterator[Block]:
        match block.inside:
            case (nodes.Image(caption=caption) as image,):
                if lead:
                    yield kept(paragraph(style, *lead))
                yield paragraph("Broadsheet Picture", self.picture(image))
                if caption or tail:
                    yield paragraph("Caption", caption, *tail)
            case inside:
                yield paragraph(style, *lead, *inside, *tail)

    def _block(self, block: nodes.Block, place: Place) -> Iterator[Block]:
        match block:
            case nodes.Paragraph():
                yield from self._paragraph(block, place.style)
            case nodes.Heading(inside, level):
                yield paragraph(f"Heading {min(place.below + level, _LOWEST)}", *inside)
            case nodes.List():
                yield from self._list(block, place, 0)
            case nodes.BlockQuotation(blocks):
                quoted = replace(place, first="Quote", style="Quote")
                for inner in blocks:
                    yield from self._block(inner, quoted)
            case nodes.Table():
                yield self._table(block, place)
            case nodes.RuledLine():
                yield ruled(self.sizes, 1, place.inset)

    def _list(self, block: nodes.List, place: Place, depth: int) -> Iterator[Block]:
        """A list that Word numbers; one whose numbers do not count up shows its own."""
        start = counts_up_from(block) if block.numbered else None
        counted = Counted(start) if start is not None else None
        shows_own = block.numbered and counted is None
        style = "List" if shows_own else "List Number" if counted else "List Bullet"
        left = place.inset + _STEP * (depth + 1)
        for item in block.items:
            first, rest = _first_of(item)
            lead: list[Piece] = [f"{item.mark}\t"] if shows_own else []
            yield Paragraph(style, [*lead, *first], indent=(left, _STEP), counted=counted)
            for inner in rest:
                if isinstance(inner, nodes.List):
                    yield from self._list(inner, place, depth + 1)
                elif isinstance(inner, nodes.Paragraph):
                    yield Paragraph("List", inner.inside, indent=(left, 0))
                else:
                    yield from self._block(inner, replace(place, inset=left))

    def _table(self, table: nodes.Table, place: Place) -> Table:
        widths = shared(self.sizes.width - place.inset, [1] * len(table.alignments))

        def row(cells: Sequence[tuple[nodes.Inline, ...]], *, is_head: bool) -> Row:
            style = "Broadsheet Cell Head" if is_head else "Broadsheet Cell"
            aligned = zip(cells, table.alignments, strict=True)
            told = [Cell([Paragraph(style, each, alignment=side)]) for each, side in aligned]
            return Row(told, is_head=is_head)

        rows = [row(cells, is_head=False) for cells in table.rows]
        head = row(table.heads, is_head=True)
        return Table("Broadsheet Table", widths, [head, *rows], place.inset)


def _first_of(item: nodes.Item) -> tuple[Pieces, Sequence[nodes.Block]]:
    """What stands beside an item's mark, and what stands below."""
    if item.blocks and isinstance(first := item.blocks[0], nodes.Paragraph):
        return first.inside, item.blocks[1:]
    return (), item.blocks
