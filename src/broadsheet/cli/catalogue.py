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
    "  broadsheet catalogue lessons lessons/units     with the units below it\n"
    "  broadsheet catalogue lessons --balance         eras, genres, ages and views instead"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@recursive_option
@click.option("--balance", is_flag=True, help="Tell of the pieces by era, genre, age and view.")
def catalogue(paths: tuple[Path, ...], recursive: bool, balance: bool) -> None:
    """Print a table of lessons in Markdown, and a list of units.

    PATHS are lessons, units, or folders of either. Links lead from the folder you are in. A lesson
    with an error is told and left out.
    """
    from broadsheet.recipes.catalogue import balance_of, catalogue_of
    from broadsheet.recipes.day import today

    told = balance_of if balance else catalogue_of
    page, errors = told(lessons_at(paths, recursive), today(), Path.cwd())
    echo(page, nl=False)
    if errors:
        echo(as_text(errors), err=True)
        raise SystemExit(1)
