"""How a file is named in what is shown."""

from __future__ import annotations

from pathlib import Path

from broadsheet.cli.terminal import visible


def shown_path(path: Path) -> str:
    """A path as short as it can be from where the command runs, with what nobody sees made seen."""
    return visible(relative_path(path))


def relative_path(path: Path) -> str:
    """The same as it is, with `/` on every system; a link goes by its own name."""
    try:
        return (path.parent.resolve() / path.name).relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):  # a loop of links is a RuntimeError to some Pythons
        return path.as_posix()
