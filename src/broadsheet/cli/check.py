"""`broadsheet check`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from broadsheet.cli.formats import FORMATS, shown
from broadsheet.cli.formats.discretion import linked_in
from broadsheet.cli.lessons import lessons_at, recursive_option
from broadsheet.cli.show import counted, held_by, lessons_and_units, shown_path
from broadsheet.cli.terminal import echo, visible
from broadsheet.find import is_unit
from broadsheet.findings import Finding, Severity
from broadsheet.school.lookup import is_settings
from broadsheet.system import reason_of

if TYPE_CHECKING:
    from broadsheet.reading.document import Document

_ROUNDS: Final = 5
"""A fix can bring another fault to light: the keys under one that was misspelt."""


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
    from broadsheet.recipes.collection import read_collection

    files = lessons_at(paths, recursive)
    # What a link brings in from elsewhere is neither written nor told; settings have other keys.
    mendable = [file for file in files if not (linked_in(file) or is_settings(file))]
    unmended = [file for file in mendable if fix and not _mend(file, form)]
    collection = read_collection(files, _today())
    findings, silenced = collection.findings, collection.silenced
    printed = shown(findings, silenced, form)
    if printed:
        echo(printed)
    failed = _fails(findings, strict)
    if form in ("text", "github"):
        told = lessons_and_units(collection.lessons, collection.units)
        summary = f"{told} checked: {counted(findings, silenced)}{held_by(collection.settings)}"
        if failed and not _fails(findings, strict=False):
            summary += " (with --strict, warnings fail)"
        # On GitHub, what stands on standard output is read for commands.
        echo(summary, err=form == "github")
    if failed or unmended:
        raise SystemExit(1)


def _in_one_line(words: str) -> str:
    return visible(" ".join(words.split()))


def _fails(findings: Sequence[Finding], strict: bool) -> bool:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in failing for finding in findings)


def _mend(file: Path, form: str) -> bool:
    """Mend a file and say what was mended; give False where it could not be written."""
    from broadsheet.reading.fix import mend

    for _ in range(_ROUNDS):
        document, findings = _read(file)
        if document is None:
            return True
        try:
            fixes = mend(document, findings)
        except OSError as error:
            echo(f"{shown_path(file)} could not be mended: {reason_of(error)}", err=True)
            return False
        if not fixes:
            return True
        for fix in fixes:
            where = f"{shown_path(file)}:{fix.line}"
            echo(
                f"fixed {where}: {_in_one_line(fix.old)} → {_in_one_line(fix.new)}",
                err=form != "text",
            )
    return True


def _read(file: Path) -> tuple[Document | None, tuple[Finding, ...]]:
    from broadsheet.lesson.load import load
    from broadsheet.recipes.judging import judge

    if is_unit(file):
        from broadsheet.unit.check import findings_of_unit
        from broadsheet.unit.load import load_unit

        unit = load_unit(file)
        return unit.document, findings_of_unit(unit)
    lesson = load(file)
    return lesson.document, judge(lesson, _today()).findings


def _today() -> date:
    return datetime.now().astimezone().date()
