"""How a file is named in what is shown."""

from __future__ import annotations

from pathlib import Path


def shown_path(path: Path) -> str:
    """A path as short as it can be from where the command runs, with `/` on every system."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()
