"""Lay a page out, in a process that has WeasyPrint or can say why it has not."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.render.page import Page


class PangoMissingError(Exception):
    """The libraries that WeasyPrint draws with are not installed."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's PDF and the number of its sides."""

    data: bytes
    sides: int
    slow_subsetting: bool
    """True where fonts were embedded the slow way, for lack of HarfBuzz's subsetting."""


def lay_out(page: Page) -> Rendered:
    """Make a page's PDF.

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
