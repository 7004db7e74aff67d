"""What a build is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from broadsheet.render.paper import Paper


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for: the command line's words, and the day."""

    files: Sequence[Path]
    """Lessons, and units of them."""
    output: Path
    today: date
    papers: Sequence[Paper] = ()
    """Papers to set for; empty for what the settings say, or A4."""
    editions: Sequence[str] = ()
    """Editions of the worksheet, or `all`; empty for what the settings say, or the standard one."""
