"""The one way in which a file that an author names is read.

A lesson reads its own folder and nothing else; and what is read is a file of bounded size. A
device, a pipe or a folder where a file is expected is refused at once: whoever waits for a pipe
waits for ever.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Final

from broadsheet.noted import NOTHING, READING, UNKNOWN, is_noting, note
from broadsheet.system import reason_of

_MIB: Final = 1024**2


class Refusal(Enum):
    """Why a file is not read."""

    OUTSIDE = "it leads out of its folder"
    NO_PATH = "its name can't be that of a file"
    MISSING = "there is no such file"
    FOLDER = "it is a folder"
    SPECIAL = "it is a device, a pipe or a socket"
    TOO_LARGE = "it is larger than may be read"
    FAILED = "the system refuses"


class RefusedError(OSError):
    """A file that is not read."""

    def __init__(self, why: Refusal, reason: str) -> None:
        super().__init__(reason)
        self.why = why
        self.reason = reason
        """The same for a reader, to be read after the file's name: “is a folder”."""


def leads_out(folder: Path, path: str) -> bool:
    """Tell whether `path`, as a lesson names it, leads or might lead out of `folder`.

    It does where it is absolute, climbs with `..` or passes through a symbolic link. Raises
    OSError or ValueError where the file system can't take it for a path.
    """
    asked = Path(path)
    if asked.is_absolute() or asked.drive or path.startswith(("/", "\\")) or ".." in asked.parts:
        return True
    at = folder
    for part in asked.parts:
        at /= part
        if at.is_symlink():
            return True
    return False


def linked_in(file: Path) -> bool:
    """Tell whether a file is a link to one outside its folder."""
    try:
        if not file.is_symlink():
            return False
        return not file.resolve().is_relative_to(file.parent.resolve())
    except (OSError, ValueError, RuntimeError):  # no path at all, or a loop of links
        return False


def file_within(folder: Path, path: str) -> Path:
    """The file at `path` in `folder`. Raises RefusedError where none is there that may be read."""
    file = folder / path
    with _refusals_noted(file):
        try:
            outside = leads_out(folder, path)
        except (OSError, ValueError) as error:
            raise _refused(error) from None
        if outside:
            raise RefusedError(Refusal.OUTSIDE, "leads out of its folder")
        _look(file)
    return file


def read_within(folder: Path, path: str, limit: int) -> bytes:
    """Read the file at `path` in `folder`, of at most `limit` bytes. Raises RefusedError."""
    return read_file(file_within(folder, path), limit)


def read_file(file: Path, limit: int) -> bytes:
    """Read a file of at most `limit` bytes. Raises RefusedError where it can't be read."""
    with _refusals_noted(file):
        data = _read(file, limit)
    if is_noting():
        note(file, sha256(data).hexdigest())
    return data


@contextmanager
def _refusals_noted(file: Path) -> Iterator[None]:
    """Note a file that is not read: one that is not there may come, of others nothing is known."""
    try:
        yield
    except RefusedError as refused:
        note(file, NOTHING if refused.why is Refusal.MISSING else UNKNOWN)
        raise


def _read(file: Path, limit: int) -> bytes:
    _look(file)
    try:
        handle = os.open(file, READING)
    except (OSError, ValueError) as error:
        raise _refused(error) from None
    try:
        found = os.fstat(handle)
        _refuse_all_but_files(found.st_mode)
        if found.st_size > limit:
            raise _too_large(limit)
        # Some files of the system say that they are empty, and have no end.
        data = bytearray()
        while len(data) <= limit and (part := os.read(handle, limit + 1 - len(data))):
            data += part
    except OSError as error:
        raise (error if isinstance(error, RefusedError) else _refused(error)) from None
    finally:
        os.close(handle)
    if len(data) > limit:
        raise _too_large(limit)
    return bytes(data)


def _look(file: Path) -> None:
    # Opening alone can do something, where a device or a pipe is opened.
    try:
        mode = file.stat().st_mode
    except (OSError, ValueError) as error:
        raise _refused(error) from None
    _refuse_all_but_files(mode)


def _refuse_all_but_files(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise RefusedError(Refusal.FOLDER, "is a folder")
    if not stat.S_ISREG(mode):
        raise RefusedError(Refusal.SPECIAL, "is a device, a pipe or a socket, and no file")


def _too_large(limit: int) -> RefusedError:
    return RefusedError(Refusal.TOO_LARGE, f"is larger than {limit // _MIB} MiB")


def _refused(error: OSError | ValueError) -> RefusedError:
    if not isinstance(error, OSError):  # a NUL, or half of a surrogate pair
        return RefusedError(Refusal.NO_PATH, "is no path: no file can have such a name")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return RefusedError(Refusal.MISSING, "is not there")
    if error.errno == errno.ENAMETOOLONG:
        return RefusedError(Refusal.NO_PATH, "is no path: it is too long")
    return RefusedError(Refusal.FAILED, f"cannot be read: {reason_of(error)}")
