"""What layout may read: the theme's files and the images that came with the document."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from broadsheet.confined import Refusal, RefusedError
from broadsheet.images.drawing import printable
from broadsheet.images.embedded import embedded, is_embedded
from broadsheet.images.verdict import Unprintable
from broadsheet.render.addresses import THEME
from broadsheet.theme.look import Look


class ConfinedFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Answers from what it was given, and refuses everything else."""

    def __init__(self, look: Look, images: Mapping[str, bytes] | None = None) -> None:
        """`images` by address, without percent signs for the letters of their paths."""
        super().__init__(allowed_protocols=())
        self._look = look
        self._images = images or {}
        self.refused: list[str] = []
        """Addresses that were asked for and refused."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002 - the library's signature
        """Give what lies at an address of ours. Raises RefusedError for any other."""
        try:
            if is_embedded(url):
                return _image(url, _embedded(url))
            address = urlsplit(url)
            path = unquote(address.path).lstrip("/")
            base = f"{address.scheme}://{address.netloc}/"
            if base != THEME:
                return _image(url, self._sent(base + path))
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            return URLFetcherResponse(url, self._look.data(path), {"Content-Type": kind})
        except (OSError, ValueError):
            self.refused.append(url[:80])
            raise

    def _sent(self, address: str) -> bytes:
        try:
            return self._images[address]
        except KeyError:
            reason = "is not read: only the theme and the images of the document are"
            raise RefusedError(Refusal.OUTSIDE, f"{address[:80]} {reason}") from None


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
