"""`broadsheet doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from broadsheet.cli.terminal import Styled, echo, style, visible

_COLOURS: Final = {"ok": "green", "missing": "red", "absent": "yellow"}


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet doctor             is all there that printing needs?\n"
    "  broadsheet doctor -o sheets   and can sheets/ be written?\n\n"
    "Exit status: 0 documents can be printed, 1 something that they need is missing. What is only "
    "absent is needed for something more."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder that documents are to be written into.",
)
def doctor(output: Path) -> None:
    """Say what of the machine is missing for printing, and the command that brings it."""
    from broadsheet.recipes.doctor import examine

    found = examine(output)
    for part in found.parts:
        state = style(f"{part.state.value:8}", colour=_COLOURS[part.state.value], bold=True)
        echo(Styled(f"{state} {visible(part.said)}"))
    if found.needed:
        _advise("To mend it", found.needed)
    if found.optional:
        _advise("To have the rest too, if you want it", found.optional)
    if not found.is_well:
        raise SystemExit(1)


def _advise(heading: str, commands: tuple[str, ...]) -> None:
    echo("\n".join((f"\n{heading}, run:\n", *(f"  {visible(command)}" for command in commands))))
