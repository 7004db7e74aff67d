"""Jobs done side by side, each in a process of its own with limits on time and memory.

A server process loads what the work needs once, while the caller still reads and composes; every
job is forked from it and starts at once. A job that takes too long or too much is stopped without
harm to the others: a lesson may come from a stranger.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import forkserver, util
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from broadsheet.render.page import ThemeError

Key = TypeVar("Key")
Job = TypeVar("Job")
Made = TypeVar("Made")

SECONDS: Final = 60.0
"""Longest that one document may take."""
MEMORY: Final = 2 * 1024**3
"""Most address space that one document's process may take, in bytes."""

LONGEST_FOLDER: Final = 60
"""Bytes of a folder's name that sockets can be made in; a whole name may have about 100."""

_CONTEXT: Final = multiprocessing.get_context("forkserver")


@dataclass(frozen=True, slots=True)
class Done(Generic[Key, Made]):
    """What was made for a key."""

    key: Key
    made: Made


@dataclass(frozen=True, slots=True)
class Failed(Generic[Key]):
    """Nothing was made: why, in a sentence, and where the fault is if that is known."""

    key: Key
    reason: str
    file: Path | None = None
    line: int | None = None


def start() -> None:
    """Start the server process, and let it load WeasyPrint while the caller goes on.

    Loading takes half a second: call it as early as it is known that something will be rendered.
    """
    if len(os.fsencode(tempfile.gettempdir())) > LONGEST_FOLDER:
        _meet_in(Path("/tmp"))  # noqa: S108 - a folder of a name of our own is made in it
    _CONTEXT.set_forkserver_preload(["broadsheet.render.preload"])
    forkserver.ensure_running()


def _meet_in(folder: Path) -> None:
    """Make the folder of our processes' sockets in `folder`, if that can be done."""
    chosen, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        with suppress(OSError):
            util.get_temp_dir()  # made once, and kept
    finally:
        tempfile.tempdir = chosen


def run(
    jobs: Iterable[tuple[Key, Job]], work: Callable[[Job], Made], seconds: float = SECONDS
) -> Iterator[Done[Key, Made] | Failed[Key]]:
    """Do `work` on every job, as many at once as there are processors; yield as they finish.

    Jobs are taken from `jobs` as processes become free, so that they may be made on the way.
    """
    waiting = iter(jobs)
    running: dict[Connection, tuple[Any, Key, float]] = {}
    try:
        while True:
            while len(running) < (os.cpu_count() or 1) and (job := next(waiting, None)):
                ours, theirs = _CONTEXT.Pipe(duplex=False)
                process = _CONTEXT.Process(target=_child, args=(work, job[1], theirs), daemon=True)
                process.start()
                theirs.close()
                running[ours] = (process, job[0], time.monotonic() + seconds)
            if not running:
                return
            earliest = min(deadline for _, _, deadline in running.values())
            ready = wait(list(running), timeout=max(earliest - time.monotonic(), 0))
            for connection in [c for c in running if c in ready]:
                process, key, _ = running.pop(connection)
                yield _received(connection, process, key)
            for connection in [c for c in running if running[c][2] <= time.monotonic()]:
                process, key, _ = running.pop(connection)
                process.kill()
                process.join()
                connection.close()
                yield Failed(key, f"it took longer than {seconds:.0f} seconds")
    finally:
        for process, _, _ in running.values():
            process.kill()
            process.join()


def _received(connection: Connection, process: Any, key: Key) -> Done[Key, Any] | Failed[Key]:
    try:
        answer = connection.recv()
    except EOFError:
        answer = ("its process ended without an answer, perhaps for lack of memory", None, None)
    finally:
        connection.close()
        process.join()
    return Failed(key, *answer) if isinstance(answer, tuple) else Done(key, answer)


def _child(work: Callable[[Job], Made], job: Job, answers: Connection) -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        answers.send(work(job))
    except MemoryError:
        answers.send((f"it needs more than {MEMORY // 1024**3} GiB of memory", None, None))
    except RecursionError:
        answers.send(("its Markdown is nested too deeply", None, None))
    except ThemeError as error:
        answers.send((error.reason, error.file, error.line))
    except Exception as error:  # whatever it is, the other documents go on
        answers.send((str(error) or type(error).__name__, None, None))
