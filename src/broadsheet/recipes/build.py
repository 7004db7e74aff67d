"""The recipe: find, read, check, compose, render, write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from broadsheet.check.core_sheet import findings_of_core
from broadsheet.check.silence import silence
from broadsheet.findings import Finding, Place, in_order
from broadsheet.orders.composing import manuscript_of
from broadsheet.orders.order import Order
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE, Table
from broadsheet.recipes.collection import Collection, read_collection
from broadsheet.recipes.made import said_of
from broadsheet.recipes.shelf import Shelf
from broadsheet.render.manuscript import Job
from broadsheet.render.press import Printed, Spoilt, printed
from broadsheet.render.rules import FAULT_OF_OURS, NOT_RENDERED, THEME_FAULT
from broadsheet.render.workers import start
from broadsheet.theme.look import ThemeError, look_of


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made and what it found."""

    lessons: int
    written: tuple[Path, ...]
    findings: tuple[Finding, ...]
    units: int = 0
    silenced: int = 0
    """How many findings the lessons leave alone, each with a reason."""
    settings: tuple[Path, ...] = ()
    """The settings that hold for what was asked for."""
    slow_subsetting: bool = False
    """True where fonts were embedded the slow way, for lack of a library."""


def build(
    request: Request,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    table: Table = TABLE,
) -> Report:
    """Make every document of every lesson and unit that has no errors.

    `progress` is told how many of how many documents are done. A lesson with an error writes
    nothing, nor does a unit of it, and the others go on. The documents of a lesson or unit are
    written together: where one can't be made, none is.
    """
    start()
    collection = read_collection(request.files, request.today)
    wanted, faults = _wanted(collection, request, table)
    with Shelf(wanted) as shelf:
        made = _carried_out(wanted, shelf, progress)
    return Report(
        lessons=collection.lessons,
        written=tuple(sorted(shelf.written)),
        findings=in_order([*collection.findings, *faults, *made.findings]),
        units=collection.units,
        silenced=collection.silenced + made.silenced,
        settings=collection.settings,
        slow_subsetting=made.slow_subsetting,
    )


def _wanted(
    collection: Collection, request: Request, table: Table
) -> tuple[list[Order], list[Finding]]:
    """Every document that is to be made, and what is wrong with its editions."""
    lessons, units = collection.good_lessons, collection.good_units
    wanted, faults = orders([*lessons, *units], request, table)
    core = {order.file for order in wanted if order.edition and order.edition.is_core}
    bare = [
        finding
        for each in lessons
        if each.file in core
        for finding in findings_of_core(each.loaded, request.today, each.school.limits)
    ]
    return wanted, [*faults, *bare]


@dataclass(slots=True)
class _Outcome:
    """What came of making documents, so far."""

    findings: list[Finding] = field(default_factory=list)
    silenced: int = 0
    slow_subsetting: bool = False


def _carried_out(
    wanted: Sequence[Order], shelf: Shelf, progress: Callable[[int, int], None]
) -> _Outcome:
    """Make every document, and put it on the shelf or say why there is none."""
    came = _Outcome()
    progress(0, len(wanted))
    for count, outcome in enumerate(_made(wanted), start=1):
        order = outcome.key
        if isinstance(outcome, Printed):
            came.slow_subsetting = came.slow_subsetting or outcome.made.slow_subsetting
            said, silent = silence(said_of(order, outcome.made), order.ignore)
            came.findings += [*said, *shelf.put(order, outcome.made.data)]
            came.silenced += len(silent)
        else:
            came.findings += [_not_rendered(outcome), *shelf.miss(order)]
        progress(count, len(wanted))
    return came


def _made(wanted: Sequence[Order]) -> Iterator[Printed[Order] | Spoilt[Order]]:
    """Compose each order here and render it elsewhere; an order that can't be composed fails."""
    read = cache(look_of)
    broken: list[Spoilt[Order]] = []

    def jobs() -> Iterator[tuple[Order, Job]]:
        for order in wanted:
            try:
                yield order, Job(order.format.renderer, manuscript_of(order, read))
            except ThemeError as error:
                broken.append(Spoilt(order, error.reason, error.file, error.line))
            except Exception as error:  # ours: it costs this lesson alone
                broken.append(Spoilt(order, f"{FAULT_OF_OURS} ({type(error).__name__}: {error})"))

    yield from printed(jobs())
    yield from broken


def _not_rendered(failed: Spoilt[Order]) -> Finding:
    if failed.file is not None:
        line = failed.line or 1
        return Finding(
            THEME_FAULT,
            f"the theme has a fault here: {failed.reason}",
            "mend it there; the earlier documents, if any, still stand",
            failed.key.school.theme.place(failed.file),
            Place(line, 1, line, 1),
        )
    return Finding(
        NOT_RENDERED,
        f"{failed.key.target.name} could not be laid out: {failed.reason}",
        "its documents are written together, so the earlier ones, if any, still stand",
        failed.key.file,
    )
