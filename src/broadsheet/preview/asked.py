"""Which lessons and units there are now, where folders may come and go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from broadsheet.find import find
from broadsheet.school.lookup import is_settings


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command names, as absolute paths."""

    paths: tuple[Path, ...]
    folders: frozenset[Path]
    """Those of them that were folders at the start: one that vanishes may return."""
    recursive: bool

    @classmethod
    def of(cls, paths: tuple[Path, ...], *, recursive: bool) -> Asked:
        """Look at what there is now."""
        absolute = tuple(path.absolute() for path in paths)
        return cls(absolute, frozenset(path for path in absolute if path.is_dir()), recursive)


def files_of(asked: Asked) -> tuple[dict[str, Path], tuple[Path, ...]]:
    """Give every lesson and unit by its name, and the folders that are there no more.

    Two files of one name go by their paths.
    """
    found: dict[Path, None] = {}
    missing = []
    for path in asked.paths:
        if path in asked.folders and not path.is_dir():
            missing.append(path)
            continue
        try:
            found |= dict.fromkeys(find([path], recursive=asked.recursive))
        except OSError:  # it went while it was looked through
            missing.append(path)
    files = [file for file in found if not is_settings(file)]
    count = Counter(file.stem for file in files)
    named = {_text(file.stem if count[file.stem] == 1 else file.as_posix()): file for file in files}
    return named, tuple(missing)


def _text(name: str) -> str:
    """A name as text, whatever bytes the system gave for it."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
