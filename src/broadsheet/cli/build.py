"""`broadsheet build`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from broadsheet.cli.lessons import lessons_at
from broadsheet.cli.progress import progress_bar
from broadsheet.cli.show import as_text, counted, number_of, shown_path, use_colour
from broadsheet.findings import has_errors


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet build lessons                   every lesson of a folder, for A4\n"
    "  broadsheet build lessons --paper letter    the same for US Letter\n"
    "  broadsheet build lessons --edition all     every edition of the worksheets\n"
    "  broadsheet build my-lesson.yaml -o sheets  one lesson, into sheets/"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--edition",
    "editions",
    multiple=True,
    metavar="NAME",
    help="Edition of the worksheet: standard (unless the settings say otherwise), supported, "
    "large-print, large-print-24, dyslexia-friendly, fillable, core, or one of your theme. May be "
    "given several times; `all` means each.",
)
@click.option(
    "--paper",
    "papers",
    multiple=True,
    type=click.Choice(["a4", "letter"]),
    help="Paper to set for: a4 unless the settings say otherwise. May be given twice.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Folder to write into; each lesson gets a folder in it.",
)
def build(
    paths: tuple[Path, ...], editions: tuple[str, ...], papers: tuple[str, ...], output: Path
) -> None:
    """Make worksheets and teacher's notes from lessons.

    PATHS are lessons, or folders of lessons. A lesson with an error writes nothing and doesn't
    stop the others.
    """
    from broadsheet.build import Request
    from broadsheet.build import build as build_all
    from broadsheet.render.paper import Paper

    request = Request(
        files=lessons_at(paths),
        output=output,
        papers=[Paper(name) for name in dict.fromkeys(papers)],
        today=date.today(),  # noqa: DTZ011 - the author's own day, wherever that is
        editions=editions,
    )
    with progress_bar("Making documents") as progress:
        report = build_all(request, progress)
    if report.findings:
        click.echo(as_text(report.findings), err=True, color=use_colour())
    if report.slow_subsetting:
        click.echo(
            "note: libharfbuzz-subset is not installed, so fonts are embedded twice as slowly "
            "(Debian and Ubuntu: apt-get install libharfbuzz-subset0)",
            err=True,
        )
    for path in report.written:
        click.echo(shown_path(path))
    click.echo(
        f"{number_of(len(report.written), 'document')} from {number_of(report.lessons, 'lesson')}; "
        f"{counted(report.findings, report.silenced)}"
    )
    if has_errors(report.findings):
        raise SystemExit(1)
