"""WeasyPrint, loaded once: only our fonts, style sheets parsed once, nothing else read.

Importing this module costs half a second, so only what renders imports it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from typing import Any, Final

from broadsheet.render.pdf.fonts import (
    Fonts,
    FontsOf,
    fonts_of_document,
    our_fonts,
    without_machines_fonts,
)

# isort: split
import weasyprint
from weasyprint.text import ffi

from broadsheet.render.addresses import LESSON, THEME
from broadsheet.render.html.page import Page, emptied
from broadsheet.render.pdf.again import Layouts
from broadsheet.render.pdf.astray import astray
from broadsheet.render.pdf.binding import Booklet, bind, parts_of
from broadsheet.render.pdf.blanks import blanks_drawn
from broadsheet.render.pdf.fetcher import ConfinedFetcher
from broadsheet.render.pdf.fit import fitted
from broadsheet.render.pdf.foot import one_line, style_of
from broadsheet.render.pdf.left_out import unlink_left_out
from broadsheet.render.pdf.line_breaks import lines_filled
from broadsheet.render.pdf.marks import marks_told
from broadsheet.render.pdf.measure import TO_MEASURE, foot_measured
from broadsheet.render.pdf.own_styles import LayOut, Styles
from broadsheet.render.pdf.parts import laid_out_with_parts
from broadsheet.render.pdf.stack import stack
from broadsheet.render.pdf.tagging import boxes_in_tags, finish, gather
from broadsheet.render.renderer import Rendered
from broadsheet.theme.coverage import named
from broadsheet.theme.look import Look, ThemeError

_HAN: Final = ("han.css",)
"""The style sheet of the faces for Chinese and Japanese."""
_SHARED: Final = ("fonts.css", "base.css")
"""Style sheets of every document; each has one of its own besides, named after its template."""


_PLACE: Final = re.compile(r" at (?P<line>\d+):\d+")
"""Line and column of a style sheet, as WeasyPrint names them."""
_BOX: Final = re.compile(r"\.notdef glyph rendered .*\(U\+([0-9A-F]+)\)", re.DOTALL)
"""What WeasyPrint says where it prints a box for want of a glyph."""


@lru_cache(maxsize=32)  # those of fonts that are found for one document are never asked for again
def _sheet(look: Look, name: str, fonts: Fonts) -> Any:
    file = f"styles/{name}"
    with _complaints(file):
        return weasyprint.CSS(
            string=look.text(file),
            base_url=THEME + file,
            font_config=fonts,
            url_fetcher=ConfinedFetcher(look),
        )


def warm_up() -> None:
    """Load fonts, style sheets and what WeasyPrint loads at first use, for processes forked later.

    What is wrong with a sheet is told by the documents that need it.
    """
    with suppress(ThemeError), _complaints(), without_machines_fonts():
        sheets = [
            _sheet(Look(), name, our_fonts())
            for name in (*_SHARED, "worksheet.css", "teacher-notes.css")
        ]
        weasyprint.HTML(string="<html lang=en><title>-</title><h1>-</h1>").write_pdf(
            stylesheets=sheets, font_config=our_fonts(), pdf_variant="pdf/ua-1"
        )


def to_pdf(page: Page | Booklet) -> Rendered:
    """Lay a page or a booklet out as PDF/UA-1.

    Raises ThemeError where WeasyPrint complains: of a style it does not know, of a file that was
    refused, or of a character that no font has.
    """
    with _complaints(), fonts_of_document() as fonts_of:
        if isinstance(page, Booklet):
            together = stack if page.is_stack else bind
            bound = together(page, partial(_laid_out, fonts_of=fonts_of))
            document = bound.document
            pages: tuple[Page, ...] = (page.front, *page.parts)
            parts = zip(parts_of(bound), page.languages, strict=True)
            finisher = partial(gather, parts=list(parts), right_to_left=page.front.right_to_left)
        else:
            document, pages = _laid_out(page, fonts_of), (page,)
            finisher = partial(finish, right_to_left=page.right_to_left)
        with boxes_in_tags(), blanks_drawn(), marks_told():
            data = document.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=True, finisher=finisher)
    return Rendered(
        bytes(data),
        len(document.pages),
        slow_subsetting=ffi.harfbuzz_subset is None,
        astray=astray(document),
        from_machine=any(each.system_fonts for each in pages),
    )


def _laid_out(page: Page, fonts_of: FontsOf) -> Any:
    """WeasyPrint's document of a page, to be written or bound with others.

    Raises ThemeError where a style sheet has a fault or a file was refused.
    """
    with lines_filled():
        fits = foot_measured(_with_style(emptied(page), TO_MEASURE, fonts_of)({}))
        foot = style_of(one_line(page.foot, fits, page.between), page.right_to_left)
        layouts = Layouts(_with_style(page, foot, fonts_of))
        document, again = laid_out_with_parts(layouts.lay_out)
        return fitted(document, again) if page.fit else document


def _with_style(page: Page, style: str, fonts_of: FontsOf) -> LayOut:
    """Give what makes WeasyPrint's document of a page, with some style after its own.

    It takes styles of single elements, for a page that is laid out more than once.
    """
    fonts = fonts_of(page.look, page.system_fonts, page.han)
    fetcher = ConfinedFetcher(page.look, page.images)
    sheets = [_sheet(page.look, name, fonts) for name in (*_HAN[: page.han], *_SHARED, page.sheet)]
    own = weasyprint.CSS(string=page.style + style, font_config=fonts)
    html = weasyprint.HTML(string=page.html, base_url=LESSON, url_fetcher=fetcher)
    unlink_left_out(html.etree_element)
    images: dict[Any, Any] = {}

    def lay_out(styles: Styles) -> Any:
        with _styled(styles):
            document = html.render(
                stylesheets=[*sheets, own],
                font_config=fonts,
                pdf_variant="pdf/ua-1",
                pdf_forms=True,
                cache=images,
            )
        if fetcher.refused:
            raise ThemeError(f"{fetcher.refused[0]} was refused")
        if document.metadata.attachments or any(_attaches(page) for page in document.pages):
            raise ThemeError("a file is attached, and documents are printed with nothing in them")
        return document

    return lay_out


@contextmanager
def _styled(styles: Styles) -> Iterator[None]:
    """Give elements some style after their own, for as long as it takes to lay them out."""
    own = {element: element.get("style", "") for element in styles}
    for element, style in styles.items():
        element.set("style", f"{own[element]}; {style}")
    try:
        yield
    finally:
        for element, style in own.items():
            element.set("style", style)


def _attaches(page: Any) -> bool:
    return any(kind == "attachment" for kind, *_ in page.links)


@contextmanager
def _complaints(sheet: str | None = None) -> Iterator[None]:
    """Raise ThemeError for what WeasyPrint logs as warning or worse, of `sheet` if it is one's."""
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
        place = _PLACE.search(heard[0]) if sheet else None
        reason = "; ".join(_in_our_words(heard))
        raise ThemeError(reason, sheet, int(place["line"]) if place else None)


def _in_our_words(heard: list[str]) -> list[str]:
    """What WeasyPrint complains of, each once; all characters without a glyph in one sentence."""
    told = dict.fromkeys(said for said in heard if not _BOX.match(said))
    boxes = [found[1] for said in heard if (found := _BOX.match(said))]
    if not boxes:
        return list(told)
    characters = [chr(int(code, 16)) for code in dict.fromkeys(boxes)]
    return [*told, f"no font has a glyph for {named(characters)}"]
