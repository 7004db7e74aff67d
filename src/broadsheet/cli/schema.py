"""`broadsheet schema`."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.cli.terminal import echo


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet schema --output schema/lesson.schema.json\n"
    "  broadsheet schema --unit --output schema/unit.schema.json\n"
    "  broadsheet schema --reference --output docs/format.md"
)
@click.option("--unit", is_flag=True, help="Give the schema of a unit instead.")
@click.option("--reference", is_flag=True, help="Give the reference page of the format instead.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to a file, whole or not at all, instead of printing it. A file that holds "
    "something else is left as it is.",
)
def schema(unit: bool, reference: bool, output: Path | None) -> None:
    """Print the JSON Schema of a lesson, for editors that complete keys and underline errors."""
    from broadsheet.recipes.schema import Description, described, write_description

    what = Description.REFERENCE if reference else Description.UNIT if unit else Description.LESSON
    if output is None:
        echo(described(what), nl=False)
    elif refused := write_description(what, output):
        raise click.UsageError(f"{refused.message}: {refused.hint}")
