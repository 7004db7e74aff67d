"""WeasyPrint, loaded once: only our fonts, style sheets parsed once, nothing else read.

Importing this module costs half a second, so only what renders imports it.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any, Final

from broadsheet.theme import OURS, Theme

# Only our own faces may be found, so that no machine's fonts change a page. It must be set before
# WeasyPrint loads Pango, which reads it once.
os.environ["FONTCONFIG_FILE"] = str(OURS / "fonts.conf")

with warnings.catch_warnings():
    # Told in our own words: `fonts.conf` lists no fonts on purpose, and see `Rendered`.
    warnings.filterwarnings("ignore", message="No fonts configured")
    warnings.filterwarnings("ignore", message="HarfBuzz-Subset", category=DeprecationWarning)
    import weasyprint
    from weasyprint.text import ffi
    from weasyprint.text.fonts import FontConfiguration

from broadsheet.render.fetcher import ConfinedFetcher
from broadsheet.render.html import ThemeError
from broadsheet.render.layout import Rendered
from broadsheet.render.page import LESSON, THEME, Page
from broadsheet.render.tagging import finish

_SHARED: Final = ("fonts.css", "base.css")
"""Style sheets of every document; each has one of its own besides, named after its template."""


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _sheet(theme: Theme, name: str) -> Any:
    text = theme.file(f"styles/{name}").read_text("utf-8")
    return weasyprint.CSS(
        string=text,
        base_url=f"{THEME}styles/{name}",
        font_config=_fonts(),
        url_fetcher=ConfinedFetcher({THEME: theme.folders}),
    )


def warm_up() -> None:
    """Load fonts, style sheets and what WeasyPrint loads at first use, for processes forked later.

    What is wrong with a sheet is told by the documents that need it.
    """
    with suppress(ThemeError), _complaints():
        sheets = [
            _sheet(Theme(), name) for name in (*_SHARED, "worksheet.css", "teacher-notes.css")
        ]
        weasyprint.HTML(string="<html lang=en><title>-</title><h1>-</h1>").write_pdf(
            stylesheets=sheets, font_config=_fonts(), pdf_variant="pdf/ua-1"
        )


def to_pdf(page: Page) -> Rendered:
    """Lay a page out as PDF/UA-1.

    Raises ThemeError where WeasyPrint complains: of a style it does not know, or of a file that was
    refused.
    """
    folders = {base: [folder] for base, folder in page.folders.items()}
    fetcher = ConfinedFetcher({THEME: page.theme.folders, **folders})
    with _complaints():
        sheets = [_sheet(page.theme, name) for name in (*_SHARED, page.sheet)]
        own = weasyprint.CSS(string=page.style, font_config=_fonts())
        html = weasyprint.HTML(string=page.html, base_url=LESSON, url_fetcher=fetcher)
        pages = html.render(
            stylesheets=[*sheets, own],
            font_config=_fonts(),
            pdf_variant="pdf/ua-1",
            pdf_forms=True,
        )
        data = pages.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=True, finisher=finish)
    if fetcher.refused:
        raise ThemeError(f"{fetcher.refused[0]} was refused")
    return Rendered(bytes(data), len(pages.pages), slow_subsetting=ffi.harfbuzz_subset is None)


@contextmanager
def _complaints() -> Iterator[None]:
    """Raise ThemeError for what WeasyPrint logs as warning or worse."""
    logger = logging.getLogger("weasyprint")
    heard: list[str] = []

    class _Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    listener = _Listener(logging.WARNING)
    logger.addHandler(listener)
    propagated, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagated
    if heard:
        raise ThemeError("; ".join(dict.fromkeys(heard)))
