"""What commands that tests begin have begun themselves, and waiting for what they do."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 240
"""Seconds until something that must come has come, on the slowest of machines."""


def processes_with(name: str, value: str) -> list[int]:
    """Processes that have a variable of the environment, which those they begin inherit."""
    variable = f"{name}={value}".encode()
    return [
        int(entry.parent.name)
        for entry in Path("/proc").glob("[0-9]*/environ")
        if variable in _read(entry).split(b"\0")
    ]


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # it has ended meanwhile, or is another's
        return b""


def until(true: Callable[[], object]) -> None:
    """Wait for something that must come."""
    ends = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.02)
