"""Telling when a file that matters has changed, come or gone."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final

from broadsheet.preview.desk import Desk
from broadsheet.preview.piece import folders_of
from broadsheet.school.lookup import is_settings

_LOOK: Final = 500
"""Milliseconds after which is looked at what the system may not have told: folders that came anew,
and disks of other machines."""
_STEP: Final = 12
"""Milliseconds without a change after which changes are told together."""
_MOST: Final = 80
"""Milliseconds after which they are told in any case."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched."""

    folders: frozenset[str]
    """Folders in which anything that comes, goes or changes counts."""
    files: frozenset[str]
    """Files that count, there or not, wherever they lie."""

    @property
    def places(self) -> frozenset[str]:
        """Every folder to be watched: folders above are, too, as settings may come there."""
        around = {os.path.dirname(path) for path in (*self.files, *self.folders)}  # noqa: PTH120
        above = {str(each) for folder in self.folders for each in Path(folder).parents}
        return frozenset({*self.folders, *around, *above})

    def concerns(self, path: str) -> bool:
        """Tell whether a change at a path counts."""
        return (
            path in self.files
            or path in self.folders
            or os.path.dirname(path) in self.folders  # noqa: PTH120
            or is_settings(Path(path))
        )


def watched_by(desk: Desk) -> Watched:
    """What has to be watched now."""
    known = desk.known()
    pieces = list(known.pieces.values())
    noted = {path for piece in pieces for path in piece.noted}
    noted |= {path for slot in known.slots.values() for path in slot.noted}
    noted |= {str(path) for path in desk.asked.paths}
    folders = {str(path) for path in (*desk.asked.folders, *folders_of(pieces))}
    return Watched(frozenset(folders), frozenset(map(os.path.abspath, noted)))


def changes(watched: Callable[[], Watched], ended: Event) -> Iterator[None]:
    """Yield whenever something that counts has changed, until it has ended."""
    seen: object = None
    while not ended.is_set():
        what = watched()
        there = _folders_there(what)
        told = _told_in(there, what, ended) if there else _nothing(ended)
        for changed in told:
            now = (_folders_there(what), _signature(what.files))
            if changed or now != seen:
                yield
            seen = now
            if now[0] != there or watched() != what:
                break


def _told_in(folders: Iterable[str], what: Watched, ended: Event) -> Iterator[Collection[object]]:
    """Yield what the system tells that counts, and nothing every now and then."""
    from watchfiles import watch

    yield set()  # what happened while nobody watched is looked for
    yield from watch(
        *folders,
        watch_filter=lambda _, path: what.concerns(path),
        debounce=_MOST,
        step=_STEP,
        stop_event=ended,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=False,
        ignore_permission_denied=True,
    )


def _nothing(ended: Event) -> Iterator[Collection[object]]:
    """Where there is no folder to be watched: yield every now and then."""
    while not ended.wait(_LOOK / 1000):
        yield set()


def _folders_there(what: Watched) -> dict[str, tuple[int, int]]:
    """The folders that are there, and which they are: one that went and came is another."""
    found = {}
    for folder in what.places:
        try:
            stat = os.stat(folder)  # noqa: PTH116 - often, and of many
        except OSError:
            continue
        found[folder] = (stat.st_dev, stat.st_ino)
    return found


def _signature(files: frozenset[str]) -> tuple[object, ...]:
    """What tells that a file was written, without reading it."""
    return tuple(map(_written, sorted(files)))


def _written(path: str) -> tuple[int, int, int] | None:
    try:
        stat = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
