"""What of the system makes documents: libraries that lay out text, and the program for braille.

Libraries are asked of the linker and not imported.
"""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LOUIS: Final = "lou_translate"
"""The program of liblouis, which translates words into braille."""
_LOUIS_TABLES: Final = "LOUIS_TABLEPATH"
"""The variable that names tables of liblouis besides its own."""
_SYSTEM: Final = platform.system()
_HOMEBREW: Final = (Path("/opt/homebrew/lib"), Path("/usr/local/lib"))
_WINDOWS: Final = (
    r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
)
"""Where WeasyPrint looks for libraries on Windows, unless a variable says otherwise."""

_VERSIONS: Final = {
    "pango-1.0": "pango_version_string",
    "harfbuzz": "hb_version_string",
    "harfbuzz-subset": "hb_version_string",
}
"""The functions that tell versions as text."""


@dataclass(frozen=True, slots=True)
class Library:
    """A library, by what WeasyPrint asks the linker for."""

    key: str
    """Its name as the linker's names have it."""
    number: int
    """The number of its interface."""
    name: str
    why: str
    is_needed: bool = True

    @property
    def files(self) -> tuple[str, ...]:
        """What its file may be called on this system."""
        if _SYSTEM == "Darwin":
            return (f"lib{self.key}.{self.number}.dylib", f"lib{self.key}.dylib")
        if _SYSTEM == "Windows":
            return (f"lib{self.key}-{self.number}.dll",)
        return (f"lib{self.key}.so.{self.number}",)

    def find(self) -> ctypes.CDLL | None:
        """Load it, or give None where the linker does not find it or it is another machine's."""
        _look_where_weasyprint_does()
        for file in self.files:
            try:
                return ctypes.CDLL(file)
            except OSError:
                continue
        return None

    @property
    def version(self) -> str | None:
        """What it says of itself; None where it is not there, or says nothing."""
        found = self.find()
        ask = getattr(found, _VERSIONS.get(self.key, ""), None) if found else None
        if ask is None:
            return None if found is None else ""
        ask.restype = ctypes.c_char_p
        return (ask() or b"").decode("ascii", "replace")

    @property
    def elsewhere(self) -> Path | None:
        """A folder that has it and that Python was not told of: Homebrew's, on a Mac."""
        if _SYSTEM != "Darwin":
            return None
        return next(
            (at for at in _HOMEBREW if any((at / file).exists() for file in self.files)), None
        )


LIBRARIES: Final = (
    Library("pango-1.0", 0, "Pango", "it sets the text"),
    Library("pangoft2-1.0", 0, "PangoFT2", "it finds the faces"),
    Library("gobject-2.0", 0, "GObject", "Pango stands on it"),
    Library("harfbuzz", 0, "HarfBuzz", "it shapes the letters"),
    Library("fontconfig", 1, "Fontconfig", "it lists the faces"),
    Library(
        "harfbuzz-subset",
        0,
        "HarfBuzz-Subset",
        "without it faces are embedded twice as slowly",
        is_needed=False,
    ),
)


def braille() -> bytes:
    """What tells one liblouis from another: its program, which each release brings with its tables.

    To run it for its version would cost each build ten times as much.
    """
    program = shutil.which(LOUIS)
    try:
        data = Path(program).read_bytes() if program else b""
    except OSError:
        data = b""
    return os.environ.get(_LOUIS_TABLES, "").encode("utf-8", "surrogateescape") + b"\0" + data


def lacking() -> tuple[str, ...]:
    """Names of the libraries without which nothing can be laid out, and that are not there."""
    return tuple(each.name for each in LIBRARIES if each.is_needed and each.find() is None)


def version_of_pango(pango: ctypes.CDLL) -> tuple[int, int] | None:
    """Its version as two numbers; None where it does not say."""
    try:
        number = int(pango.pango_version())
    except AttributeError:
        return None
    return number // 10_000, number // 100 % 100


def _look_where_weasyprint_does() -> None:
    add = getattr(os, "add_dll_directory", None)
    if add is None:
        return
    for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _WINDOWS).split(";"):
        try:
            add(folder)
        except OSError:
            continue
