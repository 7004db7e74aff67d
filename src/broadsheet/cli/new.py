"""`broadsheet new`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from broadsheet.cli.terminal import echo, visible
from broadsheet.system import reason_of


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
    from broadsheet.describe.starter import AlreadyThereError, write_starter

    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug):
        raise click.UsageError(
            f"“{slug}” can't name a lesson: use small letters, digits and hyphens, as in my-lesson"
        )
    lesson = folder / f"{slug}.yaml"
    try:
        files = write_starter(slug, folder)
    except AlreadyThereError as error:
        raise click.UsageError(
            f"{error}, and is left as it is; choose another name or folder"
        ) from None
    except (FileExistsError, NotADirectoryError) as error:
        raise click.UsageError(f"{error.filename} is a file, where a folder is needed") from None
    except OSError as error:
        raise click.UsageError(f"{lesson} can't be written: {reason_of(error)}") from None
    for file in files:
        echo(f"wrote {visible(file.as_posix())}")
    echo(f"next: broadsheet check {visible(lesson.as_posix())}")
