"""Temporary files of our processes: one folder for each command, and none that outlives it.

WeasyPrint keeps copies of fonts among temporary files, and a process that is killed can't put them
away. So each command has a folder of its own, locked as long as one of its processes lives; whoever
finds such a folder unlocked may take it away.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

_PREFIX: Final = "broadsheet-"
_LOCK: Final = "in-use"
_TRIES: Final = 3


def own_folder() -> Path:
    """Make a folder for temporary files, and have this process and its children use it."""
    folder = _locked()
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    return folder


def _locked() -> Path:
    for _ in range(_TRIES):
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        # Another command may have found it just before it was locked, and have taken it away.
        if _lock(folder / _LOCK, os.O_CREAT) and (folder / _LOCK).exists():
            return folder
    return Path(tempfile.mkdtemp(prefix=_PREFIX))  # where nothing can be locked, nothing is found


def put_away(folder: Path) -> None:
    """Remove a command's own folder, and those of commands that were killed."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        for other in folder.parent.glob(f"{_PREFIX}*/{_LOCK}"):
            if _is_ours(other.parent) and _lock(other):
                shutil.rmtree(other.parent, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    status = folder.lstat()
    return status.st_uid == os.getuid() and not folder.is_symlink()


def _lock(file: Path, create: int = 0) -> bool:
    """Lock a file as long as this process or one that it forks lives; False where another has."""
    import fcntl

    try:
        handle = os.open(file, os.O_RDWR | os.O_NOFOLLOW | create, 0o600)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
