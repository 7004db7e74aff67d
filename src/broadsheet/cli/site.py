"""`broadsheet site`."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from typing import Final

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
from broadsheet.cli.progress import progress_bar
from broadsheet.cli.show import (
    counted,
    lessons_and_units,
    number_of,
    shown_path,
    tell_what_keeps_from_printing,
)
from broadsheet.cli.terminal import Refused, echo
from broadsheet.findings import has_errors
from broadsheet.orders.request import Request
from broadsheet.recipes.day import today
from broadsheet.school.paper import Paper
from broadsheet.theme import ALL

_MADE: Final = "site"
"""The folder in the cache in which documents are made."""


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet site lessons -o site                 worksheets and notes, on A4\n"
    "  broadsheet site lessons lessons/units -o site   the units and their booklets too\n"
    "  broadsheet site lessons -o site --all           every document there can be\n"
    "  broadsheet site lessons -o site --language es   for teachers who read Spanish"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@recursive_option
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder of the site. What an earlier site left there is replaced, nothing else touched.",
)
@click.option("--all", "everything", is_flag=True, help="Every document, edition, paper, format.")
@edition_option
@document_option
@format_option
@paper_option
@click.option(
    "--language",
    default="en",
    show_default=True,
    metavar="TAG",
    help="Language of the pages; each lesson keeps its own.",
)
@click.option("--title", default="", metavar="WORDS", help="Title of the site.")
@click.option(
    "--about",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Markdown that begins the page about the lessons.",
)
@click.option(
    "--cache",
    "cache",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output") / FOLDER,
    show_default=True,
    help="Folder in which documents are made and kept for the next site.",
)
@jobs_option("documents to make")
def site(
    paths: tuple[Path, ...],
    recursive: bool,
    output: Path,
    everything: bool,
    editions: tuple[str, ...],
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    papers: tuple[str, ...],
    language: str,
    title: str,
    about: Path | None,
    cache: Path,
    jobs: int | None,
) -> None:
    """Make a site on which teachers find lessons, from a folder, a stick or a server.

    PATHS are lessons, units, or folders of either. Pages and documents stand in one folder, with
    links from one to the other. A lesson with an error is told and left out.
    """
    from broadsheet.recipes.refusal import Refusal
    from broadsheet.recipes.site import Wish
    from broadsheet.recipes.site import site as open_site

    request = Request(
        files=lessons_at(paths, recursive),
        output=cache / _MADE,
        papers=[Paper(name) for name in dict.fromkeys(papers)],
        today=today(),
        editions=editions,
        documents=documents,
        formats=formats,
        jobs=jobs,
    )
    if everything:
        every = (ALL,)
        request = replace(
            request, papers=list(Paper), editions=every, documents=every, formats=every
        )
    gc.enable()  # composing many documents leaves garbage
    with refusals(), progress_bar("Making documents") as progress:
        opened = open_site(request, Wish(output, language, title, about), progress, Store(cache))
    if isinstance(opened, Refusal):
        raise Refused(opened.message, opened.hint)
    report, placed = opened.report, opened.placed
    tell_what_keeps_from_printing(report.findings)
    if not (opened.lessons or opened.units):
        raise Refused("there is no lesson to make a site of", "an older site, if any, still stands")
    echo(shown_path(output / "index.html"))
    left = ", ".join(map(shown_path, opened.left_out))
    echo(
        f"{lessons_and_units(opened.lessons, opened.units)}; "
        f"{number_of(placed.written, 'file')} written, {placed.standing} up to date, "
        f"{placed.removed} removed; {counted(report.findings, report.silenced)}"
        f"{f'; left out: {left}' if left else ''}"
    )
    if opened.left_out or has_errors(report.findings):
        raise SystemExit(1)
