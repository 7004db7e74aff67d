"""Can a lesson's file lend its name to the documents that are made of it?"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from broadsheet.findings import Finding, Rule, Severity
from broadsheet.reading.near_paths import folded_name
from broadsheet.text.unseen import unseen_at

SAME_NAME: Final = Rule(
    code="same-name",
    severity=Severity.ERROR,
    what="Two lessons or units that are made together have one name.",
    why="Documents are named after their lesson, so those of the second would replace those of the "
    "first, and nobody would know. Names that differ in capitals alone, or in how an accent is "
    "written, are one name on many disks.",
    bad="7a/letter.yaml\n7b/letter.yaml",
    good="7a/letter-7a.yaml\n7b/letter-7b.yaml",
)

UNFIT_NAME: Final = Rule(
    code="unfit-name",
    severity=Severity.ERROR,
    what="The name of a lesson's file can't name the files that are made of it.",
    why="A name of dots leads out of the output folder, one that begins with a hyphen is taken for "
    "an option, what can't be seen deceives, and devices such as `con` can't be opened on Windows.",
    bad="...yaml",
    good="the-bridge.yaml",
)

AWKWARD_NAME: Final = Rule(
    code="awkward-name",
    severity=Severity.ADVICE,
    what="The name of a lesson's file can't be written on Windows or on many sticks and shares.",
    why="The documents are named after the lesson, and a colleague could not copy them.",
    bad="who pays?.yaml",
    good="who-pays.yaml",
)

RULES: Final = (SAME_NAME, UNFIT_NAME, AWKWARD_NAME)

MAX_BYTES: Final = 160
"""Longest name of a lesson, in bytes: document, edition and paper follow, and 255 is the most."""

_DEVICES: Final = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE
)
_CONTROLS: Final = {"Cc", "Zl", "Zp"}
_RENAME: Final = "rename the file with letters, digits and hyphens, as in the-bridge.yaml"


def name_faults(files: Sequence[Path]) -> list[Finding]:
    """What is wrong with the names of lessons and units that are made in one run."""
    there = [file for file in files if os.path.lexists(file)]
    return [*_unfit(there), *_same(there)]


def _unfit(files: Sequence[Path]) -> Iterator[Finding]:
    for file in files:
        fault = _fault(file.stem)
        if fault:
            message = f"“{file.stem}” can't name documents: {fault}"
            yield Finding(UNFIT_NAME, message, _RENAME, file)
        elif re.search(r'[<>:"|?*\\]|[. ]$', file.stem):
            message = f"“{file.stem}” is no name for files on Windows"
            yield Finding(AWKWARD_NAME, message, _RENAME, file)


def _fault(name: str) -> str | None:
    if name.startswith("."):
        return "it begins with a dot"
    if name.startswith("-"):
        return "it begins with a hyphen, as options do"
    if not name.strip():
        return "it is blank"
    if list(unseen_at(name)) or any(unicodedata.category(one) in _CONTROLS for one in name):
        return "it holds a character that can't be seen"
    if _DEVICES.fullmatch(name):
        return "Windows takes it for a device"
    size = len(os.fsencode(name))
    return f"it is {size} bytes long, and {MAX_BYTES} is the most" if size > MAX_BYTES else None


def _same(files: Sequence[Path]) -> Iterator[Finding]:
    called: defaultdict[str, list[Path]] = defaultdict(list)
    for file in files:
        called[folded_name(file.stem)].append(file)
    for group in called.values():
        for file in group if len(group) > 1 else ():
            others = " and ".join(other.as_posix() for other in group if other is not file)
            yield Finding(
                SAME_NAME,
                f"{file.as_posix()} would write the same documents as {others}",
                "rename all but one of them, or build them apart, into folders of their own "
                "with --output",
                file,
            )
