"""Which lessons the arguments of a command mean."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.find import find
from broadsheet.system import reason_of

recursive_option = click.option(
    "--recursive",
    "-r",
    is_flag=True,
    help="Look into folders within folders too, but for hidden ones, links and themes.",
)
"""`--recursive`, of every command that takes folders."""


def lessons_at(paths: tuple[Path, ...], recursive: bool) -> tuple[Path, ...]:
    """Give the lessons among files and folders; a file that is not there counts as one.

    Raises click.UsageError where there is none, or a folder can't be read.
    """
    try:
        files = find(paths, recursive=recursive)
    except OSError as error:
        raise click.UsageError(f"{error.filename} can't be read: {reason_of(error)}") from None
    if not files:
        folders = ", ".join(path.as_posix() for path in paths)
        within = "" if recursive else "--recursive looks into the folders within, and "
        raise click.UsageError(
            f"there is no lesson (.yaml) in {folders}; {within}"
            "`broadsheet new my-lesson` writes a lesson to start from"
        )
    return files
