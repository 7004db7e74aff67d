"""What a student leaves with: the exit ticket, and how far each goal is reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.plain import Record
from broadsheet.render.docx.blocks import (
    GAP,
    Block,
    Cell,
    Row,
    Table,
    kept,
    kept_together,
    paragraph,
)
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.place import Place, ruled, shared
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.rooms import TICK
from broadsheet.render.docx.sizes import Sizes

MARGIN: Final = 8.0
"""Around a slip, in millimetres, beside what a copier needs."""
_ASKED: Final = {"name": "student_name", "class": "student_class", "date": "today"}
_CELL: Final = "Broadsheet Cell"


class LeavingWriter:
    """Writes the end of a sheet, and slips of their own."""

    def __init__(self, sizes: Sizes, *, stacked: bool) -> None:
        """`stacked` sets what is asked of each goal below it, and not beside."""
        self.sizes, self.labels, self.stacked = sizes, sizes.labels, stacked
        self.prose = ProseWriter(sizes)

    def name_fields(self, asked: tuple[str, ...], width: int = 0) -> Table:
        """Where a student writes whose sheet it is."""
        said = (paragraph("Broadsheet Name Field", self.labels.say(_ASKED[name])) for name in asked)
        widths = shared(width or self.sizes.width, [2, *(1 for _ in asked[1:])])
        return Table("Broadsheet Fields", widths, [Row([Cell([each]) for each in said])])

    def write(self, it: Record) -> Iterator[Block]:
        """The section of the exit ticket, a question of one's own, and the goals."""
        heading = paragraph("Broadsheet Lens", self.labels.say("exit_ticket"))
        yield from kept_together([heading, *self._asked(it)])
        goals = self._stacked if self.stacked else self._beside
        yield from kept_together([*goals(it.self_assessment)])
        if it.total:
            yield paragraph("Broadsheet Total", self.labels.say("total_points", n=it.total))

    def slips(self, it: Record, height: int) -> list[Block]:
        """A page of slips, to be cut along the rules of a table.

        `height` is that between the margins of the page, in twentieths of a point.
        """
        half = self.sizes.width // 2
        inner = half - 2 * twips(MARGIN)
        slip = [
            paragraph("Broadsheet Kicker", it.title),
            self.name_fields(it.asked, inner),
            paragraph("Heading 1", self.labels.say("exit_ticket")),
            *self._asked(it, inner),
        ]
        row = Row([Cell(slip)] * 2, height // 2 - twips(1), is_exact=True)
        return [Table("Broadsheet Slips", [half] * 2, [row] * (it.copies // 2))]

    def _asked(self, it: Record, width: int = 0) -> list[Block]:
        return [
            *self.prose.blocks(it.exit_ticket.ask, Place()),
            ruled(self.sizes, it.exit_ticket.lines, width=width),
            kept(paragraph("Broadsheet Own", self.labels.say("own_question"))),
            ruled(self.sizes, it.own_question.lines, width=width),
        ]

    def _stacked(self, it: Record) -> Iterator[Block]:
        yield paragraph("Heading 1", self.labels.say("self_assessment"))
        steps = [(TICK, f"\u00a0{self.labels.say(step)}\u2003") for step in it.degrees]
        for goal in it.goals:
            yield kept(paragraph("Normal", goal))
            yield paragraph("Normal", *(piece for step in steps for piece in step))

    def _beside(self, it: Record) -> Iterator[Block]:
        heads = map(self.labels.say, ("self_assessment", *it.degrees))
        head = [Cell([paragraph("Broadsheet Cell Head", told)], at_foot=True) for told in heads]
        box = Cell([paragraph("Broadsheet Cell to Tick", TICK)])
        rows = [
            Row([Cell([paragraph(_CELL, goal)]), *(box for _ in it.degrees)]) for goal in it.goals
        ]
        shares = [61, *(39 // len(it.degrees) for _ in it.degrees)]
        yield GAP
        yield Table(
            "Broadsheet Table",
            shared(self.sizes.width, shares),
            [Row(head, is_head=True), *rows],
        )
