"""The theme: templates, style sheets, fonts and editions; a school's own come before ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from broadsheet.confined import RefusedError, file_within

OURS: Final = Path(__file__).parent
"""The folder of the theme that ships."""
ISOLATED: Final = OURS / "fonts.conf"
"""A configuration of fontconfig by which no font of the machine is found."""

STANDARD: Final = "standard"
"""The edition whose name is left out of file names."""
ALL: Final = "all"
"""What stands for every edition of a theme where editions are named."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A folder of templates, styles, fonts and editions that is looked through before ours.

    A theme may come from a stranger: links in it are not followed.
    """

    own: Path | None = None
    """A school's folder; None for ours alone."""

    @classmethod
    def over(cls, folder: Path | None) -> Theme:
        """Put a school's folder before ours; None for ours alone."""
        return cls(folder.absolute() if folder else None)

    @property
    def brings_faces(self) -> bool:
        """Tell whether a school's folder has fonts, or says which are used."""
        return self.own is not None and (
            (self.own / "fonts").is_dir() or (self.own / "styles" / "fonts.css").is_file()
        )

    def file(self, name: str) -> Path:
        """The school's file called `name`, such as `styles/base.css`, or else ours.

        Raises FileNotFoundError where neither has it.
        """
        for folder in filter(None, (self.own, OURS)):
            try:
                return file_within(folder, name)
            except RefusedError:
                continue
        raise FileNotFoundError(2, "no such file in the theme", name)

    def place(self, name: str) -> Path:
        """Where a file called `name` stands, for who is to mend it."""
        try:
            return self.file(name)
        except FileNotFoundError:
            return (self.own or OURS) / name

    @property
    def editions(self) -> tuple[str, ...]:
        """Names of the editions, in order of name, each once."""
        return tuple(sorted({file.stem for file in self._edition_files()}))

    def edition(self, name: str) -> Path:
        """The file of the edition called `name`, a school's own if it has one.

        Raises FileNotFoundError where there is none.
        """
        for file in self._edition_files():
            if file.stem == name:
                return file
        raise FileNotFoundError(2, "no such edition in the theme", name)

    def _edition_files(self) -> Iterator[Path]:
        """The files of editions, a school's first; hidden ones are others' leavings."""
        for folder in filter(None, (self.own, OURS)):
            for file in sorted((folder / "editions").glob("*")):
                if file.suffix.lower() in (".yaml", ".yml") and not file.name.startswith("."):
                    with suppress(RefusedError):
                        yield file_within(folder, f"editions/{file.name}")

    def own_files(self) -> Iterator[str]:
        """Names of the school's files, those in folders included; what begins with a dot is not.

        A link is named and not followed.
        """
        folders = [self.own] if self.own else []
        for folder in folders:
            try:
                entries = sorted(folder.iterdir())
            except OSError:  # what can't be read is missed where it is needed
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir() and not entry.is_symlink():
                    folders.append(entry)
                else:
                    yield entry.relative_to(folders[0]).as_posix()
