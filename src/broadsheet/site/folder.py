"""The folder of a site: what we put there before is replaced, and nothing else is touched.

A list of what was written lies in it. New files are made whole beside the old ones first; only
then do all take their places, the pages last, and what is of no use any more goes. Whoever is
stopped before that leaves the old site as it was.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from broadsheet.confined import RefusedError, leads_out, read_file
from broadsheet.write import write_whole

LIST: Final = ".broadsheet-site.json"
"""Names what a site wrote, by its path in the folder."""

_WAITING: Final = re.compile(r"\.broadsheet-site\.[0-9a-f]{8}")
_LARGEST: Final = 1024**3
_LARGEST_LIST: Final = 64 * 1024**2


class TakenError(Exception):
    """Something stands in the folder where a file of the site would go, and is not ours."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
        """From the folder."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of a site's files, by how many they are."""

    written: int
    standing: int
    """Those that were as they are."""
    removed: int
    """Those of an older site, of no use any more."""


def place(folder: Path, files: Mapping[str, bytes | Path]) -> Placed:
    """Put a site's files into a folder, in their order; a path stands for the file to be copied.

    Raises TakenError where one would replace what is not ours, and OSError where the folder can't
    be written; the older site then stands, but for what was moved before the system refused.
    """
    old = listed(folder)
    refuse_taken(folder, old, files)
    folder.mkdir(parents=True, exist_ok=True)
    changed = [name for name in files if not _stands(folder / name, files[name])]
    stale = [name for name in old if name not in files]
    with _waiting_room(folder) as room:
        waiting = []
        for number, name in enumerate(changed):
            at = room / str(number)
            _put(at, files[name])
            waiting.append((at, folder / name))
        if waiting or stale:
            # Both lists together, so that whatever stops us, the next site knows all that is ours.
            _write_list(folder, [*files, *stale])
            for at, target in waiting:
                target.parent.mkdir(parents=True, exist_ok=True)
                at.replace(target)
            for name in stale:
                _remove(folder, name)
    if list(files) != old:
        _write_list(folder, list(files))
    return Placed(len(changed), len(files) - len(changed), len(stale))


def listed(folder: Path) -> list[str]:
    """What an older site wrote into a folder; nothing where there is none."""
    try:
        names = json.loads(read_file(folder / LIST, _LARGEST_LIST))["files"]
        return [name for name in names if _is_within(folder, name)]
    except (RefusedError, ValueError, KeyError, TypeError):
        return []


def refuse_taken(folder: Path, old: list[str], files: Mapping[str, bytes | Path]) -> None:
    """Raise TakenError for the first of some files whose place is taken by what is not ours."""
    ours = set(old)
    for name in files:
        target = folder / name
        if leads_out(folder, name):
            raise TakenError(name)
        for parent in target.relative_to(folder).parents:
            if (folder / parent).exists() and not (folder / parent).is_dir():
                raise TakenError(parent.as_posix())
        if target.is_dir():
            raise TakenError(name)
        if name not in ours and target.exists() and not _stands(target, files[name]):
            raise TakenError(name)


def _is_within(folder: Path, name: str) -> bool:
    """Tell whether a name from a list is that of a file in the folder, whoever wrote the list."""
    path = PurePosixPath(name)
    return path.as_posix() == name and bool(path.name) and not leads_out(folder, name)


def _stands(target: Path, wanted: bytes | Path) -> bool:
    """Tell whether a file is there as it would be written."""
    try:
        if isinstance(wanted, Path):
            if target.stat().st_size != wanted.stat().st_size:
                return False
            wanted = read_file(wanted, _LARGEST)
        return not target.is_symlink() and read_file(target, len(wanted)) == wanted
    except OSError:
        return False


def _put(at: Path, data: bytes | Path) -> None:
    if isinstance(data, Path):
        shutil.copyfile(data, at)
    else:
        at.write_bytes(data)


def _write_list(folder: Path, names: list[str]) -> None:
    data = {"what": "files that `broadsheet site` wrote here and may replace", "files": names}
    write_whole(folder / LIST, (json.dumps(data, indent=0) + "\n").encode("ascii"))


def _remove(folder: Path, name: str) -> None:
    """Remove a file of an older site, and the folders that are empty without it."""
    path = folder / name
    with suppress(FileNotFoundError):
        path.unlink()
    for parent in path.relative_to(folder).parents[:-1]:
        try:
            (folder / parent).rmdir()
        except OSError:  # something is left in it
            return


@contextmanager
def _waiting_room(folder: Path) -> Iterator[Path]:
    """A folder for what waits, in the site's; those of processes that were killed are cleared."""
    for entry in folder.iterdir():
        if _WAITING.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink():
            lock = _locked(entry)
            if lock is not None:
                shutil.rmtree(entry, ignore_errors=True)
                os.close(lock)
    room = folder / f".broadsheet-site.{secrets.token_hex(4)}"
    room.mkdir()
    lock = _locked(room)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _locked(room: Path) -> int | None:
    """Lock a folder as long as the number that is given stays open; None where another has."""
    try:
        import fcntl

        handle = os.open(room, os.O_RDONLY)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle
