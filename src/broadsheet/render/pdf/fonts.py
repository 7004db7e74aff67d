"""The fonts that a document may be set in: ours, a school's own, and the machine's where it must.

Importing this loads WeasyPrint, in such a way that no font of the machine is found.
"""

from __future__ import annotations

import atexit
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Final, TypeAlias

from broadsheet.render.pdf.linker import found_by_linker
from broadsheet.theme import ISOLATED
from broadsheet.theme.look import Look, ThemeError

_VARIABLE: Final = "FONTCONFIG_FILE"
_MACHINES: Final = os.environ.get(_VARIABLE)
"""Where the machine's own configuration is, if it is not where fontconfig looks for it."""

# Pango reads it once, when it is loaded.
os.environ[_VARIABLE] = str(ISOLATED)

with found_by_linker(), warnings.catch_warnings():
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
    machines: dict[Look, Fonts] = {}

    def fonts_of(look: Look, system_fonts: bool, han: bool) -> Fonts:
        if system_fonts:
            if look not in machines:
                machines[look] = _with_machines_fonts()
            return machines[look]
        return _fonts_of(look, han) if han or look.brings_faces else our_fonts()

    try:
        yield fonts_of
    finally:
        # A process that was forked for one document ends without tidying up, and WeasyPrint's
        # copies of the font files would stay.
        for fonts in machines.values():
            fonts.__del__()


def _with_machines_fonts() -> Fonts:
    del os.environ[_VARIABLE]
    if _MACHINES not in (None, str(ISOLATED)):
        os.environ[_VARIABLE] = str(_MACHINES)
    try:
        return FontConfiguration()
    finally:
        os.environ[_VARIABLE] = str(ISOLATED)
