"""Documents bound into one: a front with contents, and parts that lie open as they are read.

Each part is laid out as it is when it stands alone, so that a sheet in a booklet is the same sheet.
A part begins on a right-hand page, but a worksheet where its text and its first questions lie open
together, so that nobody turns a page to look up a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from broadsheet.render.html.page import Page, emptied

# The booklet's title is the bookmark around all; headings of a part stand one level below.
_BELOW: Final = (
    "h1 { bookmark-level: 2; } h2 { bookmark-level: 3; } h3, [data-line] { bookmark-level: 4; }"
)

_OWN_LINE: Final = re.compile(r'<[^<>]* (?:id="|href="#)line-')
"""Where a tag names a line of its part: each part of a booklet has a line 1."""

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
    front, *parts = apart([booklet.front, *booklet.parts])
    front = replace(front, style=front.style + _numbered(front, 1))
    count = len(laid_out(front).pages)
    pages: list[Any] = []
    starts = []
    for number, part in enumerate(parts, start=1):
        html = with_own_lines(part.html, number)
        part = replace(part, html=html, foot=(*part.foot, booklet.title))
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


def with_own_lines(html: str, number: int) -> str:
    """The HTML of a part, whose lines are told from those of the others."""
    return _OWN_LINE.sub(rf"\g<0>of-{number}-", html)


def _placed(part: Page, next_page: int, laid_out: Callable[[Page], Any]) -> tuple[int, Any]:
    """Lay a part out from the next page, or from the one after; give that, and the document."""

    def from_page(start: int) -> Any:
        return laid_out(replace(part, style=part.style + _BELOW + _numbered(part, start)))

    if f'id="{_FIRST_QUESTIONS}"' not in part.html:
        start = next_page + 1 - next_page % 2
        return start, from_page(start)
    document = from_page(next_page)
    (at,) = _pages_with(_FIRST_QUESTIONS, document)
    # Where the text ends above its first questions, on one page, the others face it.
    begins_on_the_left = at == 0 or at % 2 == 1
    if begins_on_the_left == (next_page % 2 == 0):
        return next_page, document
    return next_page + 1, from_page(next_page + 1)


def _pages_with(anchor: str, document: Any) -> list[int]:
    return [at for at, page in enumerate(document.pages) if anchor in page.anchors]


def apart(pages: Iterable[Page]) -> Iterator[Page]:
    """Give images of one address and of different contents addresses of their own.

    WeasyPrint takes what lies at one address for one image, and two lessons may each have a
    `chart.png`.
    """
    shelves: list[dict[str, bytes]] = []
    for page in pages:
        html, images = page.html, dict[str, bytes]()
        for base in sorted({*map(_base, page.images), page.base}):
            held = {at.removeprefix(base): d for at, d in page.images.items() if _base(at) == base}
            number = _shelve(held, shelves)
            moved = f"https://images-{number}.invalid/"
            html = html.replace(f'src="{base}', f'src="{moved}')
            images |= {moved + path: data for path, data in held.items()}
            if base == page.base:
                page = replace(page, base=moved)
        yield replace(page, html=html, images=images)


def _base(address: str) -> str:
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/"


def _shelve(held: dict[str, bytes], shelves: list[dict[str, bytes]]) -> int:
    """Put images where no other of the same path lies; give the number of that shelf."""
    for number, shelf in enumerate(shelves):
        if all(shelf.get(path, data) == data for path, data in held.items()):
            shelf |= held
            return number
    shelves.append(dict(held))
    return len(shelves) - 1


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
