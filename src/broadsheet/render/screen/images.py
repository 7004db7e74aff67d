"""The images of a document, as a browser can show them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from posixpath import normpath

from broadsheet.images.drawing import printable
from broadsheet.images.embedded import embedded, is_embedded
from broadsheet.images.verdict import Picture
from broadsheet.render.addresses import LESSON, SCHOOL
from broadsheet.theme.look import ThemeError


def of_lesson(images: Mapping[str, bytes], path: str) -> Picture:
    """An image of the lesson, by its path as its prose names it. Raises ThemeError."""
    if is_embedded(path):
        try:
            return _shown(path, embedded(path))
        except ValueError as error:
            raise ThemeError(f"the image {path[:60]} can't be read: {error}") from None
    return _shown(path, images[LESSON + normpath(path)])


def of_school(images: Mapping[str, bytes], path: str) -> Picture:
    """The school's logo, by its path as the settings name it. Raises ThemeError."""
    return _shown(path, images[SCHOOL + normpath(path)])


def address_of(picture: Picture) -> str:
    """An address that holds the picture itself."""
    return f"data:{picture.media_type};base64,{b64encode(picture.data).decode('ascii')}"


def _shown(path: str, data: bytes) -> Picture:
    found = printable(data)
    if not isinstance(found, Picture):
        raise ThemeError(f"the image {path[:60]} {found.reason}")
    return found
