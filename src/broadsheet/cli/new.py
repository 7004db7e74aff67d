"""`broadsheet new`."""

from __future__ import annotations

import re
from pathlib import Path

import click


@click.command(epilog="Example:\n\n\b\n  broadsheet new letters-to-the-editor")
@click.argument("slug")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Where to write it; the current folder unless told.",
)
def new(slug: str, folder: Path) -> None:
    """Write a lesson to start from: valid at once, with comments that teach the format."""
    from broadsheet.lesson.starter import write_starter

    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug):
        raise click.UsageError(
            f"“{slug}” can't name a lesson: use small letters, digits and hyphens, as in my-lesson"
        )
    try:
        files = write_starter(slug, folder)
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} is already there, and is left as it is") from None
    except OSError as error:
        raise click.UsageError(
            f"{folder / slug}.yaml can't be written: {(error.strerror or str(error)).lower()}"
        ) from None
    for file in files:
        click.echo(f"wrote {file.as_posix()}")
    click.echo(f"next: broadsheet check {files[0].as_posix()}")
