"""Sheets for a class in one file: each begins on a front, so that a copier parts them by leaves.

Each is the same sheet as when it stands alone, with its own numbers of pages. The front lists them,
and is told how many sides each takes.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from broadsheet.render.html.page import Page, emptied
from broadsheet.render.pdf.binding import Booklet, Bound

_NO_FURNITURE: Final = "@page { @bottom-left { content: none; } @bottom-right { content: none; } }"


def stack(booklet: Booklet, laid_out: Callable[[Page], Any]) -> Bound:
    """Lay the sheets out one after another, with a blank back behind each of odd sides.

    `laid_out` gives WeasyPrint's document for a page. The front leaves room for numbers: of sides
    at `#sides-of-1` and so on, and of all sides of paper in the file at `#sides-in-all`.
    """
    front = booklet.front
    unnumbered = replace(emptied(front), style=front.style + _NO_FURNITURE, foot=("",))
    blank = laid_out(unnumbered)
    count = _even(len(laid_out(front).pages))
    pages: list[Any] = []
    starts, sides = [], []
    for part in booklet.parts:
        document = laid_out(part)
        gc.collect(0)  # what laying it out left behind; a process collects between documents alone
        starts.append(count + len(pages) + 1)
        sides.append(len(document.pages))
        pages += document.pages
        if len(document.pages) % 2:
            pages += blank.pages
    told = "".join(
        f'#sides-of-{number}::after {{ content: "{of_it}"; }}'
        for number, of_it in enumerate(sides, start=1)
    )
    told += f'#sides-in-all::after {{ content: "{count + len(pages)}"; }}'
    document = laid_out(replace(front, style=front.style + told))
    if len(document.pages) % 2:
        pages = [*blank.pages, *pages]
    return Bound(document.copy([*document.pages, *pages]), tuple(starts))


def _even(pages: int) -> int:
    """How many pages so many take up, where the next begins on a front."""
    return pages + pages % 2
