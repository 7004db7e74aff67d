"""The command `broadsheet` and its subcommands."""

from __future__ import annotations

import click

from broadsheet import __version__
from broadsheet.cli.commands import Commands


@click.group(
    cls=Commands,
    names=(
        "build",
        "catalogue",
        "check",
        "class-set",
        "doctor",
        "explain",
        "lsp",
        "new",
        "preview",
        "rename",
        "schema",
        "site",
        "source",
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Examples:\n\n\b\n"
    "  broadsheet new my-lesson          write a lesson to start from\n"
    "  broadsheet check my-lesson.yaml   read it over the author's shoulder\n"
    "  broadsheet build my-lesson.yaml   make its PDFs in output/\n"
    "  broadsheet doctor                 say what the machine lacks for printing\n"
    "  broadsheet explain unknown-key    say why a finding matters\n\n"
    "Exit status: 0 all well, 1 findings of severity error, 2 wrong usage.",
)
@click.version_option(__version__, message="broadsheet %(version)s")
def main() -> None:
    """Turn lessons in YAML into worksheets and teacher's notes, ready to print."""
