"""Findings for people: the line of the file that each speaks of, with a caret under the words."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

from broadsheet.cli.formats.paths import shown_path
from broadsheet.cli.terminal import Styled, pieces, style, visible
from broadsheet.confined import read_file
from broadsheet.findings import Finding, Place, Severity
from broadsheet.reading.file_text import MAX_BYTES

WIDTH: Final = 100
"""Columns that a shown line may take; a longer one is cut around what the finding speaks of."""

_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_BEFORE: Final = 30
"""Columns that are kept before the marked words where a line has to be cut."""


def as_text(findings: Sequence[Finding]) -> str:
    """Each finding with the line it speaks of, a caret and a hint, and an empty line after it."""
    return Styled("\n".join(_text(finding) for finding in findings))


def _text(finding: Finding) -> str:
    place = finding.place
    where = shown_path(finding.file) + (f":{place.line}:{place.column}" if place else "")
    colour = _COLOURS[finding.severity]
    lines = [
        f"{style(where, bold=True)}: "
        f"{style(finding.severity.value, colour=colour, bold=True)} "
        f"{visible(finding.message)} {style(f'[{finding.code}]', dim=True)}"
    ]
    if place and (source := _line(finding.file, place.line)) is not None:
        number = str(place.line)
        shown, offset, length = _cut(source, place, WIDTH - len(number) - len("   | "))
        caret = style("^" * length, colour=colour)
        lines.append(f"  {style(number, dim=True)} | {shown}")
        lines.append(f"  {' ' * len(number)} | {' ' * offset}{caret}")
    if finding.hint:
        lines.append(f"  {style('hint:', bold=True)} {visible(finding.hint)}")
    return "\n".join(lines) + "\n"


def _cut(source: str, place: Place, room: int) -> tuple[str, int, int]:
    """The part of a line to show in `room` columns, and where in it the carets begin, how many."""
    start = min(place.column - 1, len(source))
    source += " " if start == len(source) else ""  # for the caret to stand under
    end = place.end_column - 1 if place.end_line == place.line else len(source)
    end = max(start, min(end, len(source)))
    # Nothing farther off can be shown, and a line may be as long as the file.
    low, high = max(0, start - 4 * room), min(len(source), start + 4 * room)
    shown = pieces(source[low:high])
    columns = [0, *accumulate(sum(map(_columns, piece)) for piece in shown)]
    first, last = low, high
    if low > 0 or high < len(source) or columns[-1] > room:
        if low > 0 or columns[min(end, high)] >= room:
            first = low + bisect_left(columns, columns[start - low] - _BEFORE)
        last = low + bisect_right(columns, columns[first - low] + room - 2) - 1
        if last == len(source):
            first = min(first, low + bisect_left(columns, columns[-1] - room + 1))
    before = "…" if first else ""
    after = "…" if last < len(source) else ""
    marked = columns[max(start, min(end, last)) - low] - columns[start - low]
    offset = len(before) + columns[start - low] - columns[first - low]
    return f"{before}{''.join(shown[first - low : last - low])}{after}", offset, max(marked, 1)


def _columns(character: str) -> int:
    """How many columns a terminal takes for a character."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@cache
def _lines(file: Path, _changed: int) -> tuple[str, ...]:
    text = read_file(file, MAX_BYTES).decode("utf-8-sig", errors="replace")
    return tuple(line.replace("\t", " ") for line in re.split("\r\n|\n|\r", text))


def _line(file: Path, number: int) -> str | None:
    try:
        lines = _lines(file, file.stat().st_mtime_ns)
    except OSError:
        return None
    return lines[number - 1] if number <= len(lines) else None
