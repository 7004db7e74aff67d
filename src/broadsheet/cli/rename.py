"""`broadsheet rename`."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.cli.show import shown_path
from broadsheet.cli.terminal import Refused, echo


@click.command(
    epilog="Example:\n\n\b\n  broadsheet rename lessons/the-bridge.yaml the-second-bridge"
)
@click.argument("lesson", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("name")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Folder that documents were made in; what is left there is named.",
)
def rename(lesson: Path, name: str, output: Path) -> None:
    """Give a lesson another NAME, and all that is named after it.

    The text and the fingerprint of its source move along where they bear the lesson's name, and
    units that bind it are mended. Nothing that is there already is written over.
    """
    from broadsheet.recipes.refusal import Refusal
    from broadsheet.recipes.rename import rename as rename_lesson

    done = rename_lesson(lesson, name, output)
    if isinstance(done, Refusal):
        raise Refused(done.message, done.hint)
    for old, new in done.moved:
        echo(f"moved {shown_path(old)} to {shown_path(new)}")
    for unit in done.mended:
        echo(f"mended {shown_path(unit)}")
    for folder in done.left_behind:
        echo(f"left {shown_path(folder)}, made under the old name")
