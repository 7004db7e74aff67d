"""Rooms to answer: lines, boxes, tables, choices and scales, as a hand or a keyboard fills them."""

from __future__ import annotations

from typing import Any

from broadsheet.plain import Record
from broadsheet.prose.nodes import Phrase
from broadsheet.render.docx.blocks import kept_together
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.place import ruled, shared
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.writer import Cell, Manner, Row

TICK = "☐"
_CELL, _HEAD = "Broadsheet Cell", "Broadsheet Cell Head"
_MOST_ACROSS = 2
"""Columns of a table that large type still sets beside each other."""


class RoomWriter:
    """Writes rooms to answer."""

    def __init__(self, prose: ProseWriter, *, stacked: bool) -> None:
        """`stacked` turns a wide table into a record for each of its rows."""
        self.prose, self.writer, self.labels = prose, prose.writer, prose.labels
        self.stacked = stacked
        self.inset = self.writer.sizes.measures.twips("question-indent", 22.7)

    def room(self, it: Record) -> list[str]:
        """The room of a question."""
        match it.kind:
            case "lines":
                return [ruled(self.writer, it.lines, self.inset)] if it.lines else []
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

    def tick(self) -> str:
        """A box to tick."""
        return self.writer.label(TICK, "Broadsheet Box to Tick")

    def _choices(self, it: Record) -> list[str]:
        writer = self.writer
        choices = [
            writer.paragraph(
                "Broadsheet Choice",
                self.tick(),
                writer.run("\t"),
                writer.bold(letter),
                writer.run("\t"),
                self.prose.phrase(option),
            )
            for letter, option in zip(self.labels.letters, it.options, strict=False)
        ]
        if not writer.sizes.has_choices_in_pairs:
            return choices
        empty = writer.paragraph("Broadsheet Choice")
        pairs = [(*choices[at : at + 2], empty)[:2] for at in range(0, len(choices), 2)]
        rows = [Row([Cell([each]) for each in pair]) for pair in pairs]
        return [writer.table("Broadsheet Layout", [writer.width // 2] * 2, rows)]

    def _reason(self, it: Record) -> list[str]:
        if not it.lines:
            return []
        said = self.writer.run(self.labels.say("reason"))
        return [
            self.writer.paragraph("Broadsheet Reason", said),
            ruled(self.writer, it.lines, self.inset),
        ]

    def _scale(self, it: Record) -> str:
        writer, (low, high) = self.writer, it.ends
        steps = "".join(
            writer.run("\u2003") + writer.label(step, "Broadsheet Box") for step in range(1, 6)
        )
        ends = [writer.label(end, "Broadsheet Small") for end in (low, high)]
        return writer.paragraph("Broadsheet Scale", ends[0], steps, writer.run("\u2003"), ends[1])

    def _box(self, it: Record) -> str:
        cell = Cell([self.writer.paragraph(_CELL)])
        height = twips(float(it.height))
        width = self.writer.width - self.inset
        return self.writer.table("Table Grid", [width], [Row([cell], height)], self.inset)

    def _table(self, it: Record) -> str:
        writer, row_height = self.writer, self.writer.sizes.measures.twips("row-height", 39.7)
        widths = shared(writer.width - self.inset, [column.share for column in it.columns])
        heads = [Cell([self._words(column.heading, _HEAD)], at_foot=True) for column in it.columns]
        # A row of its usual height holds two handwritten lines; more make it higher.
        lines = max((column.lines for column in it.columns), default=0)
        height = round(max(lines / 2, 1) * row_height)
        rows = [Row([*self._cells(it, row)], height) for row in it.rows]
        return writer.table(
            "Broadsheet Table", widths, [Row(heads, is_head=True), *rows], self.inset
        )

    def _cells(self, it: Record, first: Phrase | str | None) -> list[Cell]:
        last = len(it.columns) - 1
        cells = []
        for at in range(len(it.columns)):
            if first and at == 0:
                paragraph = self._words(first, _HEAD)
            elif it.tick_last and at == last:
                paragraph = self.writer.paragraph(_CELL, self.tick())
            else:
                paragraph = self.writer.paragraph(_CELL)
            cells.append(Cell([paragraph]))
        return cells

    def _words(self, words: Any, style: str) -> str:
        return self.writer.paragraph(style, self.prose.phrase(words) if words else "")

    def _records(self, it: Record) -> list[str]:
        """A record for each row: labels above lines of the whole width."""
        blocks: list[str] = []
        for number, row in enumerate(it.rows, start=1):
            blocks += kept_together(self._record(it, row, number))
        return blocks

    def _record(self, it: Record, row: Phrase | str | None, number: int) -> list[str]:
        blocks: list[str] = []
        if row or len(it.rows) > 1:
            blocks.append(self._words(row or str(number), "Broadsheet Row Name"))
        last = len(it.columns) - 1
        for at, column in enumerate(it.columns):
            if row and at == 0:
                continue
            heading = self.prose.phrase(column.heading, Manner())
            if it.tick_last and at == last:
                ticked = self.tick() + self.writer.run("\u00a0")
                blocks.append(self.writer.paragraph("Broadsheet Label", ticked, heading))
            else:
                blocks.append(self.writer.paragraph("Broadsheet Label", heading))
                if column.lines:
                    blocks.append(ruled(self.writer, column.lines, self.inset))
        return blocks
