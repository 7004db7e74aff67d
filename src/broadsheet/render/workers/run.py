"""Documents made side by side, each in a process with limits on time and memory.

A lesson and a theme may come from a stranger, so what they are made into is made elsewhere: in
processes that are started by us alone, without the working folder among what they import, and that
send back bytes which nobody runs. See `nursery` for the other side.
"""

from __future__ import annotations

import selectors
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import Final, Generic, TypeVar

from broadsheet.forked import processors
from broadsheet.render.limits import SECONDS
from broadsheet.render.workers.processes import Nursery, Worker

Key = TypeVar("Key")

_LOOK_UP: Final = 0.05
"""Seconds after which it is asked again whether what is being made is still wanted."""

_IN_AND_OUT: Final = selectors.EVENT_READ | selectors.EVENT_WRITE


@dataclass(frozen=True, slots=True)
class Done(Generic[Key]):
    """What a process answered for a key."""

    key: Key
    answer: bytes


@dataclass(frozen=True, slots=True)
class Failed(Generic[Key]):
    """Nothing was answered: why, in a sentence."""

    key: Key
    reason: str


_nursery: Nursery | None = None
_starting: Final = Lock()


def start() -> None:
    """Start loading WeasyPrint elsewhere, while the caller goes on.

    Loading takes half a second: call it as early as it is known that something will be rendered.
    """
    _running()


def _running() -> Nursery:
    global _nursery
    with _starting:
        if _nursery is None or not _nursery.lives:
            import atexit

            if _nursery is None:
                atexit.register(stop)
            else:
                _nursery.close()
            _nursery = Nursery()
        return _nursery


def stop() -> None:
    """End the processes, and wait until nothing of them is left."""
    global _nursery
    if _nursery is not None:
        _nursery.close()
        _nursery = None


def run(
    jobs: Iterable[tuple[Key, bytes]],
    seconds: float = SECONDS,
    at_once: int | None = None,
    dropped: Callable[[], bool] | None = None,
) -> Iterator[Done[Key] | Failed[Key]]:
    """Have every job answered, so many at once, unasked as many as there are processors.

    They are yielded as they finish. Jobs are taken from `jobs` as processes become free, so that
    they may be made on the way. As soon as `dropped` is true, nothing more is made or yielded.
    """
    waiting = iter(jobs)
    first = next(waiting, None)
    if first is None:
        return  # then nobody need be started
    waiting = chain([first], waiting)
    most = at_once or processors()
    running: dict[Worker, tuple[Key, float]] = {}
    nursery = _running()
    with selectors.DefaultSelector() as selector:
        try:
            while True:
                while len(running) < most and (job := next(waiting, None)):
                    nursery = _running()
                    worker = nursery.worker()
                    worker.give(job[1])
                    running[worker] = (job[0], time.monotonic() + seconds)
                    selector.register(worker.connection, _IN_AND_OUT, worker)
                if not running or (dropped and dropped()):
                    return
                longest = _LOOK_UP if dropped else seconds
                yield from _turn(selector, running, nursery, seconds, longest)
        finally:
            for worker in running:
                nursery.drop(worker)


def _turn(
    selector: selectors.BaseSelector,
    running: dict[Worker, tuple[Key, float]],
    nursery: Nursery,
    seconds: float,
    longest: float,
) -> Iterator[Done[Key] | Failed[Key]]:
    """Wait until something happens, for so long at most, and yield what came of it."""
    earliest = min(deadline for _, deadline in running.values())
    for chosen, _ in selector.select(min(max(earliest - time.monotonic(), 0), longest)):
        worker: Worker = chosen.data
        reason = "its process ended without an answer, perhaps for lack of memory"
        try:
            answer, ended = worker.turn()
        except ValueError as error:
            answer, ended, reason = None, True, str(error)
        if answer is None and not ended:
            events = _IN_AND_OUT if worker.is_sending else selectors.EVENT_READ
            selector.modify(worker.connection, events, worker)
            continue
        selector.unregister(worker.connection)
        key, _ = running.pop(worker)
        if ended:
            nursery.end(worker)
        else:
            nursery.idle.append(worker)
        yield Done(key, answer) if answer is not None else Failed(key, reason)
    now = time.monotonic()
    for worker in [worker for worker, (_, deadline) in running.items() if deadline <= now]:
        selector.unregister(worker.connection)
        key, _ = running.pop(worker)
        nursery.end(worker)
        yield Failed(key, f"it took longer than {seconds:.0f} seconds")
