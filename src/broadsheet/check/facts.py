"""Can every fact be looked up, and has somebody done so of late?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.check.works import Described, works
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.citation import Citation
from broadsheet.reading.dates import PartialDate

YEARS: Final = 2
"""For so many years a fact counts as checked."""

THIN: Final = Rule(
    code="citation-thin",
    severity=Severity.WARNING,
    what="A work is cited without a date, an address, a place in it or a number.",
    why="A fact has a source and a date. With a title alone, the next reader may find another "
    "edition, or nothing.",
    bad="cite: {title: Annual report, publisher: The Council}",
    good="cite: {title: Annual report, publisher: The Council, date: 2023, where: table 4}",
)

DUE: Final = Rule(
    code="fact-check-due",
    severity=Severity.WARNING,
    what=f"A source was last read more than {YEARS} years ago.",
    why="Pages move and figures are corrected; the fact log tells a teacher on what day each was "
    "last seen.",
    bad="checked: 2019-05-02",
    good="checked: 2026-11-20",
)

UNCHECKED: Final = Rule(
    code="fact-unchecked",
    severity=Severity.ADVICE,
    what="Sources are to be re-checked, or do not say when they were read.",
    why="The fact log prints it beside each of them. Read them once more before a class does.",
    bad="checked: to be re-checked",
    good="checked: 2026-11-20",
)

RULES: Final = (THIN, DUE, UNCHECKED)

_NAMED: Final = 3
"""How many works a finding names before it counts the others."""


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each thin citation, and one for all that wait to be read again."""
    described = list(works(subject))
    for path, _, work in described:
        if not (work.date or work.url or work.where or re.search(r"\d", work.title)):
            yield Remark(
                THIN,
                f"“{work.title}” has neither a date nor a place to find it",
                "add `date`, `url` or `where` (page, article, table)",
                path,
            )
    due = [each for each in described if _is_old(each.work, subject.today)]
    if due:
        yield Remark(
            DUE,
            f"last read more than {YEARS} years ago: {_listed(due)}",
            "read each again and write the day under `checked`",
            (*due[0].path, "checked"),
        )
    unread = [each for each in described if not isinstance(each.work.checked, PartialDate)]
    if unread:
        yield Remark(
            UNCHECKED,
            f"{len(unread)} of {len(described)} cited works wait to be checked: {_listed(unread)}",
            "read each in its source and write the day under `checked`",
            (*unread[0].path, "checked"),
        )


def _is_old(work: Citation, today: date) -> bool:
    if not isinstance(work.checked, PartialDate):
        return False
    year, month, day = work.checked.last_day
    return (year + YEARS, month, day) < (today.year, today.month, today.day)


def _listed(described: Sequence[Described]) -> str:
    keys = list(dict.fromkeys(each.key for each in described))
    more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
    return ", ".join(keys[:_NAMED]) + more
