"""What rendering may read: the theme and the lesson's own folder, and nothing else."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from broadsheet.confined import Refusal, RefusedError, read_within
from broadsheet.images.drawing import printable
from broadsheet.images.embedded import embedded, is_embedded
from broadsheet.images.verdict import MAX_BYTES, Unprintable
from broadsheet.render.page import THEME


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
            if is_embedded(url):
                return _image(url, _embedded(url))
            path = unquote(urlsplit(url).path).lstrip("/")
            data = self._data(url, path)
            if not url.startswith(THEME):
                return _image(url, data)
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            return URLFetcherResponse(url, data, {"Content-Type": kind})
        except OSError:
            self.refused.append(url[:80])
            raise

    def _data(self, url: str, path: str) -> bytes:
        address = urlsplit(url)
        folders = self._folders.get(address.netloc, []) if address.scheme == "https" else []
        if not folders:
            raise RefusedError(
                Refusal.OUTSIDE,
                f"{url[:80]} is not read: only the theme and the lesson's folder are",
            )
        for folder in folders[:-1]:
            try:
                return _read(folder, path)
            except RefusedError as refused:
                if refused.why not in (Refusal.MISSING, Refusal.FOLDER):
                    raise
        return _read(folders[-1], path)


def _read(folder: Path, path: str) -> bytes:
    try:
        return read_within(folder, path, MAX_BYTES)
    except RefusedError as refused:
        raise RefusedError(refused.why, f"{path} {refused.reason}") from None


def _embedded(url: str) -> bytes:
    try:
        return embedded(url)
    except ValueError as error:
        raise RefusedError(Refusal.FAILED, f"{url[:80]} can't be read: {error}") from None


def _image(url: str, data: bytes) -> URLFetcherResponse:
    """An image, in a form that can be embedded. Raises RefusedError where it can't be printed."""
    picture = printable(data)
    if isinstance(picture, Unprintable):
        raise RefusedError(Refusal.FAILED, f"{url[:80]} {picture.reason}")
    return URLFetcherResponse(url, picture.data, {"Content-Type": picture.media_type})
