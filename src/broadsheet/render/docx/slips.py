"""Exit slips: four to a page, in the cells of a table, to be cut along its rules."""

from __future__ import annotations

from broadsheet.plain import Record
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.place import Place, ruled
from broadsheet.render.docx.sheet import SheetWriter
from broadsheet.render.docx.writer import Cell, Row

MARGIN = 8.0
"""Around a slip, in millimetres, beside what a copier needs."""


def slips(sheet: SheetWriter, it: Record, height: int) -> list[str]:
    """A page of slips; `height` is that between its margins, in twentieths of a point."""
    writer = sheet.writer
    inner = writer.width // 2 - 2 * twips(MARGIN)
    row = Row([Cell(_slip(sheet, it, inner))] * 2, height // 2 - twips(1), is_exact=True)
    return [writer.table("Broadsheet Slips", [writer.width // 2] * 2, [row] * (it.copies // 2))]


def _slip(sheet: SheetWriter, it: Record, width: int) -> list[str]:
    writer = sheet.writer
    return [
        writer.paragraph("Broadsheet Kicker", writer.run(it.title)),
        sheet.name_fields(it.asked, width),
        writer.paragraph("Heading 1", sheet.say("exit_ticket")),
        *sheet.prose.blocks(it.exit_ticket.ask, Place(below=1)),
        ruled(writer, it.exit_ticket.lines, width=width),
        writer.paragraph("Broadsheet Own", sheet.say("own_question")),
        ruled(writer, it.own_question.lines, width=width),
    ]
