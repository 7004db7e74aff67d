"""Which lessons a command line means."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from broadsheet.school.lookup import is_settings, settings_file

UNITS: Final = "units"
"""Name of the folder that units lie in, beside the lessons that they bind."""

_SUFFIXES: Final = (".yaml", ".yml")
_OF_WORD: Final = (".docx", ".docm", ".doc")


def is_unit(file: Path) -> bool:
    """Tell whether a file is a unit rather than a lesson: it lies in a folder `units`."""
    return file.absolute().parent.name == UNITS


def is_word(path: Path) -> bool:
    """Tell whether a path is meant as a file of Word's rather than as a lesson."""
    return path.suffix.lower() in _OF_WORD


def find(paths: Iterable[Path], *, recursive: bool = False) -> tuple[Path, ...]:
    """Give the lessons among files and folders: each once, a folder's in order of name.

    A folder stands for the lessons in it and, where `recursive`, in the folders within, but for
    those that are hidden, that are links, or that hold a theme. Files whose name begins with a dot
    are passed over: systems and editors leave them. A path that does not exist is given as it is:
    reading it says so.
    """
    found: dict[str, Path] = {}
    for path in paths:
        # Path.is_dir raises where a name is too long; reading it says what is wrong.
        is_folder = os.path.isdir(path)  # noqa: PTH112
        for file in _in_folder(path, recursive) if is_folder else (path,):
            found.setdefault(identity(file), file)
    return tuple(found.values())


def identity(file: Path) -> str:
    """The one path of a file that may be named in several ways; a link to it is another file."""
    return os.path.join(os.path.realpath(file.parent), file.name)  # noqa: PTH118 - no Path needed


def _in_folder(folder: Path, recursive: bool) -> Iterator[Path]:
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    yield from (entry for entry in entries if is_lesson_name(entry) and not entry.is_dir())
    if not recursive:
        return
    theme = _theme_over(folder)
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink() and entry.resolve() != theme:
            yield from _in_folder(entry, recursive)


def is_lesson_name(file: Path) -> bool:
    """Tell whether a file in a folder goes by a name that lessons have."""
    return file.suffix.lower() in _SUFFIXES and not is_settings(file)


def _theme_over(folder: Path) -> Path | None:
    """The folder of the theme that the settings over a folder name: its editions are no lessons."""
    from broadsheet.school.settings import read_settings

    school, _ = read_settings(settings_file(folder / "any"))
    own = school.settings.theme
    return Path(os.path.realpath(school.folder / own)) if school.folder and own else None
