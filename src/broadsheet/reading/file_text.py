"""The text of a file of ours, or the finding that says why there is none."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from broadsheet.confined import Refusal, RefusedError, read_file
from broadsheet.findings import Finding, Place
from broadsheet.reading.near_paths import meant_file
from broadsheet.reading.yaml_rules import UNREADABLE

MAX_BYTES: Final = 1024 * 1024
"""Largest file that is read, in bytes."""

_ENDINGS: Final = (".yaml", ".yml", ".json")
"""Endings of files that may be meant by one that is not there."""

_MARKS: Final = {
    codecs.BOM_UTF32_LE: "UTF-32",  # it begins with that of UTF-16
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def text_of(file: Path) -> str | Finding:
    """Read `file` as UTF-8, with or without a byte-order mark."""
    try:
        data = read_file(file, MAX_BYTES)
    except RefusedError as refused:
        message, hint = _WHY.get(refused.why, (f"the file {refused.reason}", ""))
        if refused.why is Refusal.MISSING and (meant := meant_file(file, _ENDINGS)):
            hint = f"did you mean {meant.as_posix()}?"
        return _unreadable(file, message, hint)
    return _decoded(data, file)


def text_given(text: str, file: Path) -> str | Finding:
    """Take a text from memory as if it stood in `file`, which need not be there."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > MAX_BYTES:
        return _unreadable(file, *_WHY[Refusal.TOO_LARGE])
    return _decoded(data, file)


def _decoded(data: bytes, file: Path) -> str | Finding:
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(file, data, error)
    if wide := wide_encoding(data):
        return _wide(file, wide)
    return text


_WHY: Final = {
    Refusal.MISSING: ("there is no such file", "look at the spelling of its path"),
    Refusal.FOLDER: ("this is a folder", "put a file in its place, or name one that is in it"),
    Refusal.SPECIAL: (
        "this is a device, a pipe or a socket, and no file",
        "save it in a file, and name that",
    ),
    Refusal.TOO_LARGE: (
        "the file is larger than 1 MiB",
        "a lesson holds an excerpt and questions; keep whole texts in files of their own",
    ),
}


def wide_encoding(data: bytes) -> str | None:
    """Name the encoding of text in which every character takes two bytes or four, if it is one.

    Without a mark it is known by Latin letters, blanks and line ends: half of each is a zero, and
    always the same half.
    """
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return name
    zeros = data[::2].count(0), data[1::2].count(0)
    if not max(zeros) or min(zeros) or max(zeros) * 8 < len(data):
        return None
    text = data.decode("utf-16-be" if zeros[0] else "utf-16-le", "replace")
    return "UTF-16" if "".join(text.split()).isprintable() else None


def _not_utf8(file: Path, data: bytes, error: UnicodeDecodeError) -> Finding:
    if wide := wide_encoding(data):
        return _wide(file, wide)
    line, column = place_after(data[: error.start])
    return _unreadable(
        file,
        f"the file is not UTF-8: byte {data[error.start]:#04x} cannot be read",
        _AS_UTF8,
        Place(line, column, line, column + 1),
    )


def place_after(before: bytes) -> tuple[int, int]:
    """Line and column, counted from 1, of what comes after this UTF-8.

    A return alone ends a line, too.
    """
    lines = before.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


_AS_UTF8: Final = "save it as UTF-8 in your editor"


def _wide(file: Path, name: str) -> Finding:
    return _unreadable(file, f"the file is {name}, not UTF-8", _AS_UTF8, Place(1, 1, 1, 1))


def _unreadable(file: Path, message: str, hint: str, place: Place | None = None) -> Finding:
    return Finding(UNREADABLE, message, hint, file, place)
