"""Which documents a command makes, as options that several commands have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import click

from broadsheet.cli.terminal import Refused
from broadsheet.making.begin import NotBegunError
from broadsheet.orders.order import Document, Format
from broadsheet.orders.table import TABLE
from broadsheet.school.paper import Paper
from broadsheet.theme import STANDARD, Theme

_OTHERS: Final = ", ".join(name for name in Theme().editions if name != STANDARD)
"""The editions of our own theme."""


def _names(rows: Sequence[Document | Format]) -> str:
    return ", ".join(row.name for row in rows)


edition_option = click.option(
    "--edition",
    "editions",
    multiple=True,
    metavar="NAME",
    help=f"Edition of the worksheet: standard (unless the settings say otherwise), {_OTHERS}, or "
    "one of your theme. May be given several times; `all` means each.",
)
"""`--edition`"""

document_option = click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="NAME",
    help=f"Document to make: {_names(TABLE.documents)}. May be given several times; `all` means "
    "each. Without this option: worksheet and teacher's notes, and booklets of units.",
)
"""`--document`"""

format_option = click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME",
    help=f"Kind of file to make: {_names(TABLE.formats)}. May be given several times; `all` means "
    "each.",
)
"""`--format`"""

paper_option = click.option(
    "--paper",
    "papers",
    multiple=True,
    type=click.Choice([paper.value for paper in Paper], case_sensitive=False),
    help="Paper to set for: a4 unless the settings say otherwise. May be given twice.",
)
"""`--paper`"""


@contextmanager
def refusals() -> Iterator[None]:
    """Say of a build that can't begin why, and what to do. Raises click.ClickException."""
    try:
        yield
    except NotBegunError as error:
        if error.asked_as:
            told = f"{error.reason}; {error.hint}"
            raise click.BadParameter(told, param_hint=f"--{error.asked_as}") from None
        raise Refused(error.reason, error.hint) from None
