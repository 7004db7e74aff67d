"""A limit of time and memory around the reading and judging of one file.

Everything that is done to a lesson takes about as long as the lesson is large, and what is larger
than any lesson is told at once. This is the last line behind that: what takes far too long or far
too much all the same is broken off, and the other lessons go on.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from broadsheet.findings import Finding, Rule, Severity

SECONDS: Final = 20.0
"""Longest that a processor may work on one file; a good lesson takes a tenth of one."""
MEMORY: Final = 1024**3
"""Most address space that this may take besides what is taken already, in bytes."""

GIVEN_UP: Final = Rule(
    code="checking-given-up",
    severity=Severity.ERROR,
    what="Checking a file took far too long or far too much memory, and was broken off.",
    why="A lesson is data and may come from a stranger; one that can't be read in any time must "
    "not hold up the others.",
    bad="(a text of thousands of brackets, or of one word over and over)",
    good="(the same without them)",
)

RULES: Final = (GIVEN_UP,)


class GivenUpError(Exception):
    """What was done took too long, too much memory, or went too deep."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def finding(self, file: Path) -> Finding:
        """What there is to say of the file that it was done to."""
        hint = (
            "look for a text that repeats itself or that holds thousands of signs, and shorten it"
        )
        return Finding(GIVEN_UP, self.reason, hint, file)


class _OutOfTimeError(BaseException):
    """No `except Exception` on the way stops it."""


@contextmanager
def bounded() -> Iterator[None]:
    """Work under the limits. Raises GivenUpError where they are reached.

    Within another of its kind, that one's limits hold. Where the system has no such limits, or
    another thread than the main one works, there are none.
    """
    try:
        with _limited_memory(), _limited_time():
            yield
    except _OutOfTimeError:
        raise GivenUpError(
            f"checking took more than {SECONDS:g} seconds of work, and was broken off"
        ) from None
    except MemoryError:
        raise GivenUpError(
            f"checking took more than {MEMORY // 1024**2} MiB of memory, and was broken off"
        ) from None
    except RecursionError:
        raise GivenUpError("something in it is nested too deeply to be read") from None


@contextmanager
def _limited_time() -> Iterator[None]:
    # Time of the processor, so that a busy machine takes nothing from a lesson.
    timer = getattr(signal, "ITIMER_PROF", None)
    if timer is None or not _is_in_main_thread() or signal.getitimer(timer)[0]:
        yield
        return
    before = signal.signal(signal.SIGPROF, _out_of_time)
    # Where the first is lost, as in the clearing up of an object, another follows.
    signal.setitimer(timer, SECONDS, 0.5)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(signal.SIGPROF, before)


def _out_of_time(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfTimeError


def _is_in_main_thread() -> bool:
    """Whether limits can be set: those of two threads would be put back in the wrong order."""
    return threading.current_thread() is threading.main_thread()


@contextmanager
def _limited_memory() -> Iterator[None]:
    if not _is_in_main_thread():
        yield
        return
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        before = resource.getrlimit(resource.RLIMIT_AS)
    except (ImportError, OSError):
        yield
        return
    wanted = pages * resource.getpagesize() + MEMORY
    others = [limit for limit in before if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([wanted, *others]), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
