"""A document that was laid out, as pages to look at; PDFium draws them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import Any, Final

from broadsheet.render.press import Key, Printed, Spoilt
from broadsheet.render.renderer import Rendered
from broadsheet.render.rules import FAULT_OF_OURS

DOTS: Final = 108
"""Dots an inch at which a page is drawn for a screen of ordinary sharpness."""
SHARPER: Final = (1, 2, 3)
"""How many times as sharp a page can be asked for."""
_POINTS: Final = 72
_DEEPEST: Final = 4
_LOWEST: Final = 36.0
"""Where the last thing on a page ends at the latest, in points from the foot of the paper."""
_HIGHEST: Final = 36.0
"""Where the first thing on a page begins at the earliest, in points from its head."""
_LEAST: Final = 30.0
"""Less than this above a page's first bookmark is no more than its margin."""

_one_at_a_time: Final = Lock()
"""PDFium is made for one thread."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark, and the part of its page that is nearer to it than to the next."""

    title: str
    top: float
    """As a fraction of the page's height, from its head."""
    height: float
    part: str = ""
    """The title of the bookmark under the topmost that it lies below: in a booklet, its lesson."""
    goes_on: bool = False
    """True for the head of a page, where what an earlier page's last bookmark leads to goes on."""


@dataclass(frozen=True, slots=True)
class _Bookmark:
    page: int
    down: float
    """Points from the head of the page."""
    title: str
    part: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it looks."""

    name: str
    """A hash of what is to be seen, so that a page that did not change keeps its name."""
    width: int
    """In CSS pixels."""
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document that was laid out."""

    made: Rendered
    pages: tuple[Page, ...]
    digest: str
    """A hash of its file."""


def sheet_of(made: Rendered) -> Sheet:
    """Look at every page of a PDF of ours."""
    with _one_at_a_time, _opened(made.data) as pdf:
        marks = _marks(pdf)
        pages = tuple(_page(page, marks.get(index, ())) for index, page in enumerate(pdf))
    return Sheet(made, pages, sha256(made.data).hexdigest())


def seen(outcome: Printed[Key] | Spoilt[Key]) -> Sheet | Spoilt[Key]:
    """A document as pages to look at; one that can't be drawn has failed."""
    if isinstance(outcome, Spoilt):
        return outcome
    try:
        return sheet_of(outcome.made)
    except Exception as error:  # ours, or PDFium's: it costs this document alone
        return Spoilt(outcome.key, f"{FAULT_OF_OURS} ({type(error).__name__}: {error})")


def picture(made: Rendered, index: int, sharper: int) -> bytes:
    """Draw a page, counted from 0, as a PNG, so many times as sharp as a screen's pixels."""
    data = io.BytesIO()
    with _one_at_a_time, _opened(made.data) as pdf:
        _drawn(pdf[index], sharper).to_pil().save(data, "PNG", compress_level=1)
    return data.getvalue()


def _opened(data: bytes) -> Any:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()  # the fields of a form are drawn too
    return pdf


def _drawn(page: Any, sharper: int) -> Any:
    return page.render(scale=DOTS / _POINTS * sharper, rev_byteorder=True)


def _page(page: Any, marks: Sequence[Mark]) -> Page:
    drawn = _drawn(page, 1)
    name = sha256(f"{drawn.width} {drawn.height} {drawn.stride} ".encode())
    name.update(drawn.buffer)
    return Page(name.hexdigest()[:32], drawn.width, drawn.height, tuple(marks))


def _marks(pdf: Any) -> dict[int, list[Mark]]:
    """The bookmarks of each page, from its head down."""
    found: dict[int, list[_Bookmark]] = {}
    for bookmark in _bookmarks(pdf):
        found.setdefault(bookmark.page, []).append(bookmark)
    every: dict[int, list[Mark]] = {}
    last: _Bookmark | None = None
    for index in range(len(pdf)):
        height = pdf[index].get_height()
        marks = sorted(found.get(index, []), key=lambda mark: mark.down)
        every[index] = [*_going_on(last, marks, height), *_in_order(marks, height)]
        last = marks[-1] if marks else last
    return every


def _going_on(last: _Bookmark | None, marks: Sequence[_Bookmark], height: float) -> Iterator[Mark]:
    """Yield the head of a page, down to its first bookmark, for what stood last before it."""
    end = marks[0].down if marks else height - _LOWEST
    if last and end - _HIGHEST > _LEAST:
        top, high = _HIGHEST / height, (end - _HIGHEST) / height
        yield Mark(last.title, top, high, last.part, goes_on=True)


def _bookmarks(pdf: Any) -> Iterator[_Bookmark]:
    """Yield each bookmark that says where on its page it leads."""
    part = ""
    for bookmark in pdf.get_toc(max_depth=_DEEPEST):
        title, destination = bookmark.get_title(), bookmark.get_dest()
        if bookmark.level <= 1:
            part = title
        view = destination.get_view()[1] if destination else []
        if len(view) > 1:
            index = destination.get_index()
            yield _Bookmark(index, pdf[index].get_height() - view[1], title, part)


def _in_order(marks: Sequence[_Bookmark], height: float) -> Iterator[Mark]:
    ends = [mark.down for mark in marks[1:]] + [
        max(height - _LOWEST, mark.down) for mark in marks[-1:]
    ]
    for mark, end in zip(marks, ends, strict=True):
        yield Mark(mark.title, mark.down / height, (end - mark.down) / height, mark.part)
