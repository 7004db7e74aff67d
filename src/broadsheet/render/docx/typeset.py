"""Paragraphs and tables as python-docx writes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from docx.blkcntnr import BlockItemContainer
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Twips
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as Written

from broadsheet.render.docx.blocks import Block, Cell, Counted, Paragraph, Row, Table, kept, parted
from broadsheet.render.docx.element import Element, element, val
from broadsheet.render.docx.pieces import PieceSetter

FIRST_LIST: Final = 3
"""The number of the first list that counts for itself; see `numbering`."""
_SIDES: Final = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


class Typesetter:
    """Sets blocks into the body of a document, and into cells."""

    def __init__(self, pieces: PieceSetter) -> None:
        self.pieces = pieces
        self.lists: dict[Counted, int] = {}
        """Numbers of the lists that count for themselves."""
        self.is_mirrored = pieces.labels.direction == "rtl"

    def set(self, blocks: Iterable[Block], into: BlockItemContainer, *, ends: bool = False) -> None:
        """Set blocks one below another; see `parted`."""
        for block in parted(blocks, ends=ends):
            if isinstance(block, Table):
                self._table(block, into)
            else:
                self.fill(block, into.add_paragraph())

    def fill(self, it: Paragraph, written: Written) -> None:
        """Set a paragraph into one that is empty."""
        properties = written._p.get_or_add_pPr()
        runs_right = self.is_mirrored if it.is_mirrored is None else it.is_mirrored
        if runs_right or self.is_mirrored:
            properties.append(val("bidi", None if runs_right else 0))
        properties.style = self.pieces.runs.styles[it.style]
        form = written.paragraph_format
        if it.is_kept:
            form.keep_with_next = True
        if it.counted:
            number = self.lists.setdefault(it.counted, FIRST_LIST + len(self.lists))
            numbered = properties.get_or_add_numPr()
            numbered.get_or_add_ilvl().val, numbered.get_or_add_numId().val = 0, number
        if it.stop:
            side = WD_TAB_ALIGNMENT.RIGHT if it.stops_at_end else WD_TAB_ALIGNMENT.LEFT
            form.tab_stops.add_tab_stop(Twips(it.stop), side)
        if it.indent:
            left, hanging = it.indent
            form.left_indent, form.first_line_indent = Twips(left), Twips(-hanging)
        if it.alignment:
            form.alignment = _SIDES[it.alignment]
        self.pieces.set(it.pieces, written._p)

    def _table(self, it: Table, into: BlockItemContainer) -> None:
        wide, has_head = sum(it.widths), bool(it.rows) and it.rows[0].is_head
        table = into.add_table(0, len(it.widths), Twips(wide))
        table._tbl.tblPr[:] = [
            val("tblStyle", self.pieces.runs.styles[it.style]),
            *([element("bidiVisual")] if self.is_mirrored else []),
            element("tblW", w=wide, type="dxa"),
            element("tblInd", w=it.inset, type="dxa"),
            element("tblLayout", type="fixed"),
            element(
                "tblLook", val="0420" if has_head else "0400", firstRow=int(has_head), noVBand=1
            ),
        ]
        for column, width in zip(table.columns, it.widths, strict=True):
            column.width = Twips(width)
        for at, each in enumerate(it.rows, start=1):
            is_kept = it.is_kept or (it.is_whole and at < len(it.rows))
            row: _Row = table.add_row()  # type: ignore[no-untyped-call]
            self._row(each, row, is_kept=is_kept)

    def _row(self, it: Row, row: _Row, *, is_kept: bool) -> None:
        properties: Element = row._tr.get_or_add_trPr()
        if not it.is_parted:
            properties.append(element("cantSplit"))
        if it.height:
            row.height = Twips(it.height)
            rules = WD_ROW_HEIGHT_RULE
            row.height_rule = rules.EXACTLY if it.is_exact else rules.AT_LEAST
        if it.is_head:
            properties.append(element("tblHeader"))
        for cell, written in zip(it.cells, row.cells, strict=True):
            self._cell(cell, written, is_kept=is_kept)

    def _cell(self, it: Cell, cell: _Cell, *, is_kept: bool) -> None:
        inside: Element = cell._tc
        inside.clear_content()
        if it.merged:
            inside.vMerge = it.merged
        if it.at_foot:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
        # A cell's own `add_table` would put an empty paragraph behind each.
        blocks = map(kept, it.blocks) if is_kept else it.blocks
        self.set(blocks, BlockItemContainer(inside, cell), ends=True)
