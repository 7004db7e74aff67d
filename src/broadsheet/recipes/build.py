"""The recipe: what stands is left alone, and the rest is made."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import replace

from broadsheet.cache.store import Store
from broadsheet.making.begin import begun
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
    executor: Executor | None = None,
    cluster: str | None = None,
) -> Report:
    """Make every document of every lesson and unit that has no errors and is not up to date.

    `progress` is told how many of how many documents are done, and the last one's name. A lesson
    with an error writes nothing, nor does a unit of it, and the others go on. The documents of a
    lesson or unit are written together: where one can't be made, none is.

    What was made before is found in `store`, and what is made is kept there; a table that is not
    ours makes what we know nothing of, so for one nothing is kept. With an `executor`, documents
    are made where that takes them, each as a value that travels; with `cluster`, by the machines of
    the scheduler at that address; else by processes of this machine.

    Raises NotBegunError where something is asked for that there is not, or there is nothing to make
    it with. Nothing is asked of that where all stands.
    """
    if table is not TABLE:
        store = None
    records = standing(request, store)
    rest = [file for file in request.files if file not in records]
    if not rest:
        return with_standing((), records)
    with begun(request, table, executor, cluster) as takes:
        # Only now: reading and composing take longer to load than it takes to see that all stands.
        from broadsheet.making.batches import make_in_batches

        made = make_in_batches(replace(request, files=rest), progress, table, store, takes)
        return with_standing(tuple(made), records)
