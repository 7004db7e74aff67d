"""Pictures in the HTML of a question bank: under names of its own, wherever the lesson has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from html import escape, unescape
from posixpath import normpath, splitext
from typing import Final
from urllib.parse import unquote

from broadsheet.render.addresses import LESSON

_IMAGE: Final = re.compile(r'(?P<before><img\b[^<>]*?\bsrc=")(?P<path>[^"]*)"')


def named(images: Mapping[str, bytes]) -> dict[str, bytes]:
    """The images of a manuscript by the names that they have in a bank: of their content."""
    return {_name(address, data): data for address, data in images.items()}


def shown_in(html: str, images: Mapping[str, bytes]) -> list[str]:
    """The names of the images that a piece of HTML shows, in order, each once."""
    found = (_named(match["path"], images) for match in _IMAGE.finditer(html))
    return list(dict.fromkeys(name for name in found if name))


def moved(html: str, images: Mapping[str, bytes], folder: str) -> str:
    """The same HTML, which looks for its images in a folder, or in what a platform calls one."""
    return _IMAGE.sub(
        lambda found: (
            f'{found["before"]}{escape(folder + name)}"'
            if (name := _named(found["path"], images))
            else found[0]
        ),
        html,
    )


def _named(path: str, images: Mapping[str, bytes]) -> str:
    """The name of an image by its path in HTML; nothing for one that did not come along."""
    address = LESSON + normpath(unquote(unescape(path)))
    return _name(address, images[address]) if address in images else ""


def _name(address: str, data: bytes) -> str:
    return sha256(data).hexdigest()[:16] + splitext(address)[1].lower()
