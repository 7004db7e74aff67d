"""How much is done side by side, as an option that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def jobs_option(what: str) -> Callable[[Any], Any]:
    """Give the option `--jobs`; `what` is done side by side, as in “documents to make”."""
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        help=f"How many {what} side by side; as many as there are processors unless told.",
    )
