"""`broadsheet check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadsheet.cli.formats import FORMATS, shown
from broadsheet.cli.jobs import jobs_option
from broadsheet.cli.lessons import lessons_at, recursive_option
from broadsheet.cli.show import counted, held_by, lessons_and_units, number_of, shown_path
from broadsheet.cli.terminal import echo, visible
from broadsheet.find import is_word
from broadsheet.findings import fails, has_errors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.findings import Finding
    from broadsheet.recipes.mend import Mended


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet check lessons                      every lesson of a folder\n"
    "  broadsheet check my-lesson.yaml               one lesson\n"
    "  broadsheet check lessons --strict             before it goes to other teachers\n"
    "  broadsheet check my-lesson.yaml --fix         mend slips such as `tittle`\n"
    "  broadsheet check worksheet.docx lessons       a Word file that was edited\n"
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
@click.option(
    "--lesson",
    type=click.Path(path_type=Path),
    help="The lesson that an edited Word file was made from, where that is not found by its name.",
)
@jobs_option("lessons to check")
def check(
    paths: tuple[Path, ...],
    recursive: bool,
    form: str,
    strict: bool,
    fix: bool,
    lesson: Path | None,
    jobs: int | None,
) -> None:
    """Read lessons over the author's shoulder and say what is wrong, and where.

    PATHS are lessons, units, or folders of either. Nothing is written, except by --fix. Of a Word
    file that was edited (.docx), the text and the quotations are proved again, and what was changed
    is told; its lesson is looked for among the other PATHS and beside it.
    """
    from broadsheet.forked import processors
    from broadsheet.recipes.check import check as check_all
    from broadsheet.recipes.day import today

    if any(map(is_word, paths)):
        _check_word(paths, form, lesson, strict=strict)
        return
    checked = check_all(lessons_at(paths, recursive), today(), fix=fix, jobs=jobs or processors())
    for each in checked.mended:
        _tell(each, form)
    judged = checked.judged
    findings, silenced = judged.findings, judged.silenced
    told = lessons_and_units(judged.lessons, judged.units)
    failed = _show(told, findings, silenced, form, held_by(judged.settings), strict=strict)
    if failed or checked.left_unmended:
        raise SystemExit(1)


def _check_word(paths: tuple[Path, ...], form: str, lesson: Path | None, *, strict: bool) -> None:
    """Check edited Word files; the other paths are where their lessons may be."""
    from broadsheet.recipes.check_word import check_word
    from broadsheet.recipes.day import today

    files = [path for path in paths if is_word(path)]
    beside = [path for path in paths if not is_word(path)]
    findings = check_word(files, beside, today(), lesson)
    if _show(number_of(len(files), "Word file"), findings, 0, form, strict=strict):
        raise SystemExit(1)


def _show(
    told: str,
    findings: Sequence[Finding],
    silenced: int,
    form: str,
    settings: str = "",
    *,
    strict: bool,
) -> bool:
    """Show findings and a summary of what was `told` to be checked; tell whether it failed."""
    printed = shown(findings, silenced, form)
    if printed:
        echo(printed)
    failed = fails(findings, strict=strict)
    if form in ("text", "github"):
        summary = f"{told} checked: {counted(findings, silenced)}{settings}"
        if failed and not has_errors(findings):
            summary += " (with --strict, warnings fail)"
        # On GitHub, what stands on standard output is read for commands.
        echo(summary, err=form == "github")
    return failed


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
