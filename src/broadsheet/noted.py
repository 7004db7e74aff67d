"""Which files something rests on: the state of each as it was when it was read.

What was found in a lesson holds as long as every file that was read for it, or looked for and not
there, is as it was. States tell content apart and know nothing of times.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path
from typing import Final

# A pipe that was put there after we looked must not keep us waiting.
READING: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
NOTHING: Final = "nothing"
"""The state of a path at which there is nothing."""
UNKNOWN: Final = "unknown"
"""The state of a path that could not be read, or changed while it was: it is like no other."""

_noted: ContextVar[dict[str, str] | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Iterator[dict[str, str]]:
    """While this holds, note what is read and looked for: the state of each path then."""
    outer = _noted.get()
    noted: dict[str, str] = {}
    before = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(before)
        if outer is not None:
            for path, state in noted.items():
                _add(outer, path, state)


def together(*noted: Mapping[str, str]) -> dict[str, str]:
    """All that was noted; a path that was in one state and then in another is like no other."""
    every: dict[str, str] = {}
    for each in noted:
        for path, state in each.items():
            _add(every, path, state)
    return every


def state_of(path: str) -> str:
    """The state of a path now: it differs where what is read there would."""
    try:
        handle = os.open(path, READING)
    except (OSError, ValueError) as error:
        missing = isinstance(error, OSError) and error.errno in (errno.ENOENT, errno.ENOTDIR)
        return NOTHING if missing else UNKNOWN
    try:
        kind = os.fstat(handle).st_mode
        if stat.S_ISDIR(kind):
            return folder_state(os.listdir(path))  # noqa: PTH208 - names are all that is wanted
        if not stat.S_ISREG(kind):
            return UNKNOWN
        digest = sha256()
        while part := os.read(handle, 1024**2):
            digest.update(part)
        return digest.hexdigest()
    except OSError:
        return UNKNOWN
    finally:
        os.close(handle)


def folder_state(names: list[str]) -> str:
    """The state of a folder that holds these names, whatever they hold."""
    listed = "\0".join(sorted(names)).encode("utf-8", "surrogateescape")
    return f"folder {sha256(listed).hexdigest()}"


def is_noting() -> bool:
    """Tell whether somebody wants to know what is read."""
    return _noted.get() is not None


def note(path: Path, state: str) -> None:
    """Note the state of a path that was read or looked for."""
    if (noted := _noted.get()) is not None:
        _add(noted, str(path), state)


def _add(noted: dict[str, str], path: str, state: str) -> None:
    noted[path] = state if noted.get(path, state) == state else UNKNOWN
