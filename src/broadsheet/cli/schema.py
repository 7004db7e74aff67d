"""`broadsheet schema`."""

from __future__ import annotations

import json

import click


@click.command(
    epilog="Examples:\n\n\b\n"
    "  broadsheet schema > lesson.schema.json\n"
    "  broadsheet schema --reference > format.md"
)
@click.option("--reference", is_flag=True, help="Print the reference page of the format instead.")
def schema(reference: bool) -> None:
    """Print the JSON Schema of a lesson, for editors that complete keys and underline errors."""
    if reference:
        from broadsheet.lesson.reference import reference_page

        click.echo(reference_page(), nl=False)
    else:
        from broadsheet.lesson.schema import lesson_schema

        click.echo(json.dumps(lesson_schema(), ensure_ascii=False, indent=2))
