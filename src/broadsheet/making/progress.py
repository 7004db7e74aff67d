"""Whoever wants to know how far the making is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Is told how many of how many documents are done, and the name of the last one."""

    def __call__(self, done: int, every: int, last: str = "") -> None:
        """Learn of it; `every` may change, and `last` is empty before the first is done."""


def silent(done: int, every: int, last: str = "") -> None:
    """Tell nobody."""
    del done, every, last
