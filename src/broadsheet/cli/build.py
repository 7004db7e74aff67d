"""`broadsheet build`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from broadsheet.cli.show import as_text, counted, shown_path, use_colour
from broadsheet.find import find
from broadsheet.findings import has_errors


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet build lessons                   every lesson of a folder, for A4\n"
    "  broadsheet build lessons --paper letter    the same for US Letter\n"
    "  broadsheet build my-lesson.yaml -o sheets  one lesson, into sheets/"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Folder to write into; each lesson gets a folder in it.",
)
def build(paths: tuple[Path, ...], paper: str, output: Path) -> None:
    """Make worksheets and teacher's notes from lessons.

    PATHS are lessons, or folders of lessons. A lesson with an error writes nothing and doesn't
    stop the others.
    """
    from broadsheet.build import Request
    from broadsheet.build import build as build_all
    from broadsheet.render.paper import Paper

    files = find(paths)
    if not files:
        raise click.UsageError(f"no lesson (.yaml) in {', '.join(map(str, paths))}")
    request = Request(files, output, Paper(paper), date.today())
    with _Progress() as progress:
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
        f"{len(report.written)} documents from {report.lessons} lessons; {counted(report.findings)}"
    )
    if has_errors(report.findings):
        raise SystemExit(1)


class _Progress:
    """A progress bar on a terminal, and nothing elsewhere."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __enter__(self) -> _Progress:
        return self

    def __call__(self, done: int, every: int) -> None:
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            self._bar = click.progressbar(length=every, label="Making documents", file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
