"""Files that are whole: either the new one or the old one stands at a path, never half of one."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
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
    move_together([beside(target, data)])


@dataclass(frozen=True, slots=True)
class Beside:
    """A whole new file that waits beside its target. It is locked until it has its place."""

    target: Path
    at: Path
    lock: int | None
    """Open as long as it waits; None where nothing can be locked."""

    def put_away(self) -> None:
        """Remove it; whatever stands at the target stays."""
        with suppress(OSError):
            self.at.unlink()
        self._unlock()

    def move(self) -> None:
        """Let it take its place. Raises OSError where it can't."""
        self.at.replace(self.target)
        self._unlock()

    def _unlock(self) -> None:
        if self.lock is not None:
            with suppress(OSError):
                os.close(self.lock)


def beside(target: Path, data: bytes) -> Beside:
    """Write `data` beside `target`, and remove what a killed process has left there.

    Raises OSError as `write_whole` does.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target)
    mode = _mode_of(target)
    at = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    handle = os.open(at, _CREATE, _NEW if mode is None else mode)
    locked = False
    try:
        locked = _lock(handle)
        with os.fdopen(handle, "wb", closefd=not locked) as stream:
            stream.write(data)
            stream.flush()
            _keep(stream.fileno())
        if mode is not None:
            with suppress(OSError):
                at.chmod(mode)
    except BaseException:
        Beside(target, at, handle if locked else None).put_away()
        raise
    return Beside(target, at, handle if locked else None)


def move_together(files: Sequence[Beside]) -> None:
    """Move new files to their places, all of them or none.

    Raises OSError where one can't be moved, which is told before the first is, as far as it can be.
    """
    waiting = list(files)
    try:
        for file in files:
            _refuse_folder(file.target)
        while waiting:
            waiting[0].move()
            del waiting[0]
    except BaseException:
        for file in waiting:
            file.put_away()
        raise


def _refuse_folder(target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))


def _sweep(target: Path) -> None:
    """Remove what was to become `target` where the process that wrote it has been killed."""
    left = re.compile(re.escape(f".{target.name}.") + "[0-9a-f]{8}")
    with suppress(OSError):
        for entry in os.scandir(target.parent):
            if left.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                handle = os.open(entry.path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
                try:
                    if _lock(handle):
                        Path(entry.path).unlink()
                finally:
                    os.close(handle)


def _lock(handle: int) -> bool:
    """Lock a file as long as it is open; False where another has, or where it can't be told."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True


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


def refuse_unwritable(folder: Path) -> None:
    """Raise OSError where a folder, or the nearest that is there above it, can't be written.

    That spares whoever asks for much the wait for what can't be kept.
    """
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    if not there.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if not os.access(there, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
