"""The theme: templates, style sheets, fonts and editions; a school's own come before ours."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

OURS: Final = Path(str(files(__name__)))
"""The folder of the theme that ships."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders of templates, styles, fonts and editions; a file is looked up by name, in order."""

    folders: tuple[Path, ...] = (OURS,)

    @classmethod
    def over(cls, folder: Path | None) -> Theme:
        """Put a school's folder before ours; None for ours alone."""
        return cls((folder.resolve(), OURS)) if folder else cls()

    def file(self, name: str) -> Path:
        """The first folder's file called `name`, such as `styles/base.css`.

        Raises FileNotFoundError where no folder has it.
        """
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(2, "no such file in the theme", name)

    def names(self, kind: str, suffix: str) -> tuple[str, ...]:
        """Names, without `suffix`, of the files of a kind, such as `editions`; each once."""
        return tuple(
            sorted(
                {
                    entry.name.removesuffix(suffix)
                    for folder in self.folders
                    if (folder / kind).is_dir()
                    for entry in (folder / kind).iterdir()
                    if entry.name.endswith(suffix)
                }
            )
        )
