"""What rendering may read: the theme and the lesson's own folder, and nothing else."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

MAX_FILE_BYTES: Final = 20 * 1024 * 1024


class RefusedError(OSError):
    """An address outside the folders, or a file that may not be read."""


class ConfinedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Answers for some folders by their base addresses, and refuses everything else."""

    def __init__(self, folders: Mapping[str, Sequence[Path]]) -> None:
        """`folders` by base address, each looked through in order."""
        super().__init__(allowed_protocols=())
        self._folders = {
            urlsplit(base).netloc: [folder.resolve() for folder in each]
            for base, each in folders.items()
        }
        self.refused: list[str] = []
        """Addresses that were asked for and refused."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002 - the library's signature
        """Give the file behind an address of ours. Raises RefusedError for any other."""
        try:
            file = self._file(url)
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": kind})
        except OSError:
            self.refused.append(url)
            raise

    def _file(self, url: str) -> Path:
        address = urlsplit(url)
        folders = self._folders.get(address.netloc, []) if address.scheme == "https" else []
        path = unquote(address.path).lstrip("/")
        if not folders:
            raise RefusedError(
                f"{url[:80]} is not read: only the theme and the lesson's folder are"
            )
        for folder in folders[:-1]:
            if (folder / path).is_file():
                return confined(folder, path)
        return confined(folders[-1], path)


def confined(folder: Path, path: str) -> Path:
    """The file at `path` in `folder`. Raises RefusedError where it leads out or is too large."""
    asked = folder / path
    file = asked.resolve()
    within = [
        part for part in (asked, *asked.parents) if part != folder and part.is_relative_to(folder)
    ]
    if not file.is_relative_to(folder) or any(part.is_symlink() for part in within):
        raise RefusedError(f"{path} leads out of its folder")
    if not file.is_file():
        raise RefusedError(f"{path} is not a file")
    if file.stat().st_size > MAX_FILE_BYTES:
        raise RefusedError(f"{path} is larger than 20 MiB")
    return file
