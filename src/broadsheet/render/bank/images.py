"""Pictures of a question bank: under names of its own, wherever the lesson has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from posixpath import normpath, splitext

from broadsheet.render.addresses import LESSON
from broadsheet.render.html.medium import PAPER


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of HTML, and the names of the images that it shows, in order, each once."""

    text: str = ""
    images: tuple[str, ...] = ()

    def __add__(self, other: Html) -> Html:
        return Html(self.text + other.text, tuple(dict.fromkeys(self.images + other.images)))

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Shown:
    """Gives images their addresses in a bank, and keeps which were asked for."""

    images: Mapping[str, bytes]
    folder: str
    """Where a bank has them, or what a platform puts the address of that in the place of."""
    names: list[str] = field(default_factory=list)

    def address(self, path: str) -> str:
        """The address of an image, by its path as prose names it, if it came along."""
        came = LESSON + normpath(path)
        if came not in self.images:
            return PAPER.image(path)
        name = _name(came, self.images[came])
        self.names.append(name)
        return self.folder + name

    def taken(self) -> tuple[str, ...]:
        """The names of what was asked for since this was last called, each once."""
        names = tuple(dict.fromkeys(self.names))
        self.names.clear()
        return names


def named(images: Mapping[str, bytes]) -> dict[str, bytes]:
    """The images of a manuscript by the names that they have in a bank: of their content."""
    return {_name(address, data): data for address, data in images.items()}


def _name(address: str, data: bytes) -> str:
    return sha256(data).hexdigest()[:16] + splitext(address)[1].lower()
