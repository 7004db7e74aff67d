"""WeasyPrint, loaded once: only our fonts, style sheets parsed once, nothing else read.

Importing this module costs half a second, so only what renders imports it.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

THEME_FOLDER: Final = Path(str(files("broadsheet.theme")))

# Only our own faces may be found, so that no machine's fonts change a page. It must be set before
# WeasyPrint loads Pango, which reads it once.
os.environ["FONTCONFIG_FILE"] = str(THEME_FOLDER / "fonts.conf")

with warnings.catch_warnings():
    # Told in our own words: `fonts.conf` lists no fonts on purpose, and see `subsets_slowly`.
    warnings.filterwarnings("ignore", message="No fonts configured")
    warnings.filterwarnings("ignore", message="HarfBuzz-Subset", category=DeprecationWarning)
    import weasyprint
    from weasyprint.text import ffi
    from weasyprint.text.fonts import FontConfiguration

from broadsheet.render.fetcher import LESSON, THEME, ConfinedFetcher  # noqa: E402 - after the above
from broadsheet.render.html import Composed, to_html  # noqa: E402
from broadsheet.render.paper import Paper  # noqa: E402
from broadsheet.render.tagging import finish  # noqa: E402

_NOWHERE: Final = THEME_FOLDER


class LayoutError(Exception):
    """WeasyPrint complained of our theme or refused a file: its words, one to a line."""


def subsets_slowly() -> bool:
    """Tell whether HarfBuzz's subsetting is missing, which doubles the time a document takes."""
    return ffi.harfbuzz_subset is None


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _style(name: str) -> Any:
    fetcher = ConfinedFetcher(THEME_FOLDER, _NOWHERE)
    text = (THEME_FOLDER / "styles" / name).read_text("utf-8")
    return weasyprint.CSS(
        string=text, base_url=f"{THEME}styles/{name}", font_config=_fonts(), url_fetcher=fetcher
    )


@cache
def _page_style(paper: Paper) -> Any:
    return weasyprint.CSS(string=f"@page {{ size: {paper.css} }}", font_config=_fonts())


def warm_up(templates: Iterator[str] | list[str], paper: Paper) -> None:
    """Load fonts and style sheets, so that processes forked from this one need not."""
    for name in ("fonts.css", "base.css", *(_style_of(template) for template in templates)):
        _style(name)
    _page_style(paper)


def _style_of(template: str) -> str:
    return template.removesuffix(".html") + ".css"


def to_pdf(document: Composed, folder: Path, paper: Paper) -> bytes:
    """Set a composed document as PDF/UA-1; images come from `folder`, the lesson's own.

    Raises LayoutError where WeasyPrint complains: of a style it does not know, a missing glyph's
    face, a file that was refused.
    """
    fetcher = ConfinedFetcher(THEME_FOLDER, folder)
    styles = [
        _style("fonts.css"),
        _style("base.css"),
        _style(_style_of(document.template)),
        _page_style(paper),
    ]
    with _complaints() as complaints:
        html = weasyprint.HTML(string=to_html(document), base_url=LESSON, url_fetcher=fetcher)
        data = html.write_pdf(
            stylesheets=styles, font_config=_fonts(), pdf_variant="pdf/ua-1", finisher=finish
        )
    complaints += [f"{url} was refused" for url in fetcher.refused]
    if complaints:
        raise LayoutError("\n".join(dict.fromkeys(complaints)))
    return bytes(data)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs as warning or worse."""
    logger = logging.getLogger("weasyprint")
    heard: list[str] = []

    class _Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    listener = _Listener(logging.WARNING)
    logger.addHandler(listener)
    propagated, logger.propagate = logger.propagate, False
    try:
        yield heard
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagated
