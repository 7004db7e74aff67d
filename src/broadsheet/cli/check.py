"""`broadsheet check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadsheet.cli.formats import FORMATS, shown
from broadsheet.cli.lessons import lessons_at, recursive_option
from broadsheet.cli.show import counted, held_by, lessons_and_units, shown_path
from broadsheet.cli.terminal import echo, visible
from broadsheet.findings import fails, has_errors

if TYPE_CHECKING:
    from broadsheet.recipes.mend import Mended


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet check lessons                      every lesson of a folder\n"
    "  broadsheet check my-lesson.yaml               one lesson\n"
    "  broadsheet check lessons --strict             before it goes to other teachers\n"
    "  broadsheet check my-lesson.yaml --fix         mend slips such as `tittle`\n"
    "  broadsheet check lessons --format github      annotations for a pull request\n"
    "  broadsheet check lessons --format sarif > findings.sarif\n\n"
    "Exit status: 0 nothing that fails, 1 errors (with --strict also warnings), 2 wrong usage. "
    "Advice never fails. `broadsheet explain CODE` says why a finding matters, how to mend it, "
    "and how to silence it."
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@recursive_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are printed: for people, for programs, for GitHub or as SARIF 2.1.0.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option(
    "--fix",
    is_flag=True,
    help="Mend what has only one right answer, such as a misspelt key, in the lessons themselves. "
    "All else in them stays as it is.",
)
def check(paths: tuple[Path, ...], recursive: bool, form: str, strict: bool, fix: bool) -> None:
    """Read lessons over the author's shoulder and say what is wrong, and where.

    PATHS are lessons, units, or folders of either. Nothing is written, except by --fix.
    """
    from broadsheet.recipes.check import check as check_all
    from broadsheet.recipes.day import today

    checked = check_all(lessons_at(paths, recursive), today(), fix=fix)
    for each in checked.mended:
        _tell(each, form)
    collection = checked.collection
    findings, silenced = collection.findings, collection.silenced
    printed = shown(findings, silenced, form)
    if printed:
        echo(printed)
    failed = fails(findings, strict=strict)
    if form in ("text", "github"):
        told = lessons_and_units(collection.lessons, collection.units)
        summary = f"{told} checked: {counted(findings, silenced)}{held_by(collection.settings)}"
        if failed and not has_errors(findings):
            summary += " (with --strict, warnings fail)"
        # On GitHub, what stands on standard output is read for commands.
        echo(summary, err=form == "github")
    if failed or checked.left_unmended:
        raise SystemExit(1)


def _in_one_line(words: str) -> str:
    return visible(" ".join(words.split()))


def _tell(mended: Mended, form: str) -> None:
    """Say what was mended in a file, and what kept it from being."""
    for fix in mended.fixes:
        where = f"{shown_path(mended.file)}:{fix.line}"
        echo(
            f"fixed {where}: {_in_one_line(fix.old)} → {_in_one_line(fix.new)}",
            err=form != "text",
        )
    if mended.refused:
        echo(f"{shown_path(mended.file)} could not be mended: {mended.refused}", err=True)
