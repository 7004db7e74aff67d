"""The command as a process: it ends in order, whatever ends it, and without a traceback.

Whoever is asked to end puts away first what would be left behind: half files, temporary folders
and other processes. That stands in `finally` where they are made; here signals become exceptions.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from threading import Thread, main_thread
from types import FrameType
from typing import Final, TextIO

_ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_BY_SIGNAL: Final = 128
"""A shell says that a process ended by signal N with the status 128 + N."""
_IMPORTING: Final = "<frozen importlib._bootstrap>"
"""The file that the machinery of imports says it is of."""
_SOON: Final = 0.01
"""Seconds until it is asked again to end."""


def run() -> None:
    """Run the command with the arguments of this process. Raises SystemExit with its status."""
    _open_streams()
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    # What whoever started us has ignored, as `nohup` does, stays so.
    numbers = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    heard: list[int] = []

    def end(number: int, frame: FrameType | None) -> None:
        if frame and frame.f_code.co_filename == _IMPORTING:
            # It may hold the lock of imports, for which other threads would wait for ever.
            Thread(target=_ask_again, args=(number,), daemon=True).start()
            return
        heard.append(number)
        raise SystemExit(_BY_SIGNAL + number)

    for number in numbers:
        signal.signal(number, end)
    try:
        from broadsheet.cli.main import main

        main()
    except BaseException:
        if heard:  # a library may have wrapped what the signal raised in an error of its own
            raise SystemExit(_BY_SIGNAL + heard[0]) from None
        raise
    finally:
        for number in numbers:  # what is being put away shall not be left half-way
            signal.signal(number, signal.SIG_IGN)


def _ask_again(number: int) -> None:
    time.sleep(_SOON)
    if hasattr(signal, "pthread_kill"):  # the main thread may sleep, and is woken
        signal.pthread_kill(main_thread().ident or 0, number)
    else:
        signal.raise_signal(number)


def _open_streams() -> None:
    """Let nothing that is opened from now on be taken for a stream that the caller has closed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
    sys.stdout = sys.stdout or _nowhere(1)
    sys.stderr = sys.stderr or _nowhere(2)


def _nowhere(number: int) -> TextIO:
    return open(number, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
