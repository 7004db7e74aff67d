"""What a page is written for: paper, which is laid out, or a screen, which lays out by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from posixpath import normpath
from typing import Final
from urllib.parse import quote

from broadsheet.plain import Record
from broadsheet.render.addresses import SCHOOL


def _as_typed(path: str) -> str:
    # What is typed is a file's name, in which `#`, `?` and `%` are letters like others.
    return quote(path)


def _of_school(path: str) -> str:
    return SCHOOL + quote(normpath(path))


@dataclass(frozen=True, slots=True)
class Medium:
    """How prose is written for what shows it."""

    on_screen: bool = False
    """Whether a browser shows it: links are followed there, so their addresses stand in no
    brackets, and no element carries a style of its own, which a strict policy forbids."""
    image: Callable[[str], str] = _as_typed
    """The address of an image of the lesson, by its path as its prose names it."""
    logo: Callable[[str], str] = _of_school
    """The address of the school's logo, by its path as the settings name it."""
    of_part: str = ""
    """What tells the places of a part of a booklet from those of the others, such as `of-3-`."""
    lines: frozenset[str] = frozenset()
    """The lines that are printed, as `compose.places` names them; references lead to no others."""
    pictures: frozenset[str] = frozenset()
    """The labels of the texts whose pictures are printed."""


PAPER: Final = Medium()


def leading_in(document: Record, medium: Medium) -> Medium:
    """The same medium for one document, whose references lead to the places that it prints."""
    places = document.places
    return replace(medium, lines=frozenset(places.lines), pictures=frozenset(places.pictures))
