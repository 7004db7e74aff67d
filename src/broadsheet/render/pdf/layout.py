"""From a document as it arrives to its PDF, in a process that has WeasyPrint or says it has not."""

from __future__ import annotations

from broadsheet.render.html.page import Page
from broadsheet.render.html.templates import page_of
from broadsheet.render.manuscript import BookletManuscript, Manuscript
from broadsheet.render.pdf.apart import apart
from broadsheet.render.pdf.binding import Booklet
from broadsheet.render.renderer import Rendered


class PangoMissingError(Exception):
    """The libraries that WeasyPrint draws with are not installed."""


def render(manuscript: Manuscript | BookletManuscript) -> Rendered:
    """Set a document with its templates, and lay it out. Raises what `lay_out` raises."""
    if isinstance(manuscript, Manuscript):
        return lay_out(page_of(manuscript))
    front, *parts = (
        page_of(each, medium) for each, medium in apart([manuscript.front, *manuscript.parts])
    )
    return lay_out(
        Booklet(
            title=manuscript.title,
            front=front,
            parts=tuple(parts),
            languages=manuscript.languages,
            is_stack=manuscript.is_stack,
        )
    )


def lay_out(page: Page | Booklet) -> Rendered:
    """Make the PDF of a page or a booklet.

    Raises ThemeError where the theme has a fault, and PangoMissingError.
    """
    try:
        from broadsheet.render.pdf.engine import to_pdf
    except OSError as error:
        raise PangoMissingError(
            "Pango is not installed (Debian and Ubuntu: apt-get install libpango-1.0-0 "
            "libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango)"
        ) from error
    return to_pdf(page)
