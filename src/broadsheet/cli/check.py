"""`broadsheet check`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from broadsheet.cli.show import FORMATS, counted, use_colour
from broadsheet.find import find
from broadsheet.findings import has_errors


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet check lessons                      every lesson of a folder\n"
    "  broadsheet check my-lesson.yaml               one lesson\n"
    "  broadsheet check lessons --format github      annotations for a pull request"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
def check(paths: tuple[Path, ...], form: str) -> None:
    """Read lessons over the author's shoulder and say what is wrong, and where.

    PATHS are lessons, or folders of lessons. Nothing is written.
    """
    from broadsheet.check.run import findings_of
    from broadsheet.lesson.load import load

    files = find(paths)
    if not files:
        raise click.UsageError(f"no lesson (.yaml) in {', '.join(map(str, paths))}")
    findings = [finding for file in files for finding in findings_of(load(file), date.today())]
    printed = FORMATS[form](findings)
    if printed:
        click.echo(printed, color=use_colour())
    if form == "text":
        lessons = f"{len(files)} lesson{'' if len(files) == 1 else 's'}"
        click.echo(f"{lessons} checked: {counted(findings)}", color=use_colour())
    if has_errors(findings):
        raise SystemExit(1)
