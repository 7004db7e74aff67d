"""The preview: how soon it answers, and how soon a saved lesson's findings are told."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.timing import PYTHON, ROOT, SURROUNDINGS, seconds

LESSON = ROOT / "lessons" / "phase-2-begins.yaml"
_PATIENCE = 60.0
"""Seconds after which what was saved is told no more."""


def of_preview(folder: Path, runs: int) -> dict[str, float | str]:
    """What the preview takes, over what `broadsheet check` of the same lesson does."""
    lesson = folder / "preview" / LESSON.name
    shutil.copytree(LESSON.parent / "sources", lesson.parent / "sources")
    shutil.copy(LESSON, lesson)
    check = [PYTHON, "-m", "broadsheet", "check", str(LESSON)]
    starts = []
    for _ in range(runs):
        before = time.perf_counter()
        with _previewing(lesson) as _:
            ours = time.perf_counter() - before
        starts.append((ours, seconds(check)))
    with _previewing(lesson) as address:
        saves = [(each, seconds(check)) for each in _saves(address, lesson, runs)]
    told = [ours for ours, _ in saves]
    return {
        "g. `preview`, until it says its address / check of a lesson": _middle(starts),
        "g. a saved lesson, until its findings are told / check of a lesson": _middle(saves),
        "seconds until a saved lesson's findings are told (drifts)": statistics.median(told),
    }


def _middle(pairs: list[tuple[float, float]]) -> float:
    return statistics.median(ours / theirs for ours, theirs in pairs)


@contextmanager
def _previewing(lesson: Path) -> Iterator[str]:
    """The address of a preview of a lesson."""
    command = [PYTHON, "-m", "broadsheet", "preview", str(lesson), "--no-open", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=SURROUNDINGS, stdout=subprocess.PIPE) as process:
        try:
            yield next(iter(process.stdout or [])).decode().split()[2]
        finally:
            process.terminate()


def _saves(address: str, lesson: Path, runs: int) -> Iterator[float]:
    """Yield how long it takes, each time, until an error that is saved is told, or its end."""
    where = urlsplit(address)
    connection = HTTPConnection(where.hostname or "", where.port, timeout=_PATIENCE)
    connection.request("GET", f"/state?lesson={lesson.stem}")
    told = connection.getresponse()
    text = lesson.read_text("utf-8")
    _wait(told, lambda state: state["status"] == "current")
    for number in range(runs):
        is_bad = number % 2 == 0
        saved = text.replace("minutes: ", "minutes: x", 1) if is_bad else text
        before = time.perf_counter()
        lesson.write_text(saved, "utf-8")
        _wait(told, lambda state: state["lessons"][0]["errors"] > 0, is_so=is_bad)
        yield time.perf_counter() - before
    connection.close()


def _wait(told: HTTPResponse, holds: Callable[[Any], bool], *, is_so: bool = True) -> None:
    """Read what the page is told until something holds of it, or does not."""
    given_up = time.monotonic() + _PATIENCE
    while (line := told.readline()) and time.monotonic() < given_up:
        data = line.removeprefix(b"data: ")
        if data != line and holds(json.loads(data)) == is_so:
            return
    raise SystemExit("the preview told nothing")
