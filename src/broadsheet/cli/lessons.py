"""Which lessons the arguments of a command mean."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.find import find


def lessons_at(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Give the lessons among files and folders; a file that is not there counts as one.

    Raises click.UsageError where there is none, or a folder can't be read.
    """
    try:
        files = find(paths)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.UsageError(f"{error.filename} can't be read: {reason}") from None
    if not files:
        folders = ", ".join(path.as_posix() for path in paths)
        raise click.UsageError(
            f"there is no lesson (.yaml) in {folders}; folders inside are not looked into, and "
            "`broadsheet new my-lesson` writes a lesson to start from"
        )
    return files
