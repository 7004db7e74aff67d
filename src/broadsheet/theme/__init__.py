"""The theme: templates, style sheets, fonts and editions; a school's own come before ours."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OURS: Final = Path(__file__).parent
"""The folder of the theme that ships."""
ISOLATED: Final = OURS / "fonts.conf"
"""A configuration of fontconfig by which no font of the machine is found."""

ALL: Final = "all"
"""What stands for every edition of a theme where editions are named."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders of templates, styles, fonts and editions; a file is looked up by name, in order."""

    folders: tuple[Path, ...] = (OURS,)

    @classmethod
    def over(cls, folder: Path | None) -> Theme:
        """Put a school's folder before ours; None for ours alone."""
        return cls((Path(os.path.realpath(folder)), OURS)) if folder else cls()

    @property
    def brings_faces(self) -> bool:
        """Tell whether a school's folder has fonts, or says which are used."""
        return any(
            (folder / "fonts").is_dir() or (folder / "styles" / "fonts.css").is_file()
            for folder in self.folders
            if folder != OURS
        )

    def file(self, name: str) -> Path:
        """The first folder's file called `name`, such as `styles/base.css`.

        Raises FileNotFoundError where no folder has it.
        """
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(2, "no such file in the theme", name)

    @property
    def editions(self) -> tuple[str, ...]:
        """Names of the editions, in order of name, each once."""
        return tuple(sorted({file.stem for file in self._edition_files()}))

    def edition(self, name: str) -> Path:
        """The file of the edition called `name`, in the first folder that has one.

        Raises FileNotFoundError where no folder has it.
        """
        for file in self._edition_files():
            if file.stem == name:
                return file
        raise FileNotFoundError(2, "no such edition in the theme", name)

    def _edition_files(self) -> Iterator[Path]:
        """The files of editions, the first folder's first; hidden ones are others' leavings."""
        for folder in self.folders:
            for file in sorted((folder / "editions").glob("*")):
                is_hidden = file.name.startswith(".")
                if file.suffix.lower() in (".yaml", ".yml") and not is_hidden and file.is_file():
                    yield file
