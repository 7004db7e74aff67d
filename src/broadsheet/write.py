"""Files that are whole: either the new one or the old one stands at a path, never half of one."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from broadsheet.confined import RefusedError, read_file

_LARGEST: Final = 16 * 1024**2
"""Bytes of the largest file that is looked at before it is written over."""
_NEW: Final = 0o666
"""The mode of a file that was not there before, less what the user's mask takes away."""
# Windows would turn every line feed into two characters without O_BINARY, which only it has.
_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_LOST: Final = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG}
"""Why the system could not keep what was written; anything else is a share that has no `fsync`."""


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` beside `target` and move it there; the mode of an earlier file is kept.

    A link at `target` is replaced: who wants the file behind it names that. Raises OSError where
    the folder can't be made or written or the disk is full; whatever stood at `target` before then
    still does, and nothing is left beside it. A share that refuses modes or `fsync` is written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = _mode_of(target)
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    handle = os.open(beside, _CREATE, _NEW if mode is None else mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            _keep(stream.fileno())
        if mode is not None:
            with suppress(OSError):
                beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def is_free(target: Path, is_ours: Callable[[bytes], bool]) -> bool:
    """Tell whether nothing stands at a path, or a file that `is_ours` to write over.

    A link, a folder and what can't be read are somebody else's.
    """
    if not os.path.lexists(target):
        return True
    try:
        return not target.is_symlink() and is_ours(read_file(target, _LARGEST))
    except RefusedError:
        return False


def _mode_of(target: Path) -> int | None:
    """The mode of the file at a path; None where there is none."""
    try:
        status = target.lstat()
    except OSError:
        return None
    return stat.S_IMODE(status.st_mode) if stat.S_ISREG(status.st_mode) else None


def _keep(handle: int) -> None:
    """Have what was written reach the disk, as far as the file system lets us ask for it."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in _LOST:
            raise
