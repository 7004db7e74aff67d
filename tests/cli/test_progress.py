"""Long work shows what is done and what is left, to a terminal alone."""

from __future__ import annotations

import io
import sys

import pytest

from broadsheet.cli.progress import progress_bar


class Terminal(io.StringIO):
    """A stream that says it is a terminal, or that it is none."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


def shown(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool) -> str:
    stream = Terminal(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_bar("Making documents") as tell:
        # How many there are is known when half of them are read.
        for done, every in ((0, 4), (1, 4), (2, 3), (3, 3)):
            tell(done, every, f"lesson-{done}.pdf" if done else "")
    return stream.getvalue()


def test_a_terminal_is_shown_what_is_done_and_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, is_terminal=True)
    assert "Making documents" in text
    assert "0/4" in text
    assert "3/3" in text
    assert "lesson-2.pdf" in text


def test_where_there_is_no_terminal_it_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, is_terminal=False) == ""
