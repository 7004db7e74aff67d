"""`broadsheet check`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

import click

from broadsheet.cli.formats import FORMATS, shown
from broadsheet.cli.lessons import lessons_at
from broadsheet.cli.show import counted, number_of, shown_path, use_colour
from broadsheet.findings import Finding, Severity

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
def check(paths: tuple[Path, ...], form: str, strict: bool, fix: bool) -> None:
    """Read lessons over the author's shoulder and say what is wrong, and where.

    PATHS are lessons, or folders of lessons. Nothing is written, except by --fix.
    """
    files = lessons_at(paths)
    unmended = [file for file in files if fix and not _mend(file, form)]
    findings, silenced = _judged(files)
    printed = shown(findings, silenced, form)
    if printed:
        click.echo(printed, color=use_colour())
    failed = _fails(findings, strict)
    if form in ("text", "github"):
        summary = f"{number_of(len(files), 'lesson')} checked: {counted(findings, silenced)}"
        if failed and not _fails(findings, strict=False):
            summary += " (with --strict, warnings fail)"
        # On GitHub, what stands on standard output is read for commands.
        click.echo(summary, err=form == "github", color=use_colour())
    if failed or unmended:
        raise SystemExit(1)


def _fails(findings: Sequence[Finding], strict: bool) -> bool:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in failing for finding in findings)


def _judged(files: Sequence[Path]) -> tuple[list[Finding], int]:
    """What there is to say of lessons and of their schools' settings, and how many are silenced."""
    from broadsheet.check.run import judge
    from broadsheet.lesson.load import load
    from broadsheet.settings import read_settings, settings_file

    today = _today()
    settings = {file: settings_file(file) for file in files}
    schools = {file: read_settings(file) for file in dict.fromkeys(settings.values())}
    findings = [finding for _, faults in schools.values() for finding in faults]
    silenced = 0
    for file in files:
        school, _ = schools[settings[file]]
        judgement = judge(load(file), today, school.limits)
        findings += judgement.findings
        silenced += len(judgement.silent)
    return findings, silenced


def _mend(file: Path, form: str) -> bool:
    """Mend a lesson and say what was mended; give False where its file could not be written."""
    from broadsheet.check.run import judge
    from broadsheet.lesson.fix import mend
    from broadsheet.lesson.load import load

    for _ in range(_ROUNDS):
        loaded = load(file)
        if loaded.document is None:
            return True
        findings = judge(loaded, _today()).findings
        try:
            fixes = mend(loaded.document, findings)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            click.echo(f"{shown_path(file)} could not be mended: {reason}", err=True)
            return False
        if not fixes:
            return True
        for fix in fixes:
            where = f"{shown_path(file)}:{fix.line}"
            click.echo(f"fixed {where}: {fix.old} → {fix.new}", err=form != "text")
    return True


def _today() -> date:
    return datetime.now().astimezone().date()
