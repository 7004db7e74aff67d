"""What counts as a change, and that it is told: of files that come, go and change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest
from tests.preview.conftest import PATIENCE, at_work, looking

from broadsheet.preview.view import View
from broadsheet.preview.watching import Watched, changes, watched_by


@pytest.fixture
def watched(folder: Path) -> Watched:
    files = frozenset({str(folder / "sources" / "a.txt")})
    return Watched(frozenset({str(folder)}), files)


@pytest.mark.parametrize(
    "path",
    ["new.yaml", "bridge.yaml", "sources/a.txt", ".", "../broadsheet.yaml", "../broadsheet.yml"],
)
def test_a_change_of_what_was_read_or_may_be_counts(
    watched: Watched, folder: Path, path: str
) -> None:
    assert watched.concerns(str((folder / path).resolve()))


@pytest.mark.parametrize("path", ["sources/b.txt", "../notes.txt", "output/a.pdf"])
def test_a_change_of_what_nobody_read_does_not(watched: Watched, folder: Path, path: str) -> None:
    assert not watched.concerns(str((folder / path).resolve()))


def test_a_source_and_what_is_missing_are_watched(folder: Path) -> None:
    with at_work(folder) as desk, looking(desk, View()) as looker:
        looker.until(lambda state: state["piece"])
        files = watched_by(desk).files
    assert str(folder / "sources" / "the-bridge-must-wait.txt") in files
    assert str(folder / "bridge.yaml") in files


def edited(folder: Path) -> None:
    (folder / "sources" / "a.txt").write_text("new", "utf-8")


def renamed(folder: Path) -> None:
    (folder / "bridge.yaml").rename(folder / "ferry.yaml")


def vanished(folder: Path) -> None:
    shutil.move(folder, folder.parent / "away")


@pytest.mark.parametrize("happens", [edited, renamed, vanished])
def test_what_happens_is_told(
    watched: Watched, folder: Path, happens: Callable[[Path], None]
) -> None:
    told: Queue[int] = Queue()
    ended = Event()

    def watch() -> None:
        for number, _ in enumerate(changes(lambda: watched, ended)):
            told.put(number)

    thread = Thread(target=watch)
    thread.start()
    try:
        assert told.get(timeout=PATIENCE) == 0, "it looks once before it watches"
        happens(folder)
        assert told.get(timeout=PATIENCE) == 1
        if happens is vanished:
            shutil.move(folder.parent / "away", folder)
            assert told.get(timeout=PATIENCE) == 2
            edited(folder)
            assert told.get(timeout=PATIENCE) == 3
    finally:
        ended.set()
        thread.join()
