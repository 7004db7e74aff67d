"""What the machine has of what Broadsheet needs, and the commands that bring the rest.

Nothing here imports what may be missing: libraries are asked of the linker, packages of Python.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Final

from broadsheet.libraries import LIBRARIES, LOUIS, Library, version_of_pango
from broadsheet.recipes.packages import System, with_pip
from broadsheet.system import reason_of
from broadsheet.theme import OURS
from broadsheet.write import write_whole

OLDEST: Final = (3, 11)
"""The oldest Python that we promise."""
OLDEST_PANGO: Final = (1, 44)
NEWEST_TRIED: Final = (3, 14)
"""The newest Python that we have tried."""
_NOTHING: Final = "nothing can be printed"
_WITHOUT: Final = {
    "cluster": "no other machines can help",
    "docx": "no files of Word's can be made",
    "html": "saved web pages can't be read as sources",
    "lsp": "editors are not told what is found",
    "preview": "lessons can't be previewed",
    "site": "no site can be made",
}
"""What can't be done without the packages of an extra."""


class State(StrEnum):
    """Whether a part is there, and whether anything can be printed without it."""

    OK = "ok"
    MISSING = "missing"
    ABSENT = "absent"
    """It is not there, and only something more would need it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was looked for, and what there is to say of it."""

    state: State
    said: str
    package: str = ""
    """What brings it, as `System.packages` and pip name it; empty where no package does."""
    is_python: bool = False
    """True where pip brings it."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found, and what to run, in order."""

    parts: tuple[Part, ...]
    needed: tuple[str, ...]
    """The commands without which nothing can be printed."""
    optional: tuple[str, ...]
    """The commands that bring the rest."""

    @property
    def is_well(self) -> bool:
        """Tell whether everything can be printed."""
        return all(part.state is not State.MISSING for part in self.parts)


def examine(output: Path) -> Diagnosis:
    """Look for all that is needed to write documents into `output`."""
    system = System.here()
    parts = (
        _python(),
        *(_library(library) for library in LIBRARIES),
        *_packages(),
        _fonts(),
        _writable(output),
        _louis(),
        _poppler(),
    )
    return Diagnosis(
        parts,
        _commands([part for part in parts if part.state is State.MISSING], system),
        _commands([part for part in parts if part.state is State.ABSENT], system),
    )


def _commands(parts: list[Part], system: System) -> tuple[str, ...]:
    of_system = [part.package for part in parts if part.package and not part.is_python]
    of_python = [part.package for part in parts if part.package and part.is_python]
    commands = [system.bringing(of_system)] if of_system else []
    return (*commands, *([with_pip(of_python)] if of_python else []))


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST:
        return Part(State.MISSING, f"Python 3.11 or later: this is {version}", "python")
    tried = "" if sys.version_info[:2] <= NEWEST_TRIED else ", newer than any that was tried"
    return Part(State.OK, f"Python {version}{tried}")


def _library(library: Library) -> Part:
    found = library.find()
    if found is None:
        if library.elsewhere:
            said = f"{library.name}: {library.elsewhere} has it, where Python does not look"
            return Part(State.MISSING, said, "path")
        state = State.MISSING if library.is_needed else State.ABSENT
        return Part(state, f"{library.name}: {library.why}", library.key)
    version = version_of_pango(found) if library.key == "pango-1.0" else None
    if version and version < OLDEST_PANGO:
        said = f"Pango 1.44 or later: this is {version[0]}.{version[1]}"
        return Part(State.MISSING, said, library.key)
    return Part(State.OK, library.name + (f" {version[0]}.{version[1]}" if version else ""))


def _packages() -> Iterator[Part]:
    """The packages that Broadsheet depends on, and those of its extras."""
    try:
        asked = metadata.requires("broadsheet") or []
    except metadata.PackageNotFoundError:
        asked = []
    for line in asked:
        name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        extra = re.search(r"extra == ['\"]([\w-]+)", line)
        try:
            yield Part(State.OK, f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            why = (
                _WITHOUT.get(extra[1], f"the extra {extra[1]} is not there") if extra else _NOTHING
            )
            state = State.ABSENT if extra else State.MISSING
            requirement = line.partition(";")[0].replace(" ", "")
            yield Part(state, f"{name}: without it {why}", requirement, is_python=True)


def _fonts() -> Part:
    named = re.findall(
        r"url\([\"']?\.\./(fonts/[^\"')]+)", (OURS / "styles" / "fonts.css").read_text("utf-8")
    )
    broken = [name for name in dict.fromkeys(named) if not _is_face(OURS / name)]
    if broken:
        said = f"faces of our own: {', '.join(broken)} can't be read; install Broadsheet again"
        return Part(State.MISSING, said, "broadsheet", is_python=True)
    return Part(State.OK, f"{len(set(named))} faces of our own")


def _is_face(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(4) in (b"\x00\x01\x00\x00", b"OTTO", b"wOF2")
    except OSError:
        return False


def _writable(output: Path) -> Part:
    """Write where documents would be written, and leave nothing there."""
    folder = output.absolute()
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    try:
        if not folder.is_dir():
            raise NotADirectoryError(0, "a file stands where a folder is needed")
        trial = folder / f".broadsheet-{os.getpid()}"
        write_whole(trial, b"")
        trial.unlink()
    except OSError as error:
        said = f"{output} can't be written: {reason_of(error)}; choose another folder with --output"
        return Part(State.MISSING, said)
    return Part(State.OK, f"{output} can be written")


def _louis() -> Part:
    program = shutil.which(LOUIS)
    if program is None:
        return Part(State.ABSENT, "liblouis: without it nothing is made in braille", "louis")
    try:
        told = subprocess.run(  # noqa: S603 - a program of the system
            [program, "--version"], capture_output=True, check=False, timeout=5
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.TimeoutExpired):
        told = ""
    version = re.search(r"\d+(?:\.\d+)+", told)
    return Part(State.OK, f"liblouis{f' {version[0]}' if version else ''}, for braille")


def _poppler() -> Part:
    if shutil.which("pdftotext") and shutil.which("pdftoppm"):
        return Part(State.OK, "Poppler, which only tests of Broadsheet itself use")
    return Part(State.ABSENT, "Poppler: only tests of Broadsheet itself use it", "poppler")
