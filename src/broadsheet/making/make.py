"""Making what does not stand: find, read, check, compose, render, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import cache, partial
from typing import TypeAlias

from broadsheet.cache.answers import Answers
from broadsheet.cache.store import MEGABYTES, Store
from broadsheet.check.silence import silence
from broadsheet.collection.read import read_collection
from broadsheet.findings import Finding, in_order
from broadsheet.making.made import not_rendered, said_of
from broadsheet.making.progress import Progress
from broadsheet.making.recording import Outcome, keep_records
from broadsheet.making.report import Report
from broadsheet.making.shelf import Shelf
from broadsheet.making.wanted import job_of, wanted_of
from broadsheet.noted import noting, together
from broadsheet.orders.order import Order
from broadsheet.orders.request import Request
from broadsheet.orders.table import Table
from broadsheet.render.manuscript import Job
from broadsheet.render.press import Printed, Spoilt, printed
from broadsheet.theme.look import look_of

Press: TypeAlias = Callable[[Iterable[tuple[Order, Job]]], Iterator[Printed[Order] | Spoilt[Order]]]
"""Makes files of jobs, here or elsewhere."""


def make(
    request: Request,
    names: Sequence[Finding],
    progress: Progress,
    table: Table,
    store: Store | None,
    executor: Executor | None,
) -> Report:
    """Read and judge what a request names, and make its documents, but for those that are kept.

    `names` are what is wrong with the names of what it names.
    """
    collection = read_collection(request.files, request.today, names)
    wanted, faults = wanted_of([*collection.good_lessons, *collection.good_units], request, table)
    with Shelf(wanted, store.give_way if store else None) as shelf:
        made = _carried_out(
            wanted,
            shelf,
            progress,
            partial(printed, at_once=request.jobs, executor=executor, answers=Answers(store)),
        )
    judged = collection.judged
    findings = in_order([*judged.findings, *faults, *made.findings])
    if store:
        keep_records(request, collection, findings, made, shelf, store)
        store.trim(max((each.school.settings.cache for each in wanted), default=MEGABYTES))
    return Report(
        lessons=judged.lessons,
        written=tuple(sorted(shelf.written)),
        findings=findings,
        units=judged.units,
        silenced=judged.silenced + sum(made.silenced.values()),
        settings=judged.settings,
        slow_subsetting=made.slow_subsetting,
        standing=tuple(sorted(shelf.standing)),
        unkept=store.refused if store else "",
    )


def _carried_out(
    wanted: Sequence[Order],
    shelf: Shelf,
    progress: Progress,
    to_files: Press,
) -> Outcome:
    """Make every document, and put it on the shelf or say why there is none."""
    came = Outcome()
    progress(0, len(wanted))
    for count, outcome in enumerate(_made(wanted, came, to_files), start=1):
        order = outcome.key
        if isinstance(outcome, Printed):
            came.slow_subsetting = came.slow_subsetting or outcome.made.slow_subsetting
            said, silent = silence(said_of(order, outcome.made), order.ignore)
            came.findings += [
                *said,
                *shelf.put(order, outcome.made.data, was_kept=outcome.was_kept),
            ]
            came.silenced[order.file] += len(silent)
            if outcome.made.from_machine:
                came.from_machine.add(order.file)
        else:
            came.findings += [not_rendered(outcome), *shelf.miss(order)]
        progress(count, len(wanted), order.target.name)
    return came


def _made(
    wanted: Sequence[Order], came: Outcome, to_files: Press
) -> Iterator[Printed[Order] | Spoilt[Order]]:
    """Compose each order here and render it elsewhere; an order that can't be composed fails."""
    read = cache(look_of)
    broken: list[Spoilt[Order]] = []

    def jobs() -> Iterator[tuple[Order, Job]]:
        for order in wanted:
            with noting() as noted:
                job = job_of(order, read)
            if isinstance(job, Spoilt):
                broken.append(job)
                continue
            came.noted[order.file] = together(came.noted.get(order.file, {}), noted)
            yield order, job

    yield from to_files(jobs())
    yield from broken
