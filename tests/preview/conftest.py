"""A desk at work on real lessons, without a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from tests.conftest import WHOLE_TEXT

from broadsheet.preview.asked import Asked
from broadsheet.preview.desk import Desk
from broadsheet.preview.state import state_of
from broadsheet.preview.view import View

TODAY = date(2026, 11, 23)
PATIENCE = 60


def bare_name(path: Path) -> str:
    return path.name


class Looker:
    """Somebody who looks at a view."""

    def __init__(self, desk: Desk, view: View, told: Event) -> None:
        self.desk, self.view, self._told = desk, view, told

    def state(self) -> dict[str, Any]:
        return state_of(self.desk.known(), self.view, bare_name)

    def until(self, holds: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Wait until a state is told that something holds of."""
        while True:
            self._told.clear()
            state = self.state()
            if holds(state):
                return state
            assert self._told.wait(PATIENCE), state

    def until_current(self) -> dict[str, Any]:
        return self.until(lambda state: state["status"] == "current" and state["pages"])

    def until_held(self) -> dict[str, Any]:
        return self.until(lambda state: state["status"] == "held")


@contextmanager
def looking(desk: Desk, view: View) -> Iterator[Looker]:
    told = Event()
    with desk.looking(view, told.set):
        yield Looker(desk, view, told)


@contextmanager
def at_work(*paths: Path, quiet: float = 0.02) -> Iterator[Desk]:
    """A desk that reads and lays out; who changes a file says so with `stir`."""
    desk = Desk(Asked.of(paths, recursive=False), lambda: TODAY, quiet)
    threads = [Thread(target=each) for each in (desk.work, desk.press)]
    for thread in threads:
        thread.start()
    try:
        yield desk
    finally:
        desk.end()
        for thread in threads:
            thread.join()


@pytest.fixture
def folder(tmp_path: Path, clean_lesson: str) -> Path:
    """A folder with one lesson, `bridge`, and its source."""
    lessons = tmp_path / "lessons"
    (lessons / "sources").mkdir(parents=True)
    (lessons / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    (lessons / "bridge.yaml").write_text(clean_lesson, "utf-8")
    return lessons
