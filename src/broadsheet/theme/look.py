"""What documents need of a theme, by content: it travels with them and is read nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Final

from broadsheet.confined import RefusedError, read_within
from broadsheet.theme import OURS, Theme

MOST_BYTES: Final = 64 * 1024**2
"""Most that the files of a theme may hold together."""

MOST_FILES: Final = 2_000
"""Most files that a theme's folder may have."""

_TEMPLATES: Final = "templates/"
_ENDINGS: Final = (
    ".css",
    *(".ttf", ".otf", ".woff", ".woff2"),
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"),
)
"""Files that a document may need besides templates. A theme's folder may hold others, perhaps
private ones; no template or style sheet gets to read those."""


class ThemeError(Exception):
    """The theme has a fault: what it is, and where it stands."""

    def __init__(self, reason: str, file: str | None = None, line: int | None = None) -> None:
        """`file` is its name in the theme, such as `styles/base.css`."""
        super().__init__(reason)
        self.reason, self.file, self.line = reason, file, line


@dataclass(frozen=True)
class Look:
    """A school's own files by name; whatever it lacks is ours."""

    files: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def key(self) -> str:
        """Tells this look from others."""
        digest = sha256()
        for name, data in sorted(self.files.items()):
            digest.update(f"{name}\n{len(data)}\n".encode("utf-8", "surrogateescape") + data)
        return digest.hexdigest()

    def __hash__(self) -> int:
        return hash(self.key)

    def data(self, name: str) -> bytes:
        """The file called `name`, such as `styles/base.css`. Raises RefusedError."""
        if name in self.files:
            return self.files[name]
        return read_within(OURS, name, MOST_BYTES)

    def text(self, name: str) -> str:
        """A file's text. Raises RefusedError, and ThemeError where it is not UTF-8."""
        try:
            return self.data(name).decode("utf-8")
        except UnicodeDecodeError:
            kind = "template" if name.startswith(_TEMPLATES) else "style sheet"
            raise ThemeError(f"a {kind} is not text in UTF-8", name) from None

    @property
    def brings_faces(self) -> bool:
        """Tell whether a school has fonts of its own, or says which are used."""
        return any(name.startswith("fonts/") or name == "styles/fonts.css" for name in self.files)


def look_of(theme: Theme) -> Look:
    """Read what documents may need of a theme.

    Raises ThemeError where a file can't be read or is a link, and where there are too many or they
    are too large together.
    """
    files: dict[str, bytes] = {}
    room = MOST_BYTES
    for number, name in enumerate(theme.own_files()):
        if number >= MOST_FILES:
            raise ThemeError(f"there are more than {MOST_FILES:,} files in the theme", name)
        if theme.own and (theme.own / name).is_symlink():
            raise ThemeError("it is a link, and links are not followed", name)
        if name.startswith(_TEMPLATES) or name.lower().endswith(_ENDINGS):
            try:
                files[name] = read_within(theme.own or OURS, name, room)
            except RefusedError as refused:
                raise ThemeError(f"it {refused.reason}", name) from None
            room -= len(files[name])
    return Look(files)
