"""How the system at hand brings a package: one command for all that is missing."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import Final

_RPM: Final = {
    "pango": "pango",
    "harfbuzz-subset": "harfbuzz",
    "louis": "liblouis-utils",
    "poppler": "poppler-utils",
}


@dataclass(frozen=True, slots=True)
class System:
    """A family of systems: its command, and what it calls what we need."""

    command: str
    packages: Mapping[str, str]
    """By a library's key; `pango` for every library that comes with Pango."""
    as_root: bool = True

    @classmethod
    def here(cls) -> System:
        """The family of the system at hand; Debian's where there is nothing to tell it by."""
        system = platform.system().lower()
        if system in FAMILIES:
            return FAMILIES[system]
        try:
            said = platform.freedesktop_os_release()
        except OSError:
            return FAMILIES["debian"]
        names = [said.get("ID", ""), *said.get("ID_LIKE", "").split()]
        return next((FAMILIES[name] for name in names if name in FAMILIES), FAMILIES["debian"])

    def bringing(self, keys: Sequence[str]) -> str:
        """The one command that brings what these keys stand for."""
        if "path" in keys:
            return 'export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"'
        named = dict.fromkeys(self.packages.get(key, self.packages["pango"]) for key in keys)
        command = f"{self.command} {' '.join(named)}"
        is_root = not hasattr(os, "geteuid") or os.geteuid() == 0
        return command if is_root or not self.as_root else f"sudo sh -c {quote(command)}"


FAMILIES: Final[Mapping[str, System]] = {
    "debian": System(
        "apt-get update && apt-get install -y --no-install-recommends",
        {
            "pango": "libpango-1.0-0 libpangoft2-1.0-0",
            "pango-1.0": "libpango-1.0-0",
            "pangoft2-1.0": "libpangoft2-1.0-0",
            "harfbuzz-subset": "libharfbuzz-subset0",
            "louis": "liblouis-bin",
            "poppler": "poppler-utils",
            "python": "python3 python3-venv",
        },
    ),
    "fedora": System("dnf install -y", {**_RPM, "python": "python3"}),
    "suse": System(
        "zypper install -y",
        {
            "pango": "libpango-1_0-0",
            "harfbuzz-subset": "libharfbuzz-subset0",
            "louis": "liblouis-tools",
            "poppler": "poppler-tools",
            "python": "python313",
        },
    ),
    "arch": System(
        "pacman -S --noconfirm",
        {
            "pango": "pango",
            "harfbuzz-subset": "harfbuzz",
            "louis": "liblouis",
            "poppler": "poppler",
            "python": "python",
        },
    ),
    "alpine": System(
        "apk add",
        {
            "pango": "pango",
            "harfbuzz-subset": "harfbuzz-subset",
            "louis": "liblouis",
            "poppler": "poppler-utils",
            "python": "python3",
        },
    ),
    "darwin": System(
        "brew install",
        {
            "pango": "pango",
            "harfbuzz-subset": "harfbuzz",
            "louis": "liblouis",
            "poppler": "poppler",
            "python": "python",
        },
        as_root=False,
    ),
    "windows": System(
        r"C:\msys64\usr\bin\pacman -S --noconfirm",
        {
            "pango": "mingw-w64-ucrt-x86_64-pango",
            "harfbuzz-subset": "mingw-w64-ucrt-x86_64-harfbuzz",
            "louis": "mingw-w64-ucrt-x86_64-liblouis",
            "poppler": "mingw-w64-ucrt-x86_64-poppler",
            "python": "mingw-w64-ucrt-x86_64-python",
        },
        as_root=False,
    ),
}
"""By the name that a system gives itself or says it is like: Ubuntu is like Debian."""


def with_pip(requirements: Sequence[str]) -> str:
    """The one command that brings packages into the environment that Broadsheet runs in."""
    wanted = " ".join(quote(each) for each in requirements)
    prefix = Path(sys.prefix).as_posix()
    if "/pipx/venvs/" in prefix:
        return f"pipx inject broadsheet {wanted}"
    if "/uv/tools/" in prefix:
        return f"uv pip install --python {quote(sys.executable)} {wanted}"
    return f"{quote(sys.executable)} -m pip install {wanted}"
