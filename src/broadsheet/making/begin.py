"""What a build takes before anything is read: names that there are, libraries, machines."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from broadsheet.orders.request import Request
from broadsheet.orders.table import Table


class NotBegunError(Exception):
    """Why nothing was begun, and what to do."""

    def __init__(self, reason: str, hint: str, asked_as: str = "") -> None:
        """`asked_as` is `document`, `edition` or `format` where there is none of that name."""
        super().__init__(reason)
        self.reason, self.hint, self.asked_as = reason, hint, asked_as


@contextmanager
def begun(
    request: Request, table: Table, executor: Executor | None, cluster: str | None
) -> Iterator[Executor | None]:
    """Give what makes documents elsewhere, or None where processes of this machine do.

    `cluster` is the address of a scheduler. Raises NotBegunError.
    """
    _refuse_unknown(request, table)
    if cluster is not None:
        with _at(cluster) as far:
            yield far
        return
    if executor is None:
        _refuse_without_libraries(request, table)
        from broadsheet.render.workers.run import start

        start()  # they load what lays pages out while lessons are read
    yield executor


def _refuse_unknown(request: Request, table: Table) -> None:
    from broadsheet.making.asked import misasked

    if found := misasked(request, table):
        raise NotBegunError(found.why, found.hint, found.kind)


def _refuse_without_libraries(request: Request, table: Table) -> None:
    from broadsheet.libraries import lacking
    from broadsheet.making.asked import may_be_laid_out

    missing = lacking() if may_be_laid_out(request, table) else ()
    if missing:
        raise NotBegunError(
            f"this machine lacks {', '.join(missing)}",
            "`broadsheet doctor` says how to bring it",
        )


@contextmanager
def _at(address: str) -> Iterator[Executor]:
    from broadsheet.render.workers.cluster import NoClusterError, cluster

    try:
        with cluster(address) as executor:
            yield executor
    except NoClusterError as error:
        raise NotBegunError(error.reason, error.hint) from None
