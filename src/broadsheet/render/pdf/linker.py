"""Pango and its kin, found by the linker alone.

WeasyPrint asks for each library by up to six names, one for each system. For a name that is no
file's, Python runs `ldconfig`, a compiler and a linker to guess the file (`ctypes.util`): on Linux
that was a third of the time that loading WeasyPrint takes. The linker knows the fourth name of
each, such as libpango-1.0.so.0, which is the one that the library itself bears there.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def found_by_linker() -> Iterator[None]:
    """While this holds, nobody guesses the file of a library on Linux; elsewhere nothing changes.

    For what is imported within: it changes `ctypes.util.find_library` for the whole process.
    """
    if sys.platform != "linux":
        yield
        return
    guessing = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005 - the library's signature
    try:
        yield
    finally:
        ctypes.util.find_library = guessing
