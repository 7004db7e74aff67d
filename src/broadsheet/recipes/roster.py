"""A class list as schools have it: a table of names and, for some, editions.

A name appears in no message: a row is told by its number, as a spreadsheet shows it.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from broadsheet.reading.spelling import meant
from broadsheet.recipes.refusal import Refusal
from broadsheet.theme import STANDARD

MOST: Final = 500
"""Most pupils of one list; a school prints class by class."""
LARGEST: Final = 1024 * 1024
"""Most bytes of a list."""
_LONGEST: Final = 120
"""Most letters of a name."""
_PARTED_BY: Final = "\t;,"
"""What may part the cells of a row."""
_EDITION: Final = "edition"
_FAMILY: Final = "last name"
_GIVEN: Final = "first name"
_NAMES: Final = ("name", "student", "pupil", "full name", _FAMILY, _GIVEN)
_FIELD_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Pupil:
    """A row of a class list."""

    row: int
    """Its number in the list, counted from 1 with the headings."""
    name: str
    edition: str
    """The name of an edition."""


def roster(data: bytes, editions: Sequence[str]) -> list[Pupil] | Refusal:
    """Read a class list, in the order of its rows; `editions` are those that there are.

    Its first row may hold headings, `name` and `edition`, or `last name` and `first name`; without
    any, names stand first and editions after them, or each row is a name, as `Last, First`. A row
    without an edition gets the standard one.
    """
    if len(data) > LARGEST:
        return Refusal("the class list is larger than 1 MB", "give the list of one class")
    rows = _table(data)
    if isinstance(rows, Refusal):
        return rows
    columns = _headings(rows[0][1])
    named = rows[1:] if columns else rows
    if not named:
        return Refusal("the class list has headings and no names", "write a name in each row")
    if len(named) > MOST:
        return Refusal(
            f"the class list has {len(named)} names, and at most {MOST} are printed at once",
            "give the list of one class",
        )
    if columns and not columns.keys() & set(_NAMES):
        return Refusal(
            "the class list has no column of names", "give it the heading `name` in its first row"
        )
    if not columns and not any(_edition_of(cells[1:2]) in editions for _, cells in named):
        named = [(number, [", ".join(filter(None, cells))]) for number, cells in named]
    pupils: list[Pupil] = []
    for number, cells in named:
        pupil = _pupil(number, cells, columns or {"name": 0, _EDITION: 1}, editions)
        if isinstance(pupil, Refusal):
            return pupil
        pupils.append(pupil)
    return pupils


def told_apart(pupils: Sequence[Pupil]) -> tuple[list[Pupil], tuple[tuple[int, ...], ...]]:
    """Number those who share a name, in the order of the list; give their rows too."""
    alike: dict[str, list[Pupil]] = {}
    for pupil in pupils:
        if pupil.name:
            alike.setdefault(unicodedata.normalize("NFKC", pupil.name).casefold(), []).append(pupil)
    shared = [those for those in alike.values() if len(those) > 1]
    numbers = {pupil.row: number for those in shared for number, pupil in enumerate(those, start=1)}
    told = [
        replace(pupil, name=f"{pupil.name} ({numbers[pupil.row]})")
        if pupil.name and pupil.row in numbers
        else pupil
        for pupil in pupils
    ]
    return told, tuple(tuple(pupil.row for pupil in those) for those in shared)


def _table(data: bytes) -> list[tuple[int, list[str]]] | Refusal:
    """The rows that hold anything, with their numbers; one at least."""
    text = _decoded(data)
    if text is None:
        return Refusal(
            "the class list is in an encoding that does not say which it is",
            "in the spreadsheet, save it as “CSV UTF-8”",
        )
    try:
        rows = [(number, cells) for number, cells in _rows(text) if any(cells)]
    except csv.Error:
        return Refusal(
            "the class list has a cell without an end",
            "look for a quotation mark that is opened and not closed",
        )
    return rows or Refusal("the class list is empty", "write a name in each row")


def _decoded(data: bytes) -> str | None:
    """The text of a file that says its encoding, or that is UTF-8; None for any other."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.lstrip(_FIELD_MARK)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows with their numbers, their cells without blanks around them."""
    first = text.lstrip().split("\n", 1)[0]
    parted_by = max(_PARTED_BY, key=first.count)
    if first.startswith("sep="):  # Excel's own word for what parts cells
        parted_by, text = first[4:5] or ",", text.lstrip().partition("\n")[2]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by)
    return [(number, [_clean(cell) for cell in row]) for number, row in enumerate(reader, start=1)]


def _clean(cell: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in cell).split())


def _headings(cells: Sequence[str]) -> dict[str, int]:
    """The columns by their headings; none where the first row is a name already."""
    found = {cell.casefold().replace("_", " "): at for at, cell in enumerate(cells)}
    return found if found.keys() & {*_NAMES, _EDITION} else {}


def _pupil(
    number: int, cells: Sequence[str], columns: Mapping[str, int], editions: Sequence[str]
) -> Pupil | Refusal:
    def cell(heading: str) -> str:
        at = columns.get(heading, len(cells))
        return cells[at] if at < len(cells) else ""

    whole = next((words for heading in _NAMES[:4] if (words := cell(heading))), "")
    name = whole or " ".join(filter(None, (cell(_GIVEN), cell(_FAMILY))))
    if not name:
        return Refusal(f"row {number} of the class list has no name", "write one, or clear the row")
    if len(name) > _LONGEST:
        return Refusal(
            f"the name in row {number} has {len(name)} letters, and there is room for {_LONGEST}",
            "shorten it; a list without quotation marks may have run rows together",
        )
    edition = _edition_of([cell(_EDITION)]) or STANDARD
    if edition not in editions:
        near = meant(edition, editions).one
        hint = f"did you mean {near}?" if near else f"there are {', '.join(editions)}"
        # What stands there may be a part of a name, where columns are another way round.
        return Refusal(f"row {number} of the class list asks for an edition that is unknown", hint)
    return Pupil(number, name, edition)


def _edition_of(cells: Sequence[str]) -> str:
    """The name of an edition as a cell has it; nothing for none."""
    return cells[0].casefold().replace(" ", "-") if cells else ""
