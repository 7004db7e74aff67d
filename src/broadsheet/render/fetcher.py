"""What rendering may read: the theme and the lesson's own folder, and nothing else."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

THEME: Final = "https://theme.invalid/"
"""Base address of the theme's files; the domain can't exist, and no request ever leaves."""
LESSON: Final = "https://lesson.invalid/"
"""Base address of the files in the lesson's folder."""

MAX_FILE_BYTES: Final = 20 * 1024 * 1024


class Refused(OSError):
    """An address outside the two folders, or a file that may not be read."""


class ConfinedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Answers for two folders and refuses everything else, the network first of all."""

    def __init__(self, theme: Path, lesson: Path) -> None:
        super().__init__(allowed_protocols=())
        self._folders = {"theme.invalid": theme.resolve(), "lesson.invalid": lesson.resolve()}
        self.refused: list[str] = []
        """Addresses that were asked for and refused."""

    def fetch(
        self, url: str, headers: dict[str, str] | None = None
    ) -> URLFetcherResponse:
        """Give the file behind an address of ours. Raises Refused for any other."""
        try:
            file = self._file(url)
            return URLFetcherResponse(
                url,
                file.read_bytes(),
                {"Content-Type": mimetypes.guess_type(file.name)[0] or "application/octet-stream"},
            )
        except OSError:
            self.refused.append(url)
            raise

    def _file(self, url: str) -> Path:
        address = urlsplit(url)
        folder = self._folders.get(address.netloc) if address.scheme == "https" else None
        if folder is None:
            raise Refused(f"{url[:80]} is not read: only the theme and the lesson's folder are")
        return confined(folder, unquote(address.path).lstrip("/"))


def confined(folder: Path, path: str) -> Path:
    """The file at `path` in `folder`. Raises Refused where it leads out or is too large."""
    folder = folder.resolve()
    asked = folder / path
    file = asked.resolve()
    if not file.is_relative_to(folder) or any(
        part.is_symlink() for part in (asked, *asked.parents) if part.is_relative_to(folder) and part != folder
    ):
        raise Refused(f"{path} leads out of its folder")
    if not file.is_file():
        raise Refused(f"{path} is not a file")
    if file.stat().st_size > MAX_FILE_BYTES:
        raise Refused(f"{path} is larger than 20 MiB")
    return file
