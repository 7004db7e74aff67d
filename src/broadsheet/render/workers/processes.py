"""The nursery and the processes forked from it, as the command sees them: see `nursery`."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

from broadsheet.data import PACKAGE
from broadsheet.own_path import own_path
from broadsheet.render.workers.wire import ENDS, FORK, KILL, MOST, NUMBER, framed

_NURSERY: Final = Path(__file__).with_name("nursery.py")
_PATIENCE: Final = 5
"""Seconds in which processes must have put away what they made."""


class Nursery:
    """The process that others are forked from."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        options = ["-I", *(["-B"] if sys.dont_write_bytecode else [])]
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - this Python, and a file of ours
                [
                    sys.executable,
                    *options,
                    str(_NURSERY),
                    str(theirs.fileno()),
                    *dict.fromkeys([*own_path(), str(PACKAGE.parent)]),
                ],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=PACKAGE,
            )
        self._speaking = Lock()
        self._is_ending = False
        self.idle: list[Worker] = []
        """Processes that wait for a document."""

    @property
    def lives(self) -> bool:
        """False where it has ended, whoever ended it."""
        return not self._is_ending and self._process.poll() is None

    def worker(self) -> Worker:
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
        return Worker(ours)

    def end(self, worker: Worker) -> None:
        """Have a process killed, whatever it does."""
        if worker.number is None:
            self._is_ending = True
            self._process.terminate()  # it could not fork
        self.drop(worker)

    def drop(self, worker: Worker) -> None:
        """Have a process killed that is wanted no more; one that has yet to begin will end then."""
        worker.connection.close()
        if worker.number is not None:
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


class Worker:
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
