"""WeasyPrint, loaded once: only our fonts, style sheets parsed once, nothing else read.

Importing this module costs half a second, so only what renders imports it.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from broadsheet.theme import OURS, Theme

# Only our own faces may be found, so that no machine's fonts change a page. It must be set before
# WeasyPrint loads Pango, which reads it once.
os.environ["FONTCONFIG_FILE"] = str(OURS / "fonts.conf")

with warnings.catch_warnings():
    # Told in our own words: `fonts.conf` lists no fonts on purpose, and see `subsets_slowly`.
    warnings.filterwarnings("ignore", message="No fonts configured")
    warnings.filterwarnings("ignore", message="HarfBuzz-Subset", category=DeprecationWarning)
    import weasyprint
    from weasyprint.text import ffi
    from weasyprint.text.fonts import FontConfiguration

from broadsheet.render.fetcher import LESSON, THEME, ConfinedFetcher
from broadsheet.render.html import Composed, ThemeError, to_html
from broadsheet.render.paper import Paper
from broadsheet.render.tagging import finish

_SHARED: Final = ("fonts.css", "base.css")
"""Style sheets of every document; each has one of its own besides, named after its template."""


def subsets_slowly() -> bool:
    """Tell whether HarfBuzz's subsetting is missing, which doubles the time a document takes."""
    return ffi.harfbuzz_subset is None


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


def warm_up(theme: Theme) -> None:
    """Load fonts and style sheets, so that processes forked from this one need not.

    What is wrong with a sheet is told by the documents that need it.
    """
    with suppress(ThemeError), _complaints():
        for name in (*_SHARED, "worksheet.css", "teacher-notes.css"):
            _sheet(theme, name)


def _own_sheet(template: str) -> str:
    return template.removesuffix(".html") + ".css"


def _page_style(document: Composed, paper: Paper) -> str:
    """The size of the page, its furniture on the side where reading begins, and the edition."""
    begin, end = ("right", "left") if document.labels.direction == "rtl" else ("left", "right")
    properties = "".join(f"--{name}: {value};" for name, value in document.style.items())
    size = document.style.get("furniture-size", "8pt")
    face = document.style.get("label", "var(--label)")
    return (
        f":root {{ {properties} }}"
        f"@page {{ size: {paper.css}; margin-bottom: {document.style.get('page-foot', '16mm')};"
        f"@bottom-{begin} {{ content: string(running-title) '  ·  ' string(running-name);"
        f"font: {size} {face}; vertical-align: top; padding-top: 4mm; width: 85%; }}"
        f"@bottom-{end} {{ content: counter(page) ' / ' counter(pages);"
        f"font: {size} {face}; vertical-align: top; padding-top: 4mm; width: 15%; }} }}"
    )


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's PDF and the number of its sides."""

    data: bytes
    sides: int


def to_pdf(document: Composed, folders: Mapping[str, Path], paper: Paper, theme: Theme) -> Rendered:
    """Set a composed document as PDF/UA-1; images come from `folders`, by base address.

    Raises ThemeError where a template is broken, or where WeasyPrint complains: of a style it does
    not know, or of a file that was refused.
    """
    fetcher = ConfinedFetcher(
        {THEME: theme.folders, **{base: [folder] for base, folder in folders.items()}}
    )
    with _complaints():
        page = weasyprint.CSS(string=_page_style(document, paper), font_config=_fonts())
        sheets = [_sheet(theme, name) for name in (*_SHARED, _own_sheet(document.template))]
        html = weasyprint.HTML(
            string=to_html(document, theme), base_url=LESSON, url_fetcher=fetcher
        )
        pages = html.render(
            stylesheets=[*sheets, page],
            font_config=_fonts(),
            pdf_variant="pdf/ua-1",
            pdf_forms=True,
        )
        data = pages.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=True, finisher=finish)
    if fetcher.refused:
        raise ThemeError(f"{fetcher.refused[0]} was refused")
    return Rendered(bytes(data), len(pages.pages))


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
