"""`broadsheet build`."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

import click

from broadsheet.cache.store import FOLDER, Store
from broadsheet.cli.documents import (
    document_option,
    edition_option,
    format_option,
    paper_option,
    refusals,
)
from broadsheet.cli.jobs import jobs_option
from broadsheet.cli.lessons import lessons_at, recursive_option
from broadsheet.cli.numbers import numbers
from broadsheet.cli.progress import progress_bar
from broadsheet.cli.show import (
    counted,
    held_by,
    lessons_and_units,
    number_of,
    shown_path,
    tell_what_keeps_from_printing,
)
from broadsheet.cli.terminal import echo
from broadsheet.findings import fails, has_errors
from broadsheet.making.report import Report
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build as build_all
from broadsheet.recipes.day import today
from broadsheet.school.paper import Paper


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet build lessons                   every lesson of a folder, for A4\n"
    "  broadsheet build lessons --paper letter    the same for US Letter\n"
    "  broadsheet build lessons --edition all     every edition of the worksheets\n"
    "  broadsheet build lessons lessons/units     the units' booklets too\n"
    "  broadsheet build my-lesson.yaml -o sheets  one lesson, into sheets/\n"
    "  broadsheet build lessons --document worksheet  without the teacher's notes\n"
    "  broadsheet build lessons --document slides     for the wall"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@recursive_option
@edition_option
@document_option
@format_option
@click.option(
    "--questions",
    callback=numbers,
    metavar="NUMBERS",
    help="Ask these questions alone, such as 1,3,5 or 1-3,5. They keep their numbers; points and "
    "minutes are counted anew.",
)
@paper_option
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Folder to write into; each lesson gets a folder in it.",
)
@jobs_option("documents to make")
@click.option(
    "--cluster",
    "address",
    metavar="ADDRESS",
    help="Make documents on the machines of a Dask scheduler, such as tcp://192.0.2.7:8786.",
)
@click.option(
    "--cache/--no-cache",
    "uses_cache",
    default=True,
    help="Leave what is up to date alone, and keep what is made in OUTPUT/.broadsheet; or not.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="End with status 1 on warnings too. Documents are written all the same: a warning keeps "
    "none from being printed.",
)
def build(
    paths: tuple[Path, ...],
    recursive: bool,
    editions: tuple[str, ...],
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    questions: tuple[int, ...],
    papers: tuple[str, ...],
    output: Path,
    jobs: int | None,
    address: str | None,
    uses_cache: bool,
    strict: bool,
) -> None:
    """Make worksheets and teacher's notes from lessons, and booklets from units.

    PATHS are lessons, units, or folders of either; a unit is a file in a folder called `units`. A
    lesson with an error writes nothing and doesn't stop the others; its documents are replaced
    together or not at all.
    """
    files = lessons_at(paths, recursive)
    request = Request(
        files=files,
        output=output,
        papers=[Paper(name) for name in dict.fromkeys(papers)],
        today=today(),
        editions=editions,
        documents=documents,
        formats=formats,
        questions=questions,
        jobs=jobs,
    )
    store = Store(output / FOLDER) if uses_cache else None
    gc.enable()  # composing many documents leaves garbage
    with refusals(), progress_bar("Making documents") as progress:
        report = build_all(request, progress, store=store, cluster=address)
    _tell(report, output)
    echo(
        f"{number_of(len(report.written) + len(report.standing), 'document')} from "
        f"{lessons_and_units(report.lessons, report.units)}{_stood(report)}; "
        f"{counted(report.findings, report.silenced)}{held_by(report.settings)}"
        f"{_left_over(paths, files, output)}"
    )
    if fails(report.findings, strict=strict):
        raise SystemExit(1)


def _tell(report: Report, output: Path) -> None:
    """Print what was found and made, and what else there is to say of it."""
    tell_what_keeps_from_printing(report.findings)
    if report.slow_subsetting:
        echo(
            "note: libharfbuzz-subset is not installed, so fonts are embedded twice as slowly "
            "(Debian and Ubuntu: apt-get install libharfbuzz-subset0)",
            err=True,
        )
    for path in report.written:
        echo(shown_path(path))
    if not (report.written or report.standing or has_errors(report.findings)):
        echo(
            "note: nothing was made: no format that is asked for makes such a document",
            err=True,
        )
    if report.unkept:
        echo(f"note: {shown_path(output / FOLDER)} keeps nothing: {report.unkept}", err=True)


def _stood(report: Report) -> str:
    """Say how many were made and how many left alone, where some were."""
    if not report.standing:
        return ""
    return f": {len(report.written)} made, {len(report.standing)} up to date"


def _left_over(paths: Sequence[Path], files: Sequence[Path], output: Path) -> str:
    """Name the folders of lessons that are there no more, where a whole folder was built."""
    if not any(path.is_dir() for path in paths):
        return ""
    from broadsheet.making.orphans import left_over

    folders = left_over(output, files)
    return f"; of no lesson here: {', '.join(map(shown_path, folders))}" if folders else ""
