"""`broadsheet class-set`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from broadsheet.cli.numbers import numbers
from broadsheet.cli.progress import progress_bar
from broadsheet.cli.show import as_text, number_of, shown_path
from broadsheet.cli.terminal import Refused, echo
from broadsheet.recipes.class_text import Text
from broadsheet.school.paper import Paper

_COUNT: Final = re.compile(r"\s*([\w-]+)\s*=\s*([1-9]\d{0,2})\s*")


def _counts(_context: object, _option: object, typed: str | None) -> dict[str, int]:
    """Read `standard=27,large-print=3`. Raises click.BadParameter for anything else."""
    counts: dict[str, int] = {}
    for part in typed.split(",") if typed else ():
        found = _COUNT.fullmatch(part)
        if not found:
            raise click.BadParameter(f"write an edition and a number, such as standard=27: {part}")
        counts[found[1]] = counts.get(found[1], 0) + int(found[2])
    return counts


@click.command(
    "class-set",
    epilog="Examples:\n\n\b\n"
    "  broadsheet class-set my-lesson.yaml --roster 9b.csv\n"
    "  broadsheet class-set my-lesson.yaml --roster 9b.csv --in-order\n"
    "  broadsheet class-set my-lesson.yaml --counts standard=27,large-print=3",
)
@click.argument("lesson", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--roster",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="CSV",
    help="Class list with columns `name` and `edition`, as a spreadsheet saves it (CSV UTF-8).",
)
@click.option(
    "--counts", callback=_counts, metavar="EDITION=N,…", help="So many sheets, without names."
)
@click.option(
    "--in-order",
    is_flag=True,
    help="One pile in the order of the list, such as by seats; else a pile for each edition.",
)
@click.option(
    "--text",
    type=click.Choice([where.value for where in Text]),
    default=Text.IN_SHEET.value,
    show_default=True,
    help="Where the text is: in each worksheet; on leaves of each student's own, beside the "
    "questions; or once, on leaves that the class shares.",
)
@click.option("--questions", callback=numbers, metavar="NUMBERS", help="As for build.")
@click.option(
    "--paper",
    type=click.Choice([paper.value for paper in Paper], case_sensitive=False),
    default="a4",
    show_default=True,
    help="Paper to print on.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Folder to write into; the lesson gets a folder in it.",
)
def class_set(
    lesson: Path,
    roster: Path | None,
    counts: dict[str, int],
    in_order: bool,
    text: str,
    questions: tuple[int, ...],
    paper: str,
    output: Path,
) -> None:
    """Print a class's sheets: each pupil's in the right edition, with the name on it.

    Every sheet begins on a front, and a list lies on top of each pile. Names are in the PDFs alone.
    """
    from broadsheet.recipes.class_set import Wanted
    from broadsheet.recipes.class_set import class_set as make
    from broadsheet.recipes.day import today

    if (roster is None) == (not counts):
        raise click.UsageError("give either --roster or --counts")
    wanted = Wanted(lesson, roster, counts, output, Paper(paper), in_order, questions, Text(text))
    with progress_bar("Printing sheets") as progress:
        made = make(wanted, today(), progress)
    if made.findings:
        echo(as_text(list(made.findings)), err=True)
    if made.refusal:
        raise Refused(made.refusal.message, made.refusal.hint)
    for rows in made.namesakes:
        numbers = ", ".join(f"({number})" for number in range(1, len(rows) + 1))
        say_rows = " and ".join(filter(None, (", ".join(map(str, rows[:-1])), str(rows[-1]))))
        echo(f"rows {say_rows} have the same name; their sheets add {numbers}", err=True)
    for pile in made.piles:
        sheets = number_of(pile.sheets, "sheet")
        echo(f"{shown_path(pile.file)}: {sheets}, {number_of(pile.sides, 'side')}")
    if not made.piles:
        raise SystemExit(1)
