"""A document ready for layout: HTML, style and the folders it may read. Plain values, no engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from broadsheet.render.html import Composed, to_html
from broadsheet.render.paper import Paper
from broadsheet.theme import Theme

THEME: Final = "https://theme.invalid/"
"""Base address of the theme's files; the domain can't exist, and no request ever leaves."""
LESSON: Final = "https://lesson.invalid/"
"""Base address of the files in the lesson's folder."""
SCHOOL: Final = "https://school.invalid/"
"""Base address of the files beside a school's settings."""

_FACES: Final = '"Broadsheet Sans", "Noto Naskh Arabic", "Noto Serif Hebrew"'
"""Faces of the page's furniture, where the edition names none."""


@dataclass(frozen=True, slots=True)
class Page:
    """What layout needs of a document."""

    html: str
    sheet: str
    """Name of its own style sheet in the theme."""
    style: str
    """CSS of this document alone: paper, furniture, the edition's custom properties."""
    right_to_left: bool
    folders: Mapping[str, Path]
    """Folders that images come from, by base address."""
    theme: Theme


def page_of(document: Composed, folders: Mapping[str, Path], paper: Paper, theme: Theme) -> Page:
    """Set a composed document with the theme's template.

    Raises ThemeError, with file and line, where the template is broken.
    """
    return Page(
        html=to_html(document, theme),
        sheet=document.template.removesuffix(".html") + ".css",
        style=_style(document, paper),
        right_to_left=document.labels.direction == "rtl",
        folders=folders,
        theme=theme,
    )


def _style(document: Composed, paper: Paper) -> str:
    """The size of the page, its furniture on the side where reading begins, and the edition."""
    begin, end = ("right", "left") if document.labels.direction == "rtl" else ("left", "right")
    properties = "".join(f"--{name}: {value};" for name, value in document.style.items())
    size = document.style.get("furniture-size", "8pt")
    face = document.style.get("label", _FACES)
    return (
        f":root {{ {properties} }}"
        f"@page {{ size: {paper.css}; margin-bottom: {document.style.get('page-foot', '16mm')};"
        f"@bottom-{begin} {{ content: string(running-title) '  ·  ' string(running-name);"
        f"font: {size} {face}; vertical-align: top; padding-top: 4mm; width: 85%; }}"
        f"@bottom-{end} {{ content: counter(page) ' / ' counter(pages);"
        f"font: {size} {face}; vertical-align: top; padding-top: 4mm; width: 15%; }} }}"
    )
