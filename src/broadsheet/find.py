"""Which lessons a command line means."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

SETTINGS: Final = "broadsheet.yaml"
"""Name of a school's settings, which may lie among the lessons and is none of them."""
UNITS: Final = "units"
"""Name of the folder that units lie in, beside the lessons that they bind."""

_SUFFIXES: Final = (".yaml", ".yml")


def is_unit(file: Path) -> bool:
    """Tell whether a file is a unit rather than a lesson: it lies in a folder `units`."""
    return file.absolute().parent.name == UNITS


def find(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give the lessons among files and folders: each once, a folder's in order of name.

    A folder stands for the lessons in it, not for those in its subfolders. A path that does not
    exist is given as it is: reading it says so.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(
                entry
                for entry in path.iterdir()
                if entry.suffix in _SUFFIXES and entry.name != SETTINGS
            )
            found.update(dict.fromkeys(entry for entry in inside if entry.is_file()))
        else:
            found[path] = None
    return tuple(found)
