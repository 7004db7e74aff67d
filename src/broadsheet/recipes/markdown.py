"""Words, links and rows of a table, as every Markdown reads them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote_from_bytes

# A backslash serves in every Markdown before these, an entity in every one for the others.
_BACKSLASHED: Final = re.compile(r"[\\`*_\[\]|]")
_ENTITIES: Final = re.compile(r"[~$]|:(?=[\w+-]+:)")


def row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"


def typed(words: str) -> str:
    """Words on one line, with a sign before all that Markdown would take for markup."""
    backslashed = _BACKSLASHED.sub(r"\\\g<0>", " ".join(words.split()))
    return _ENTITIES.sub(lambda found: f"&#{ord(found[0])};", escape(backslashed, quote=False))


def link(title: str, file: Path, folder: Path) -> str:
    """A title that leads from a folder to a file."""
    try:
        path = Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # on Windows, from one drive to another
        path = file.absolute().as_posix()
    return f"[{typed(title)}]({quote_from_bytes(os.fsencode(path))})"
