"""The fact log: every cited work, and when somebody last read it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from broadsheet.compose.naming import title_of_whole, title_of_work
from broadsheet.compose.notes import Reference, References, Tally
from broadsheet.lesson.citation import Citation
from broadsheet.locale.labels import Labels
from broadsheet.reading.dates import PartialDate


def tally(works: Sequence[Citation]) -> Tally | None:
    """Count works, those read and those that wait; None where there are none."""
    days = sorted(_days(works), key=lambda day: (day.first_day, day.last_day))
    first, last = (days[0], days[-1]) if days else (None, None)
    return Tally(len(works), len(days), first, last, len(works) - len(days)) if works else None


def references(numbered: Sequence[tuple[int, Citation]], labels: Labels) -> References:
    """The works by number; a day is told where it is not the one on which most were read."""
    days = Counter(_days([work for _, work in numbered]))
    usual = max(days, key=lambda day: (days[day], day.last_day)) if days else None
    works = tuple(_reference(number, work, labels, usual) for number, work in numbered)
    return References(works, usual, any(work.stands_out for work in works))


def _days(works: Sequence[Citation]) -> list[PartialDate]:
    return [work.checked for work in works if isinstance(work.checked, PartialDate)]


def _reference(number: int, work: Citation, labels: Labels, usual: PartialDate | None) -> Reference:
    author, publisher, where, note = (
        labels.words(part) if part else None
        for part in (work.author, work.publisher, work.where, work.note)
    )
    checked = work.checked if isinstance(work.checked, PartialDate) else None
    return Reference(
        number=number,
        author=author,
        title=title_of_work(work, labels),
        part_of=title_of_whole(work.part_of, labels) if work.part_of else None,
        publisher=publisher,
        published=work.date,
        where=where,
        note=note,
        url=work.url,
        checked=checked,
        is_to_be_rechecked=checked is None,
        # Where every work waits, none stands out: the first page says so once.
        stands_out=checked != usual,
    )
