"""Lay a page out, in a process that has WeasyPrint or can say why it has not."""

from __future__ import annotations

from broadsheet.render.binding import Booklet
from broadsheet.render.page import Page, Rendered


class PangoMissingError(Exception):
    """The libraries that WeasyPrint draws with are not installed."""


def lay_out(page: Page | Booklet) -> Rendered:
    """Make the PDF of a page or a booklet.

    Raises ThemeError where the theme has a fault, and PangoMissingError.
    """
    try:
        from broadsheet.render.engine import to_pdf
    except OSError as error:
        raise PangoMissingError(
            "Pango is not installed (Debian and Ubuntu: apt-get install libpango-1.0-0 "
            "libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango)"
        ) from error
    return to_pdf(page)
