"""The cover of a book: a picture for the shelves of reading systems, set by a template like a page.

It is laid out and drawn as pages of PDFs are; where the machine lacks what that takes, or a face
for the title, the book is complete without.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from broadsheet.images.pages import first_page
from broadsheet.locale.labels import Labels
from broadsheet.plain import Record
from broadsheet.render.html.templates import page_of
from broadsheet.render.manuscript import Manuscript
from broadsheet.render.pdf.layout import PangoMissingError, lay_out
from broadsheet.theme.look import ThemeError

_WIDTH: Final = 1200
"""Pixels: what shops of books ask for, and shelves shrink."""
_NO_FURNITURE: Final = "@page { @bottom-left { content: none; } @bottom-right { content: none; } }"


@dataclass(frozen=True, slots=True)
class Cover:
    """A PNG."""

    data: bytes
    from_machine: bool
    """True where fonts of the machine were used, so that another makes other bytes."""


def cover_of(whole: Manuscript, labels: Labels) -> Cover | None:
    """Draw the cover of a document, or of a unit by its front. Raises ThemeError for a template."""
    document = whole.document
    values = {name: getattr(document, name) for name in document}
    values |= {"name": "cover", "what": labels.say(document.name)}
    page = page_of(replace(whole, document=Record("Composed", values), paper=None))
    try:
        made = lay_out(replace(page, style=page.style + _NO_FURNITURE, foot=("",)))
        picture, _ = first_page(made.data, _WIDTH)
    except (PangoMissingError, ImportError):
        return None
    except ThemeError as error:
        if error.file:
            raise
        return None  # a sign of the title that no face has, and that a reading system may have
    return Cover(picture, made.from_machine)
