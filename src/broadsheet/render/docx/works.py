"""The list of works that notes rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from broadsheet.locale.labels import Labels
from broadsheet.plain import Record
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Address
from broadsheet.render.docx.blocks import Block, Pieces, between, bold, kept, paragraph
from broadsheet.text.no_break import NO_BREAK_SPACE


def works(it: Record, labels: Labels) -> Iterator[Block]:
    """Works by number; the day of those that stand out is said with them."""
    yield paragraph("Heading 1", labels.say("references"))
    if it.tells_days:
        day: Any = it.usual_day
        told = labels.say("fact_log_usual", day=labels.date(day) if day else "")
        yield kept(paragraph("Normal", told))
    listed = between(labels.sentence_gap, (_work(work, labels) for work in it.works))
    yield paragraph("Broadsheet References", *listed)


def _work(work: Record, labels: Labels) -> Pieces:
    published: Any = work.published
    day = labels.date(published) if published else ""
    parts = (
        *(work.author, work.title, work.part_of, work.publisher),
        *(day, work.where, work.note),
    )
    number = (bold(f"[{work.number}]"), NO_BREAK_SPACE)
    found = (f"{labels.comma.strip()} ", Address(work.url)) if work.url else ()
    checked = ""
    if work.stands_out:
        read: Any = work.checked
        said = labels.say("to_be_rechecked") if work.is_to_be_rechecked else labels.date(read)
        checked = labels.gap + labels.bracketed(said)
    return (*number, spoken.parted(parts, labels), *found, checked, labels.stop.strip())
