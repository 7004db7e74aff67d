"""The files of a lesson or a unit, by document and edition, and what one gets with each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from broadsheet.compose.worksheet import title_of_edition
from broadsheet.locale.labels import Labels
from broadsheet.orders.order import Document, Format, Order
from broadsheet.school.edition import Edition
from broadsheet.school.paper import Paper
from broadsheet.site.values import Download, Row, Shelf
from broadsheet.theme import STANDARD


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a build has made."""

    size: int
    """In bytes."""
    sides: int | None
    """None for a file without pages."""


def shelves_of(
    orders: Sequence[Order], made: Mapping[Path, Made], reader: Labels
) -> tuple[tuple[Shelf, ...], tuple[Shelf, ...]]:
    """The files for students, and those for teachers, with what most look for first."""
    ours = [order for order in orders if is_for_teachers(order)]
    theirs = [order for order in orders if not is_for_teachers(order)]
    return tuple(_shelves(theirs, made, reader)), tuple(_shelves(ours, made, reader))


def is_for_teachers(order: Order) -> bool:
    """Whether a file is kept apart from those that students get."""
    return order.document.is_for_teachers


def is_for_most(order: Order) -> bool:
    """Whether it is the sheet that most students get."""
    name = order.edition.name if order.edition else ""
    return (order.document.name, order.format.name, name) == ("worksheet", "pdf", STANDARD)


def sides_for_most(orders: Iterable[Order], made: Mapping[Path, Made]) -> int | None:
    """Sides of the sheet that most students get; None where there is no such file."""
    return next((made[order.target].sides for order in orders if is_for_most(order)), None)


def edition_note(name: str, reader: Labels) -> str:
    """For whom an edition is; nothing for one that a school has made."""
    key = name.replace("-", "_")
    return reader.say(f"edition_for_{key}") if f"edition_for_{key}" in reader.phrases else ""


def document_name(document: Document, reader: Labels) -> str:
    """What a reader calls a document."""
    phrase = document.name.replace("-", "_")
    return reader.say(phrase) if phrase in reader.phrases else document.name


def format_use(form: Format, reader: Labels) -> str:
    """What a reader calls a format, and what it is for."""
    key = re.sub("[^a-z0-9]", "_", form.name)
    return reader.say(f"format_{key}") if f"format_{key}" in reader.phrases else form.name.upper()


def edition_name(edition: Edition | None, reader: Labels) -> str:
    """What a reader calls an edition; nothing where there is none."""
    if edition is None:
        return ""
    if edition.name == STANDARD:
        return reader.say("edition_standard")
    return title_of_edition(edition, reader) or edition.name


def paper_name(paper: Paper | None) -> str:
    """What a paper is called everywhere: `A4`, `Letter`."""
    return paper.css.capitalize() if paper else ""


def _shelves(orders: Sequence[Order], made: Mapping[Path, Made], reader: Labels) -> Iterator[Shelf]:
    """The documents in the order of the table, but with the worksheet and the notes first."""
    by_document = sorted(orders, key=lambda order: not order.document.is_made_unasked)
    names = dict.fromkeys(order.document.name for order in by_document)
    for name in names:
        of_it = [order for order in by_document if order.document.name == name]
        rows = tuple(_rows(of_it, made, reader))
        yield Shelf(document_name(of_it[0].document, reader), rows)


def _rows(orders: Sequence[Order], made: Mapping[Path, Made], reader: Labels) -> Iterator[Row]:
    def edition_of(order: Order) -> str:
        return order.edition.name if order.edition else ""

    # The standard edition first, as most want it; the others by name.
    ordered = sorted(orders, key=lambda order: (edition_of(order) != STANDARD, edition_of(order)))
    for name, group in groupby(ordered, key=edition_of):
        of_it = list(group)
        yield Row(
            edition_name(of_it[0].edition, reader),
            edition_note(name, reader),
            tuple(_download(order, made[order.target], reader) for order in of_it),
        )


def _download(order: Order, made: Made, reader: Labels) -> Download:
    return Download(
        address=order.target.name,
        edition=edition_name(order.edition, reader),
        paper=paper_name(order.paper),
        format=order.format.name.upper(),
        use=format_use(order.format, reader),
        sides=made.sides,
        size=made.size,
    )
