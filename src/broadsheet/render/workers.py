"""Documents rendered side by side, each in a process of its own with limits on time and memory.

Processes are forked after WeasyPrint is loaded, so each starts at once. A document that takes too
long or too much is stopped without harm to the others: a lesson may come from a stranger.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from broadsheet.render.html import ThemeError

Job = TypeVar("Job")
Made = TypeVar("Made")

SECONDS: Final = 60.0
"""Longest that one document may take."""
MEMORY: Final = 2 * 1024**3
"""Most address space that one document's process may take, in bytes."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Job, Made]):
    """A job and what it made."""

    job: Job
    made: Made


@dataclass(frozen=True, slots=True)
class Failed(Generic[Job]):
    """A job that gave nothing: why, in a sentence, and where the fault is if that is known."""

    job: Job
    reason: str
    file: Path | None = None
    line: int | None = None


def run(
    jobs: Iterable[Job], work: Callable[[Job], Made], seconds: float = SECONDS
) -> Iterator[Done[Job, Made] | Failed[Job]]:
    """Do `work` on every job, as many at once as there are processors; yield as they finish."""
    waiting = list(jobs)[::-1]
    running: dict[Connection, tuple[Any, Job, float]] = {}
    context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    try:
        while waiting or running:
            while waiting and len(running) < (os.cpu_count() or 1):
                job = waiting.pop()
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_child, args=(work, job, theirs), daemon=True)
                process.start()
                theirs.close()
                running[ours] = (process, job, time.monotonic() + seconds)
            earliest = min(deadline for _, _, deadline in running.values())
            ready = wait(list(running), timeout=max(earliest - time.monotonic(), 0))
            for connection in [c for c in running if c in ready]:
                process, job, _ = running.pop(connection)
                yield _received(connection, process, job)
            for connection in [c for c in running if running[c][2] <= time.monotonic()]:
                process, job, _ = running.pop(connection)
                process.kill()
                process.join()
                connection.close()
                yield Failed(job, f"it took longer than {seconds:.0f} seconds")
    finally:
        for process, _, _ in running.values():
            process.kill()
            process.join()


def _received(connection: Connection, process: Any, job: Job) -> Done[Job, Made] | Failed[Job]:
    try:
        outcome: Done[Job, Made] | Failed[Job] = connection.recv()
    except EOFError:
        outcome = Failed(job, "its process ended without an answer, perhaps for lack of memory")
    finally:
        connection.close()
        process.join()
    return outcome


def _child(work: Callable[[Job], Made], job: Job, answers: Connection) -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        answers.send(Done(job, work(job)))
    except MemoryError:
        answers.send(Failed(job, f"it needs more than {MEMORY // 1024**3} GiB of memory"))
    except RecursionError:
        answers.send(Failed(job, "its Markdown is nested too deeply"))
    except ThemeError as error:
        answers.send(Failed(job, error.reason, error.file, error.line))
    except Exception as error:  # whatever it is, the other documents go on
        answers.send(Failed(job, str(error) or type(error).__name__))
