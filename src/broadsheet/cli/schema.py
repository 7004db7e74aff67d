"""`broadsheet schema`."""

from __future__ import annotations

from pathlib import Path

import click

from broadsheet.cli.terminal import echo
from broadsheet.system import reason_of


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
    if reference:
        from broadsheet.describe.reference import is_reference_page, reference_page

        text, is_ours = reference_page(), is_reference_page
    elif unit:
        from broadsheet.describe.schema import is_schema, schema_text
        from broadsheet.unit.models import Unit

        text, is_ours = schema_text(Unit), is_schema
    else:
        from broadsheet.describe.schema import is_schema, schema_text

        text, is_ours = schema_text(), is_schema
    if output is None:
        echo(text, nl=False)
        return
    from broadsheet.write import is_free, write_whole

    try:
        if not is_free(output, is_ours):
            raise click.UsageError(
                f"{output} is there already, and holds something else: it is left as it is"
            )
        write_whole(output, text.encode())
    except OSError as error:
        raise click.UsageError(f"{output} can't be written: {reason_of(error)}") from None
