"""Which file or folder was meant by a path that leads to none.

A path is nearly right by one name of it that is misspelt, by its ending, or by its folder. What is
looked at are names in the folder that may be read, never what lies behind a symbolic link.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from broadsheet.noted import UNKNOWN, folder_state, note
from broadsheet.reading.spelling import is_one_slip

_MOST_LOOKED_AT: Final = 2000
"""So many names are looked at in a folder and below it."""
_LIKE: Final = 0.75
"""Least likeness, from 0 to 1, of a name that may be meant."""


def meant_path(
    root: Path, path: str, endings: Collection[str] = (), *, folder: bool = False
) -> str | None:
    """The path in `root` that is most like `path`, with `/` between its names; None for none.

    Only files with one of the `endings` count, such as `.yaml`, if any is given; or folders, if a
    `folder` is meant.
    """
    parts = [part for part in PurePosixPath(path.replace("\\", "/")).parts if part != "/"]
    if not parts or ".." in parts or "\0" in path:
        return None
    found = _beside(root, parts, endings, folder=folder) or _elsewhere(
        root, parts[-1], endings, folder=folder
    )
    return found if found != path else None


def did_you_mean(
    root: Path, path: str, endings: Collection[str] = (), *, folder: bool = False
) -> str:
    """The same as a hint, or nothing."""
    meant = meant_path(root, path, endings, folder=folder)
    return hint_for(path, meant) if meant else ""


def hint_for(path: str, meant: str) -> str:
    """Ask whether a path was meant; one that looks the same is told to be another."""
    composed = unicodedata.normalize("NFC", path)
    if composed == path == unicodedata.normalize("NFC", meant):
        return f"the accents in the name of {meant} are signs of their own there: rename the file"
    if composed == meant:
        return f"the accents in {path} are signs of their own here: type the name anew"
    return f"did you mean {meant}?"


def meant_file(file: Path, endings: Collection[str] = ()) -> Path | None:
    """The file that was meant by one that is not there: under its nearest folder that is."""
    for folder in file.parents:
        if folder.is_dir():
            meant = meant_path(folder, file.relative_to(folder).as_posix(), endings)
            return folder / meant if meant else None
    return None


def _beside(root: Path, parts: list[str], endings: Collection[str], *, folder: bool) -> str | None:
    """Follow a path name by name, each as it is or as it nearly is."""
    at, names = root, []
    for index, part in enumerate(parts):
        is_last = index == len(parts) - 1
        wants_folder = folder or not is_last
        among = [
            entry.name
            for entry in _entries(at)
            if (entry.is_dir(follow_symlinks=False) if wants_folder else _fits(entry, endings))
        ]
        name = part if part in among else _nearest(part, among)
        if name is None:
            return None
        names.append(name)
        at /= name
    return "/".join(names)


def _elsewhere(root: Path, name: str, endings: Collection[str], *, folder: bool) -> str | None:
    """The file of the same name, or of the same but for its ending, in another folder."""
    looked, queue = 0, [root]
    like: str | None = None
    while queue and looked < _MOST_LOOKED_AT:
        at = queue.pop(0)
        for entry in _entries(at):
            looked += 1
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                queue.append(Path(entry.path))
            if is_folder is not folder or not (folder or _fits(entry, endings)):
                continue
            there = Path(entry.path).relative_to(root).as_posix()
            if folded_name(entry.name) == folded_name(name):
                return there
            if like is None and _stem(entry.name) == _stem(name):
                like = there
    return like


def _nearest(name: str, among: Collection[str]) -> str | None:
    import difflib

    same = [each for each in among if folded_name(each) == folded_name(name)]
    ending = [each for each in among if each.partition(".")[0] == name.partition(".")[0]]
    like = [each for each in among if _stem(each) == _stem(name)]
    slips = [each for each in among if is_one_slip(name, each)]
    stems = {_stem(each): each for each in reversed(list(among))}
    near = difflib.get_close_matches(_stem(name), stems, n=1, cutoff=_LIKE)
    return next(iter([*same, *ending, *like, *slips, *(stems[each] for each in near)]), None)


def _stem(name: str) -> str:
    return folded_name(name.split(".", 1)[0]).replace("_", "-").replace(" ", "-")


def folded_name(name: str) -> str:
    """A name as a disk compares it that minds neither capitals nor how accents are written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _fits(entry: os.DirEntry[str], endings: Collection[str]) -> bool:
    ends = not endings or os.path.splitext(entry.name)[1].lower() in endings  # noqa: PTH122
    return ends and entry.is_file(follow_symlinks=False)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What is in a folder, by name, but for what is hidden; nothing where it can't be read."""
    try:
        with os.scandir(folder) as entries:
            found = [entry for _, entry in zip(range(_MOST_LOOKED_AT), entries, strict=False)]
        whole = len(found) < _MOST_LOOKED_AT
        note(folder, folder_state([entry.name for entry in found]) if whole else UNKNOWN)
    except (OSError, ValueError):
        return
    yield from sorted(
        (entry for entry in found if not entry.name.startswith(".")), key=lambda each: each.name
    )
