"""The fonts that a document may be set in: ours, a school's own, and the machine's where it must.

Which files fontconfig reads, a variable of the environment says. It is ours while WeasyPrint is
loaded and while something is laid out; before and after, it is the machine's.
"""

from __future__ import annotations

import atexit
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache, lru_cache
from typing import Final, TypeAlias

from broadsheet.render.pdf.linker import found_by_linker
from broadsheet.theme import ISOLATED
from broadsheet.theme.look import Look, ThemeError

_VARIABLE: Final = "FONTCONFIG_FILE"


@contextmanager
def _configured_by(file: str | None) -> Iterator[str | None]:
    """While this holds, fontconfig reads a file, or for None what it looks for by itself.

    Gives what it read before.
    """
    before = os.environ.pop(_VARIABLE, None)
    if file is not None:
        os.environ[_VARIABLE] = file
    try:
        yield before
    finally:
        os.environ.pop(_VARIABLE, None)
        if before is not None:
            os.environ[_VARIABLE] = before


def without_machines_fonts() -> AbstractContextManager[str | None]:
    """While this holds, no font of the machine is found: WeasyPrint is given those of sheets alone.

    Gives the machine's own configuration, if it is not where fontconfig looks for it.
    """
    return _configured_by(str(ISOLATED))


with without_machines_fonts(), found_by_linker(), warnings.catch_warnings():
    # Told in our own words: the configuration lists no fonts on purpose, and see `Rendered`.
    warnings.filterwarnings("ignore", message="No fonts configured")
    warnings.filterwarnings("ignore", message="HarfBuzz-Subset", category=DeprecationWarning)
    from weasyprint.text.fonts import FontConfiguration

Fonts: TypeAlias = FontConfiguration
FontsOf: TypeAlias = Callable[[Look, bool, bool], Fonts]
"""From a look, whether the machine's fonts may be used too, and whether those for Chinese and
Japanese are needed, to the fonts.

Raises ThemeError where a school's look has none.
"""


@cache
def our_fonts() -> Fonts:
    """Fonts of the theme that ships, shared by all documents; the style sheets bring the files."""
    return _lasting()


@lru_cache(maxsize=4)
def _fonts_of(look: Look, han: bool) -> Fonts:  # noqa: ARG001 - two sets of style sheets bring files
    """Fonts of a look, shared by all documents that are set in it."""
    sheet = "styles/fonts.css"
    if b"@font-face" not in look.data(sheet):
        # Pango ends the process where there is no font at all.
        raise ThemeError("there is no @font-face, so there is no font to print with", sheet, 1)
    return _lasting()


def _lasting() -> Fonts:
    fonts = FontConfiguration()
    # WeasyPrint's copies of the files go when the process ends, whatever still refers to them.
    atexit.register(fonts.__del__)
    return fonts


@contextmanager
def fonts_of_document() -> Iterator[FontsOf]:
    """Find the fonts of one document's pages, and put away the machine's, found for it alone."""
    found: dict[Look, Fonts] = {}
    try:
        with without_machines_fonts() as machines:

            def fonts_of(look: Look, system_fonts: bool, han: bool) -> Fonts:
                if not system_fonts:
                    return _fonts_of(look, han) if han or look.brings_faces else our_fonts()
                if look not in found:
                    with _configured_by(machines):
                        found[look] = FontConfiguration()
                return found[look]

            yield fonts_of
    finally:
        # A process that was forked for one document ends without tidying up, and WeasyPrint's
        # copies of the font files would stay.
        for fonts in found.values():
            fonts.__del__()
