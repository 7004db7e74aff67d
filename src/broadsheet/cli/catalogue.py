"""`broadsheet catalogue`."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.cli.lessons import lessons_at, recursive_option
from broadsheet.cli.show import as_text
from broadsheet.cli.terminal import echo


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet catalogue lessons                   a table to put into a page of your own\n"
    "  broadsheet catalogue lessons lessons/units     with the units below it"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@recursive_option
def catalogue(paths: tuple[Path, ...], recursive: bool) -> None:
    """Print a table of lessons in Markdown, and a list of units.

    PATHS are lessons, units, or folders of either. Links lead from the folder you are in. A lesson
    with an error is told and left out.
    """
    from broadsheet.recipes.catalogue import catalogue_of
    from broadsheet.recipes.day import today

    page, errors = catalogue_of(lessons_at(paths, recursive), today(), Path.cwd())
    echo(page, nl=False)
    if errors:
        echo(as_text(errors), err=True)
        raise SystemExit(1)
