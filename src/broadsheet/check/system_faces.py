"""What the fonts installed on this machine can print, as fontconfig tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

SECONDS: Final = 60
"""Longest that fontconfig may take; a machine's first question has it look into every font."""

_FORMATS: Final = ("TrueType", "CFF")
"""Kinds of font that Pango sets."""


def in_system_faces(characters: Collection[str]) -> frozenset[str] | None:
    """Give those of some characters that an installed font has; None if nobody can be asked."""
    # Few lessons have a character to ask about.
    import shutil
    import subprocess

    command = shutil.which("fc-list")
    if command is None or not Path(command).is_absolute():  # one in the working folder is not run
        return None
    try:
        listing = subprocess.run(  # noqa: S603 - fontconfig's own command, with words of ours
            [command, "--format", "%{fontformat}\t%{family}\t%{charset}\n"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=SECONDS,
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return None
    return frozenset(_covered(listing, characters))


def _covered(listing: str, characters: Collection[str]) -> Iterator[str]:
    codes = sorted(map(ord, characters))
    for line in set(listing.splitlines()):
        kind, family, runs = line.split("\t")
        # Apple's last resort has a picture of a box for every character there is.
        if kind not in _FORMATS or "LastResort" in family:
            continue
        for run in runs.split():
            first, _, last = run.partition("-")
            at = bisect_left(codes, int(first, 16))
            while at < len(codes) and codes[at] <= int(last or first, 16):
                yield chr(codes[at])
                at += 1
