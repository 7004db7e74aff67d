"""Many lessons, some at a time, so that memory does not grow with their number.

A lesson that was read takes a third of a megabyte, and is needed until its documents are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace
from typing import Final

from broadsheet.cache.store import Store
from broadsheet.collection.names import name_faults
from broadsheet.making.make import make
from broadsheet.making.progress import Progress
from broadsheet.making.report import Report
from broadsheet.orders.request import Request
from broadsheet.orders.table import Table
from broadsheet.school.lookup import is_settings

LESSONS: Final = 100
"""Lessons and units that are read, judged and made before the next are read."""


def make_in_batches(
    request: Request,
    progress: Progress,
    table: Table,
    store: Store | None,
    executor: Executor | None,
) -> Iterator[Report]:
    """Make what a request asks for, and report on each batch as its documents are in place.

    `progress` is told how many of about how many documents are done: how many the lessons of later
    batches yield is taken from those before them, until they are read.
    """
    # No two of all of them may have one name.
    names = name_faults([file for file in request.files if not is_settings(file)])
    count = Count(progress, len(request.files))
    for start in range(0, len(request.files), LESSONS):
        batch = request.files[start : start + LESSONS]
        theirs = [fault for fault in names if fault.file in batch]
        yield make(replace(request, files=batch), theirs, count.tell, table, store, executor)
        count.turn(len(batch))


class Count:
    """How many documents are done, over all batches."""

    def __init__(self, progress: Progress, files: int) -> None:
        """`files` are all lessons and units that are asked for."""
        self._progress = progress
        self._left = files
        self._before = self._here = 0
        self._seen = 0

    def tell(self, done: int, every: int, last: str = "") -> None:
        """Learn how many of a batch's documents are done, and the last one's name."""
        self._here = every
        batch = min(LESSONS, self._left)
        seen = self._seen + batch
        later = (self._before + every) * (self._left - batch) // seen
        self._progress(self._before + done, self._before + every + later, last)

    def turn(self, files: int) -> None:
        """Learn that a batch of so many files is over."""
        self._before += self._here
        self._here = 0
        self._seen += files
        self._left -= files
