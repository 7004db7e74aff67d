"""The recipe: what stands is left alone, and the rest is made."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from broadsheet.cache.record import Record
from broadsheet.cache.store import Store
from broadsheet.making.progress import Progress, silent
from broadsheet.making.report import Report
from broadsheet.making.standing import standing, with_standing
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE, Table


def build(
    request: Request,
    progress: Progress = silent,
    table: Table = TABLE,
    store: Store | None = None,
    records: Mapping[Path, Record] | None = None,
    executor: Executor | None = None,
) -> Report:
    """Make every document of every lesson and unit that has no errors and is not up to date.

    `progress` is told how many of how many documents are done, and the last one's name. A lesson
    with an error writes nothing, nor does a unit of it, and the others go on. The documents of a
    lesson or unit are written together: where one can't be made, none is.

    What was made before is found in `store`, and what is made is kept there; a table that is not
    ours makes what we know nothing of, so for one nothing is kept. `records` are those of what
    stands, where the caller has looked. With an `executor`, documents are made where that takes
    them, each as a value that travels; else by processes of this machine.
    """
    if table is not TABLE:
        store, records = None, {}
    if records is None:
        records = standing(request, store)
    rest = [file for file in request.files if file not in records]
    if not rest:
        return with_standing((), records)
    # Only now: reading and composing take longer to load than it takes to see that all stands.
    from broadsheet.making.batches import make_in_batches

    made = make_in_batches(replace(request, files=rest), progress, table, store, executor)
    return with_standing(tuple(made), records)
