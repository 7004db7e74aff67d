"""What goes into layout: a plain value, without the engine or the templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from broadsheet.theme.look import Look


@dataclass(frozen=True, slots=True)
class Page:
    """What layout needs of a document."""

    html: str
    sheet: str
    """Name of its own style sheet in the theme."""
    style: str
    """CSS of this document alone: paper, furniture, the edition's custom properties."""
    foot: tuple[str, ...]
    """What the foot of every page names, in order: the document, then titles."""
    right_to_left: bool
    images: Mapping[str, bytes]
    """By address. Besides the theme's files, there is nothing else to read."""
    look: Look
    system_fonts: bool = False
    """Whether the machine's fonts may be used after ours, for characters that ours do not have."""
    between: str = " · "
    """What stands between the parts of the foot."""
    han: bool = False
    """Whether our faces for Chinese and Japanese are needed too."""
    fit: bool = False
    """Whether spare room at the end of a page is given to the rooms to answer on it."""
    language: str = ""
    """The document's; empty where nobody says."""


def emptied(page: Page) -> Page:
    """The same page without anything on it but its furniture."""
    language, direction = escape(page.language), "rtl" if page.right_to_left else "ltr"
    html = f'<!doctype html><html lang="{language}" dir="{direction}"><title>-</title></html>'
    return replace(page, html=html)
