"""`broadsheet new`."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.cli.terminal import echo, visible


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet new letters-to-the-editor                    in the current folder\n"
    "  broadsheet new letters-to-the-editor --folder lessons   in lessons/\n"
    "  broadsheet new cartas-al-director --language es         written in Spanish\n"
    "  broadsheet new two-letters --pair                       of two opposing texts"
)
@click.argument("slug")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Where to write it; the current folder unless told.",
)
@click.option(
    "--language",
    default="en",
    metavar="TAG",
    help="The language that it is written in, its comments too: ar, de, en, es, fr, he, uk, "
    "zh-Hans or zh-Hant, or one of their regions, such as es-MX. Keys are English in each.",
)
@click.option("--pair", is_flag=True, help="A lesson of two opposing texts.")
def new(slug: str, folder: Path, language: str, pair: bool) -> None:
    """Write a lesson to start from: valid at once, with comments that teach the format.

    SLUG is the lesson's name in the names of its files: small letters, digits and hyphens.
    Nothing that is there already is written over.
    """
    from broadsheet.recipes.new import kind_of
    from broadsheet.recipes.new import new as new_lesson
    from broadsheet.recipes.refusal import Refusal

    kind = kind_of(language, is_pair=pair)
    files = kind if isinstance(kind, Refusal) else new_lesson(slug, folder, kind)
    if isinstance(files, Refusal):
        raise click.UsageError(f"{files.message}; {files.hint}")
    for file in files:
        echo(f"wrote {visible(file.as_posix())}")
    echo(f"next: broadsheet check {visible(files[0].as_posix())}")
