"""A class set: a sheet for each student, and the list of them that lies on top of the pile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from broadsheet.compose.document import Composed
from broadsheet.compose.sheet import NameFields


@dataclass(frozen=True, slots=True)
class Handed:
    """A student's leaves in the pile, or those that the class shares."""

    number: int | None
    """Its number in the list; None for what the class shares."""
    name: str
    """Whose it is, or what it is; empty for one of many without names."""
    edition: str
    """The edition as it is named at the foot; empty for the standard one."""
    parts: tuple[int, ...]
    """The numbers of its parts in the pile, counted from 1; each begins on a front."""


@dataclass(frozen=True, slots=True)
class ClassList:
    """The sheets in the order in which they lie."""

    title: str
    """The lesson's."""
    sheets: tuple[Handed, ...]


def with_name(sheet: Composed, name: str) -> Composed:
    """The same sheet with a student's name on it, above and at the foot of every page."""
    return replace(
        sheet,
        owner=name,
        sections=tuple(
            replace(each, name=name) if isinstance(each, NameFields) else each
            for each in sheet.sections
        ),
    )


def class_list(sheet: Composed, sheets: Sequence[Handed]) -> Composed:
    """The list of a pile of sheets; `sheet` is one of them."""
    return Composed(
        name="class_set",
        labels=sheet.labels,
        title=sheet.title,
        summary=sheet.summary,
        sections=(ClassList(sheet.title, tuple(sheets)),),
    )
