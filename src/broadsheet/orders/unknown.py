"""Names that the table does not know, in requests and in settings, and what they may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from broadsheet.findings import Finding, Remark
from broadsheet.orders.order import Document, Format
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE, Table
from broadsheet.school.named import hint_at
from broadsheet.school.settings import WRONG_SETTING, School, Settings
from broadsheet.theme import ALL


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that was asked for and that nothing has."""

    kind: Literal["document", "format"]
    """What it was asked for as."""
    name: str
    hint: str
    index: int = 0
    """Which of the names asked for it is, counted from 0."""

    @property
    def message(self) -> str:
        """Say that there is none."""
        return f"there is no {self.kind} {self.name}"


def unknown_in(asked: Request | Settings, table: Table = TABLE) -> Iterator[Unknown]:
    """Yield the documents and formats that are asked for and are not in the table."""
    yield from _unknown("document", asked.documents or (), table.documents)
    yield from _unknown("format", asked.formats or (), table.formats)


def _unknown(
    kind: Literal["document", "format"], asked: Sequence[str], rows: Sequence[Document | Format]
) -> Iterator[Unknown]:
    known = [row.name for row in rows]
    for index, name in enumerate(asked):
        if name not in (*known, ALL):
            yield Unknown(kind, name, hint_at(name, known), index)


def faults_of_settings(school: School, table: Table = TABLE) -> list[Finding]:
    """What a school's settings ask for that is not in the table, each at its line."""
    document = school.document
    if document is None:
        return []
    return [
        document.locate(
            Remark(WRONG_SETTING, each.message, each.hint, (f"{each.kind}s", each.index))
        )
        for each in unknown_in(school.settings, table)
    ]
