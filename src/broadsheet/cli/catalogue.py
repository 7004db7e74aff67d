"""`broadsheet catalogue`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from broadsheet.cli.lessons import lessons_at, recursive_option
from broadsheet.cli.show import as_text
from broadsheet.cli.terminal import echo
from broadsheet.findings import Severity


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
    from broadsheet.recipes.catalogue import catalogue as catalogue_of
    from broadsheet.recipes.collection import read_collection

    today = datetime.now().astimezone().date()
    collection = read_collection(lessons_at(paths, recursive), today)
    errors = [each for each in collection.findings if each.severity is Severity.ERROR]
    lessons = [(each.loaded, each.school.theme) for each in collection.good_lessons]
    units = [each.loaded for each in collection.good_units]
    page, not_listed = catalogue_of(lessons, units, Path.cwd())
    echo(page, nl=False)
    errors += not_listed
    if errors:
        echo(as_text(errors), err=True)
        raise SystemExit(1)
