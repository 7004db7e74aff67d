"""Work that several processes share, each forked from this one with all that is loaded here.

Each takes its share of the items and sends back one answer after another, as bytes that nobody
runs. One that ends in the middle, whatever ended it, costs the item that it was at: another goes on
with the rest of its share. All end when this process does, however that happens.
"""

from __future__ import annotations

import os
import selectors
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Generic, NoReturn, TypeVar

Item = TypeVar("Item")

_ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # elsewhere than on Linux
        return os.cpu_count() or 1


def can_fork() -> bool:
    """Tell whether this process may be forked: a lock that another thread holds would stay held."""
    return hasattr(os, "fork") and threading.active_count() == 1


def answered(
    items: Sequence[Item], answer: Callable[[Item], bytes], processes: int
) -> list[bytes | None]:
    """Have every item answered by so many processes; None for one at which its process ended.

    An answer holds no line break. Raises OSError where the system gives no process.
    """
    found: list[bytes | None] = [None] * len(items)
    with _Processes(items, answer) as running:
        for first in range(processes):  # in turn: what takes long often lies together
            running.begin(range(first, len(items), processes))
        for share, answers in running.ended():
            for number, said in zip(share, answers, strict=False):
                found[number] = said
            running.begin(share[len(answers) + 1 :])
    return found


@dataclass(slots=True)
class _Process:
    number: int
    share: range
    """The items that it answers, by their places."""
    lifeline: int
    """A handle that tells it, by being closed, that this process has ended."""
    sent: bytearray = field(default_factory=bytearray)


class _Processes(Generic[Item]):
    """Those that are at work; none of them outlives the `with`."""

    def __init__(self, items: Sequence[Item], answer: Callable[[Item], bytes]) -> None:
        self._items, self._answer = items, answer
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> _Processes[Item]:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for key in list(self._selector.get_map().values()):
            with suppress(ProcessLookupError):
                os.kill(key.data.number, signal.SIGKILL)
            self._put_away(key)
        self._selector.close()

    def begin(self, share: range) -> None:
        """Fork a process for a share, if there is anything in it."""
        if not share:
            return
        lifeline, held = os.pipe()
        try:
            coming, sending = os.pipe()
        except OSError:
            os.close(lifeline)
            os.close(held)
            raise
        try:
            with _undisturbed():
                number = os.fork()
                if not number:
                    self._work(share, lifeline, sending, (coming, held))
                self._selector.register(coming, selectors.EVENT_READ, _Process(number, share, held))
        except OSError:
            os.close(held)
            os.close(coming)
            raise
        finally:
            os.close(lifeline)
            os.close(sending)

    def ended(self) -> Iterator[tuple[range, list[bytes]]]:
        """Each process that has ended, until none is at work: its share, and what it answered."""
        while self._selector.get_map():
            for key, _ in self._selector.select():
                process: _Process = key.data
                if part := os.read(key.fd, 2**16):
                    process.sent += part
                    continue
                self._put_away(key)
                *answers, _half = bytes(process.sent).split(b"\n")
                yield process.share, answers

    def _put_away(self, key: selectors.SelectorKey) -> None:
        self._selector.unregister(key.fd)
        os.close(key.fd)
        with suppress(ChildProcessError):  # who started us may have had ours go by themselves
            os.waitpid(key.data.number, 0)
        os.close(key.data.lifeline)

    def _work(self, share: range, lifeline: int, sending: int, others: tuple[int, int]) -> NoReturn:
        """Answer a share, in the process that was forked for it; `others` are its parent's ends."""
        try:
            for handle in others:
                os.close(handle)
            _end_with(lifeline)
            _let_through()
            with open(sending, "wb") as pipe, suppress(BrokenPipeError):
                for number in share:
                    pipe.write(self._answer(self._items[number]) + b"\n")
                    pipe.flush()
        except Exception:  # it is a fault of ours, and costs the item alone
            sys.excepthook(*sys.exc_info())
            sys.stderr.flush()
        finally:
            os._exit(0)


def _end_with(lifeline: int) -> None:
    """Have this process ended, even in the middle of what can't be told, once nobody holds it."""
    import fcntl

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have signals wait until it is known whose they are."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _numbers())
    try:
        yield
    finally:
        _let_through()


def _let_through() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _numbers())


def _numbers() -> list[int]:
    return [getattr(signal, name) for name in _ENDING]
