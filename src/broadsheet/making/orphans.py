"""Folders of documents whose lesson is there no more: named, never removed."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence, Set
from pathlib import Path
from typing import Final

from broadsheet.orders.names import names_after
from broadsheet.orders.table import TABLE

_MOST: Final = 20_000
"""Files and folders that are looked at before the search for lessons is given up."""
_LESSON: Final = re.compile(r"(?s)(.+)\.ya?ml", re.IGNORECASE)


def left_over(output: Path, files: Sequence[Path]) -> tuple[Path, ...]:
    """Folders in `output` that hold nothing but documents of ours, of no lesson that is there.

    Lessons are those of `files`, those beside them, and those in and under the folder that `output`
    lies in. Where that is too large to be searched, nothing can be told.
    """
    old = _ours(output, but={file.stem for file in files})
    if not old:
        return ()
    known = _lessons_under(output, {file.parent for file in files})
    return () if known is None else tuple(folder for folder in old if folder.name not in known)


def _ours(output: Path, but: Set[str]) -> list[Path]:
    """Folders whose every file is called like a document of the lesson that the folder names.

    Those of the lessons in `but` are not looked into.
    """
    try:
        return [
            folder
            for folder in sorted(output.iterdir())
            if folder.name not in but
            and folder.is_dir()
            and not folder.is_symlink()
            and _is_ours(folder)
        ]
    except OSError:
        return []


def _is_ours(folder: Path) -> bool:
    document = names_after(folder.name, TABLE)
    names = [entry.name for entry in folder.iterdir() if not entry.name.startswith(".")]
    return bool(names) and all(map(document.fullmatch, names))


def _lessons_under(output: Path, beside: set[Path]) -> set[str] | None:
    """Names of all that may be a lesson; None where there is too much to look at."""
    names: list[str] = []
    for folder in beside:
        try:
            names += os.listdir(folder)  # noqa: PTH208 - names are all that is wanted
        except OSError:
            continue
    count = 0
    for _, folders, files in os.walk(output.absolute().parent):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names += files
        count += len(folders) + len(files)
        if count > _MOST:
            return None
    return {found[1] for name in names if (found := _LESSON.fullmatch(name))}
