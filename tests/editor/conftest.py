"""A lesson as an editor holds it, and a cursor in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from broadsheet.editor.opened import Opened, opened

Open: TypeAlias = Callable[[str], Opened]
TODAY = date(2026, 1, 1)


@pytest.fixture(scope="session")
def held(lesson_file: Path) -> Open:
    """Read a lesson's text as an editor holds it; it need not be saved."""

    def of(text: str) -> Opened:
        found = opened(text, lesson_file, TODAY)
        assert found is not None
        return found

    return of


def cursor(text: str) -> tuple[str, int]:
    """A text without its `▮`, and where that stood."""
    return text.replace("▮", ""), text.index("▮")
