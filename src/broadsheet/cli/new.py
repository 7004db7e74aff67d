"""`broadsheet new`."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.cli.terminal import echo, visible


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet new letters-to-the-editor                    in the current folder\n"
    "  broadsheet new letters-to-the-editor --folder lessons   in lessons/"
)
@click.argument("slug")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Where to write it; the current folder unless told.",
)
def new(slug: str, folder: Path) -> None:
    """Write a lesson to start from: valid at once, with comments that teach the format.

    SLUG is the lesson's name in the names of its files: small letters, digits and hyphens.
    Nothing that is there already is written over.
    """
    from broadsheet.recipes.new import new as new_lesson
    from broadsheet.recipes.refusal import Refusal

    files = new_lesson(slug, folder)
    if isinstance(files, Refusal):
        raise click.UsageError(f"{files.message}; {files.hint}")
    for file in files:
        echo(f"wrote {visible(file.as_posix())}")
    echo(f"next: broadsheet check {visible(files[0].as_posix())}")
