"""Rooms to answer: lines, boxes, tables, choices and scales, as a hand or a keyboard fills them."""

from __future__ import annotations

from typing import Final

from broadsheet.plain import Record
from broadsheet.prose.nodes import Phrase
from broadsheet.render.docx.blocks import (
    Block,
    Cell,
    Paragraph,
    Row,
    Styled,
    Table,
    bold,
    kept_together,
    paragraph,
)
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.place import ruled, shared
from broadsheet.render.docx.sizes import Sizes

TICK: Final = Styled("Broadsheet Box to Tick", "☐")
"""A box to tick."""
_CELL, _HEAD = "Broadsheet Cell", "Broadsheet Cell Head"
_MOST_ACROSS: Final = 2
"""Columns of a table that large type still sets beside each other."""


class RoomWriter:
    """Writes rooms to answer."""

    def __init__(self, sizes: Sizes, *, stacked: bool) -> None:
        """`stacked` turns a wide table into a record for each of its rows."""
        self.sizes, self.labels = sizes, sizes.labels
        self.stacked = stacked
        self.inset = sizes.measures.twips("question-indent", 22.7)

    def room(self, it: Record) -> list[Block]:
        """The room of a question."""
        match it.kind:
            case "lines":
                return [ruled(self.sizes, it.lines, self.inset)] if it.lines else []
            case "choices":
                return [*self._choices(it), *self._reason(it)]
            case "scale":
                return [self._scale(it), *self._reason(it)]
            case "box":
                return [self._box(it)]
            case _:
                return self._records(it) if self.is_parted(it) else [self._table(it)]

    def is_parted(self, it: Record) -> bool:
        """Whether a table is turned into records, which pages may end between."""
        return self.stacked and it.kind == "table" and len(it.columns) > _MOST_ACROSS

    def _choices(self, it: Record) -> list[Block]:
        style = "Broadsheet Choice"
        choices: list[Block] = [
            paragraph(style, TICK, "\t", bold(letter), "\t", option)
            for letter, option in zip(self.labels.letters, it.options, strict=False)
        ]
        if not self.sizes.has_choices_in_pairs:
            return choices
        return [in_pairs(choices, paragraph(style), self.sizes)]

    def _reason(self, it: Record) -> list[Block]:
        if not it.lines:
            return []
        said = paragraph("Broadsheet Reason", self.labels.say("reason"))
        return [said, ruled(self.sizes, it.lines, self.inset)]

    def _scale(self, it: Record) -> Paragraph:
        low, high = (Styled("Broadsheet Small", [end]) for end in it.ends)
        steps = (("\u2003", Styled("Broadsheet Box", [str(step)])) for step in range(1, 6))
        return paragraph(
            "Broadsheet Scale", low, *(it for step in steps for it in step), "\u2003", high
        )

    def _box(self, it: Record) -> Table:
        row = Row([Cell([paragraph(_CELL)])], twips(float(it.height)))
        return Table("Table Grid", [self.sizes.width - self.inset], [row], self.inset)

    def _table(self, it: Record) -> Table:
        row_height = self.sizes.measures.twips("row-height", 39.7)
        widths = shared(self.sizes.width - self.inset, [column.share for column in it.columns])
        heads = [Cell([_words(_HEAD, column.heading)], at_foot=True) for column in it.columns]
        # A row of its usual height holds two handwritten lines; more make it higher.
        lines = max((column.lines for column in it.columns), default=0)
        height = round(max(lines / 2, 1) * row_height)
        rows = [Row(_cells(it, row), height) for row in it.rows]
        return Table("Broadsheet Table", widths, [Row(heads, is_head=True), *rows], self.inset)

    def _records(self, it: Record) -> list[Block]:
        """A record for each row: labels above lines of the whole width."""
        numbered = enumerate(it.rows, start=1)
        records = (self._record(it, row, number) for number, row in numbered)
        return [block for record in records for block in kept_together(record)]

    def _record(self, it: Record, row: Phrase | str | None, number: int) -> list[Block]:
        blocks: list[Block] = []
        if row or len(it.rows) > 1:
            blocks.append(paragraph("Broadsheet Row Name", row or str(number)))
        last = len(it.columns) - 1
        for at, column in enumerate(it.columns[1 if row else 0 :], start=1 if row else 0):
            if it.tick_last and at == last:
                blocks.append(paragraph("Broadsheet Label", TICK, "\u00a0", column.heading))
            else:
                blocks.append(paragraph("Broadsheet Label", column.heading))
                if column.lines:
                    blocks.append(ruled(self.sizes, column.lines, self.inset))
        return blocks


def in_pairs(blocks: list[Block], empty: Block, sizes: Sizes) -> Table:
    """Blocks, two beside each other; an `empty` one stands beside a last that has none."""
    pairs = [(*blocks[at : at + 2], empty)[:2] for at in range(0, len(blocks), 2)]
    rows = [Row([Cell([each]) for each in pair]) for pair in pairs]
    return Table("Broadsheet Layout", [sizes.width // 2] * 2, rows)


def _cells(it: Record, first: Phrase | str | None) -> list[Cell]:
    """The cells of a row: what names it, room, and a box to tick in the last."""
    cells = [Cell([paragraph(_CELL)])] * len(it.columns)
    if it.tick_last:
        cells[-1] = Cell([paragraph(_CELL, TICK)])
    if first:
        cells[0] = Cell([_words(_HEAD, first)])
    return cells


def _words(style: str, words: Phrase | str | None) -> Paragraph:
    return paragraph(style, words or "")
