"""Documents made side by side, each in a process with limits on time and memory.

A lesson and a theme may come from a stranger, so what they are made into is made elsewhere: in
processes that are started by us alone, without the working folder among what they import, and that
send back bytes which nobody runs. See `nursery` for the other side.
"""

from __future__ import annotations

import os
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Final, Generic, TypeVar

from broadsheet.own_path import own_path
from broadsheet.render.wire import ENDS, FORK, KILL, MOST, NUMBER, framed

Key = TypeVar("Key")

SECONDS: Final = 60.0
"""Longest that one document may take."""

_PACKAGE: Final = Path(__file__).parents[1]
_PATIENCE: Final = 5
"""Seconds in which processes must have put away what they made."""
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


class _Nursery:
    """The process that others are forked from."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        options = ["-I", *(["-B"] if sys.dont_write_bytecode else [])]
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - this Python, and a file of ours
                [
                    sys.executable,
                    *options,
                    str(_PACKAGE / "render" / "nursery.py"),
                    str(theirs.fileno()),
                    *dict.fromkeys([*own_path(), str(_PACKAGE.parent)]),
                ],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=_PACKAGE,
            )
        self._speaking = Lock()
        self.idle: list[_Worker] = []
        """Processes that wait for a document."""

    @property
    def lives(self) -> bool:
        """False where it has ended, whoever ended it."""
        return self._process.poll() is None

    def worker(self) -> _Worker:
        """Give a process that has nothing to do, or a new one."""
        with suppress(IndexError):  # others may take them too
            while True:
                worker = self.idle.pop()
                if worker.lives:
                    return worker
                worker.connection.close()
        ours, theirs = socket.socketpair()
        # Where the nursery has just ended, ours tells at once.
        with theirs, suppress(OSError), self._speaking:
            socket.send_fds(self._control, [FORK], [theirs.fileno()])
        return _Worker(ours)

    def end(self, worker: _Worker) -> None:
        """Have a process killed, whatever it does."""
        worker.connection.close()
        if worker.number is None:
            self._process.terminate()  # it could not fork
            return
        with suppress(OSError), self._speaking:
            self._control.sendall(KILL + NUMBER.pack(worker.number))

    def close(self) -> None:
        """End all processes, and wait until nothing of them is left."""
        for worker in self.idle:
            worker.connection.close()
        self._control.close()
        self._process.terminate()  # it may still be loading
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class _Worker:
    """A process that makes documents, as seen from here: nothing waits for it."""

    def __init__(self, connection: socket.socket) -> None:
        connection.setblocking(False)
        self.connection = connection
        self.number: int | None = None
        """Of the process, as soon as it has told it."""
        self._coming = bytearray()
        self._going = memoryview(b"")

    @property
    def lives(self) -> bool:
        """False where it has ended, whoever ended it."""
        try:
            return bool(self.connection.recv(1, socket.MSG_PEEK))
        except BlockingIOError:
            return True
        except OSError:
            return False

    def give(self, job: bytes) -> None:
        """Put a job on its way."""
        self._going = memoryview(framed(job))

    def turn(self) -> tuple[bytes | None, bool]:
        """Send and receive what can be now; give the answer once it is here, and whether it ended.

        Raises ValueError where it sent what is no answer.
        """
        ended = False
        try:
            while self._going:
                self._going = self._going[self.connection.send(self._going) :]
        except BlockingIOError:
            pass
        except OSError:
            ended = True
        try:
            while part := self.connection.recv(1024**2):
                self._coming += part
            ended = True
        except BlockingIOError:
            pass
        except OSError:
            ended = True
        answer = self._answer()
        return (answer[1:] if answer else None), ended or (
            answer is not None and answer[:1] == ENDS
        )

    @property
    def is_sending(self) -> bool:
        """True while a part of the job is still here."""
        return bool(self._going)

    def _answer(self) -> bytes | None:
        if self.number is None and len(self._coming) >= NUMBER.size:
            self.number = NUMBER.unpack_from(self._coming)[0]
            del self._coming[: NUMBER.size]
        if self.number is None or len(self._coming) < NUMBER.size:
            return None
        (length,) = NUMBER.unpack_from(self._coming)
        if not 0 < length <= MOST:
            raise ValueError("its process sent what is no answer")
        if len(self._coming) < NUMBER.size + length:
            return None
        answer = bytes(self._coming[NUMBER.size : NUMBER.size + length])
        self._coming.clear()
        return answer


_nursery: _Nursery | None = None
_starting: Final = Lock()


def start() -> None:
    """Start loading WeasyPrint elsewhere, while the caller goes on.

    Loading takes half a second: call it as early as it is known that something will be rendered.
    """
    _running()


def _running() -> _Nursery:
    global _nursery
    with _starting:
        if _nursery is None or not _nursery.lives:
            import atexit

            if _nursery is None:
                atexit.register(stop)
            else:
                _nursery.close()
            _nursery = _Nursery()
        return _nursery


def stop() -> None:
    """End the processes, and wait until nothing of them is left."""
    global _nursery
    if _nursery is not None:
        _nursery.close()
        _nursery = None


def run(
    jobs: Iterable[tuple[Key, bytes]], seconds: float = SECONDS, at_once: int | None = None
) -> Iterator[Done[Key] | Failed[Key]]:
    """Have every job answered, so many at once, unasked as many as there are processors.

    They are yielded as they finish. Jobs are taken from `jobs` as processes become free, so that
    they may be made on the way.
    """
    waiting = iter(jobs)
    first = next(waiting, None)
    if first is None:
        return  # then nobody need be started
    waiting = chain([first], waiting)
    most = at_once or processors()
    running: dict[_Worker, tuple[Key, float]] = {}
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
                if not running:
                    return
                yield from _turn(selector, running, nursery, seconds)
        finally:
            for worker in running:
                nursery.end(worker)


def _turn(
    selector: selectors.BaseSelector,
    running: dict[_Worker, tuple[Key, float]],
    nursery: _Nursery,
    seconds: float,
) -> Iterator[Done[Key] | Failed[Key]]:
    """Wait until something happens, and yield what came of it."""
    earliest = min(deadline for _, deadline in running.values())
    for chosen, _ in selector.select(max(earliest - time.monotonic(), 0)):
        worker: _Worker = chosen.data
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


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # elsewhere than on Linux
        return os.cpu_count() or 1
