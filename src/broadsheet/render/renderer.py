"""The one signature of all formats: a manuscript → a file, and what there is to say of it.

Each format is a room beside this one, and its `render` is found by the name of its module, in a
process of its own: the command never imports what lays out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias

from broadsheet.render.manuscript import BookletManuscript, Manuscript


@dataclass(frozen=True, slots=True)
class Astray:
    """Something that layout put where it can't be read."""

    page: int
    """Counted from 1."""
    how: str
    """What is wrong, as a sentence goes on after the words: `runs off the paper`."""
    words: str
    """The first of the words; nothing for an image."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file, and what there is to say of it."""

    data: bytes
    sides: int | None = None
    """How many sides it takes; None for a format without pages."""
    slow_subsetting: bool = False
    """True where fonts were embedded the slow way, for lack of HarfBuzz's subsetting."""
    astray: tuple[Astray, ...] = ()
    from_machine: bool = False
    """True where fonts of the machine were used, so that another makes other bytes."""


Renderer: TypeAlias = Callable[[Manuscript | BookletManuscript], Rendered]
"""Makes a file of a composed document, on its paper or none, with its images and its look.

Raises ThemeError where the theme has a fault.
"""


def renderer_in(module: str) -> Renderer:
    """Find a format's renderer. Raises ImportError where the module is missing."""
    renderer: Renderer = import_module(module).render
    return renderer
