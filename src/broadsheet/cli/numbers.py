"""Numbers of questions as they are typed: `1,3,5` or `1-3,5`."""

from __future__ import annotations

import re
from typing import Final

import click

_RANGE: Final = re.compile(r"(?P<first>[1-9][0-9]?)(?:\s*[-–]\s*(?P<last>[1-9][0-9]?))?")
"""A question's number, or the first and the last of several."""


def numbers(_context: object, _option: object, typed: str | None) -> tuple[int, ...]:
    """The numbers in `1,3,5` or `1-3,5`. Raises click.BadParameter for anything else."""
    found: list[int] = []
    for part in typed.split(",") if typed is not None else ():
        match = _RANGE.fullmatch(part.strip())
        if match is None or int(match["last"] or 99) < int(match["first"]):
            raise click.BadParameter(
                f"“{part.strip()}” is no question's number; write 1,3,5 or 1-3,5"
            )
        found += range(int(match["first"]), int(match["last"] or match["first"]) + 1)
    return tuple(sorted(set(found)))
