"""Machines that make documents together, by the scheduler of Dask (the extra `cluster`).

Nothing is reached unless its address was asked for by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any, Final, cast

from broadsheet.cache.versions import versions
from broadsheet.render.workers.far import unlike

PATIENCE: Final = 3
"""Seconds in which a scheduler must answer."""


class NoClusterError(Exception):
    """Why nothing can be made there, and what to do."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Give the executor of the scheduler at an address, such as `tcp://192.0.2.7:8786`.

    Raises NoClusterError where none answers, it has no workers, or these are of another version.
    """
    client = _client(address)
    try:
        _look_at(client, address)
        # Not pure: a job is named after nothing, so no answer is kept by the scheduler.
        yield client.get_executor(pure=False)
    finally:
        client.close(timeout=PATIENCE)


def _client(address: str) -> Any:
    try:
        import dask
        from distributed import Client
    except ImportError:
        raise NoClusterError(
            "a cluster needs the extra `cluster`", "pip install 'broadsheet[cluster]'"
        ) from None
    # Its own patience is half a minute, in which it tries again and again.
    with dask.config.set({"distributed.comm.timeouts.connect": f"{PATIENCE}s"}):
        try:
            return cast("Any", Client)(address, timeout=PATIENCE, set_as_default=False)
        except Exception:  # what else may listen there says what it likes, and that is read
            raise NoClusterError(
                f"no scheduler answers at {address}",
                "start one with `dask scheduler`, which says its address: tcp://…:8786",
            ) from None


def _look_at(client: Any, address: str) -> None:
    """Raise NoClusterError unless all workers would make the same bytes as we."""
    answers: dict[str, Any] = client.run(versions, on_error="return")
    if not answers:
        raise NoClusterError(
            f"the scheduler at {address} has no workers",
            f"start one on each machine: `dask worker {address} --nthreads 1`",
        )
    ours = versions()
    for worker, theirs in answers.items():
        if isinstance(theirs, BaseException):
            raise NoClusterError(
                f"the worker at {worker} has no Broadsheet that answers: {theirs}",
                "install this release of Broadsheet beside each worker",
            )
        if other := unlike(theirs, ours):
            raise NoClusterError(
                f"the worker at {worker} has {other}",
                "install the same versions there, so that all make the same bytes",
            )
