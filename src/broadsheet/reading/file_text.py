"""The text of a lesson's file, or the finding that says why there is none."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from broadsheet.findings import Finding, Place
from broadsheet.reading.yaml_rules import UNREADABLE

MAX_BYTES: Final = 1024 * 1024
"""Largest file that is read, in bytes."""


def text_of(file: Path) -> str | Finding:
    """Read `file` as UTF-8, with or without a byte-order mark."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return _unreadable(file, "there is no such file", "look at the spelling of its path")
    except IsADirectoryError:
        return _unreadable(file, "this is a folder", "name the lesson's file")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it cannot be opened").lower()
        return _unreadable(file, f"the file cannot be read: {reason}", "")
    if len(data) > MAX_BYTES:
        return _unreadable(
            file,
            "the file is larger than 1 MiB",
            "a lesson holds an excerpt and questions; keep whole texts in files of their own",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(file, data, error)
    if not text.strip():
        return _unreadable(
            file,
            "the file is empty",
            "`broadsheet new my-lesson` writes a lesson to start from",
            Place(1, 1, 1, 1),
        )
    return text


def _not_utf8(file: Path, data: bytes, error: UnicodeDecodeError) -> Finding:
    hint = "save it as UTF-8 in your editor"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _unreadable(file, "the file is UTF-16, not UTF-8", hint, Place(1, 1, 1, 1))
    line = data.count(b"\n", 0, error.start) + 1
    before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
    column = len(before.decode("utf-8-sig")) + 1
    return _unreadable(
        file,
        f"the file is not UTF-8: byte {data[error.start]:#04x} cannot be read",
        hint,
        Place(line, column, line, column + 1),
    )


def _unreadable(file: Path, message: str, hint: str, place: Place | None = None) -> Finding:
    return Finding(UNREADABLE, message, hint, file, place)
