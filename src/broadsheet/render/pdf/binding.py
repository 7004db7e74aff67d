"""Documents bound into one: a front with contents, and parts that lie open as they are read.

Each part is laid out as it is when it stands alone, so that a sheet in a booklet is the same sheet.
A part begins on a right-hand page, but a worksheet where its text and its first questions lie open
together, so that nobody turns a page to look up a line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from broadsheet.render.html.page import Page, emptied

# The booklet's title is the bookmark around all; headings of a part stand one level below.
_BELOW: Final = (
    "h1 { bookmark-level: 2; } h2 { bookmark-level: 3; } h3, [data-line] { bookmark-level: 4; }"
)

_FIRST_QUESTIONS: Final = "first-questions"
"""The address of the first questions behind a text, in the templates."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """What layout needs of a booklet."""

    title: str
    """Printed at the foot of every part, after the part's own title."""
    front: Page
    """Links to `#lesson-1` and so on, and leaves room for a number at `#page-of-1` and so on."""
    parts: tuple[Page, ...]
    languages: tuple[str, ...]
    """The language of each part."""
    is_stack: bool = False
    """Whether the parts are handed out, each to somebody else; see `stack`."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A booklet's pages in order, as the layout engine knows them."""

    document: Any
    starts: tuple[int, ...]
    """Number of each part's first page, counted from 1 with the cover."""


def bind(booklet: Booklet, laid_out: Callable[[Page], Any]) -> Bound:
    """Lay a booklet out, and put a blank page before each part that would begin on a wrong side.

    `laid_out` gives WeasyPrint's document for a page. The contents print the number of the page on
    which each part begins, so the front is laid out twice: to count its pages, and to number them.
    """
    front = replace(booklet.front, style=booklet.front.style + _numbered(booklet.front, 1))
    count = len(laid_out(front).pages)
    pages: list[Any] = []
    starts = []
    for number, part in enumerate(booklet.parts, start=1):
        part = replace(part, foot=(*part.foot, booklet.title))
        start, document = _placed(part, count + len(pages) + 1, laid_out)
        if start > count + len(pages) + 1:
            pages += laid_out(emptied(front)).pages  # like the cover, which has no furniture
        document.pages[0].anchors[f"lesson-{number}"] = (0, 0, 0, 0)
        pages += document.pages
        starts.append(start)
    contents = "".join(
        f'#page-of-{number}::after {{ content: "{start}"; }}'
        for number, start in enumerate(starts, start=1)
    )
    document = laid_out(replace(front, style=front.style + contents))
    return Bound(document.copy([*document.pages, *pages]), tuple(starts))


def _placed(part: Page, next_page: int, laid_out: Callable[[Page], Any]) -> tuple[int, Any]:
    """Lay a part out from the next page, or from the one after; give that, and the document."""

    def from_page(start: int) -> Any:
        return laid_out(replace(part, style=part.style + _BELOW + _numbered(part, start)))

    right_hand = next_page + 1 - next_page % 2
    document = from_page(right_hand)
    start = next_page + (_begins_on_the_left(document) == (next_page % 2 == 1))
    return start, document if start == right_hand else from_page(start)


def _begins_on_the_left(document: Any) -> bool:
    """Tell whether a part begins on a left-hand page, for its text to face its first questions."""
    pages = [at for at, page in enumerate(document.pages) if _FIRST_QUESTIONS in page.anchors]
    # Where the text ends above its first questions, on one page, the others face it.
    return bool(pages) and (pages[0] == 0 or pages[0] % 2 == 1)


def _numbered(page: Page, start: int) -> str:
    """Count pages through the booklet, and leave out of how many they are."""
    side = "left" if page.right_to_left else "right"
    return (
        f"@page {{ @bottom-{side} {{ content: counter(page); }} }}"
        f"@page :first {{ counter-reset: page {start}; }}"
    )


def parts_of(bound: Bound) -> list[range]:
    """The pages of each part, counted from 0, with the blank one behind it if there is one."""
    ends = [*(start - 1 for start in bound.starts[1:]), len(bound.document.pages)]
    return [range(start - 1, end) for start, end in zip(bound.starts, ends, strict=True)]
