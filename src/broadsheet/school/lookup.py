"""Where a school's settings lie: in the lessons' folder, or in one above it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SETTINGS: Final = "broadsheet.yaml"
"""Name of a school's settings, which may lie among the lessons and is none of them."""

_ALIKE: Final = {"broadsheet.yaml", "broadsheet.yml", "broadsheet.yaml.txt", "broadsheet.yml.txt"}
_ROOTS: Final = (".git", ".hg", ".svn")
"""What marks the topmost folder of a repository."""


def is_settings(file: Path) -> bool:
    """Tell whether a file goes by the name of settings, or by one that is meant to be it."""
    return file.name == SETTINGS or is_misnamed(file)


def is_misnamed(file: Path) -> bool:
    """Tell whether a file's name is meant to be that of settings, and isn't: `broadsheet.yml`."""
    return file.name != SETTINGS and file.name.casefold().removeprefix(".") in _ALIKE


def settings_file(lesson: Path) -> Path | None:
    """The settings that hold for a lesson: the nearest, in its folder or in one above it.

    The search ends at the top of a repository and at the user's home folder, since what lies above
    them is no part of the collection, and before a folder in which anybody may put files, such as
    /tmp. Where a file's name is only meant to be that of settings, it is given: reading it says so.
    """
    # A folder that is a link is left through the folder that the link lies in.
    for folder in _upwards(Path(os.path.abspath(lesson)).parent):  # noqa: PTH100
        found = _settings_in(folder)
        if found:
            return found
    return None


def _upwards(folder: Path) -> Iterator[Path]:
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() raises where there is none
    for at in (folder, *folder.parents):
        if at != folder and _is_anybodys(at):
            return
        yield at
        if at == home or any(os.path.lexists(at / mark) for mark in _ROOTS):
            return


def _is_anybodys(folder: Path) -> bool:
    """Tell whether all users may put files of their own into a folder (the sticky bit)."""
    try:
        mode = folder.stat().st_mode
    except OSError:
        return True
    return bool(mode & stat.S_ISVTX and mode & stat.S_IWOTH)


def _settings_in(folder: Path) -> Path | None:
    # What is no file is given, too: reading it says so, where sheets would lack the school's name.
    if os.path.lexists(folder / SETTINGS):
        return folder / SETTINGS
    try:
        misnamed = sorted(entry.name for entry in folder.iterdir() if is_misnamed(entry))
    except OSError:
        return None
    return next((folder / name for name in misnamed if (folder / name).is_file()), None)
