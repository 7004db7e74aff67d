"""What there is to say of a document: not made, too long, or not all of it to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.findings import Finding, Place
from broadsheet.render.rules import NOT_RENDERED, OFF_THE_PAGE, THEME_FAULT, TOO_MANY_SIDES

if TYPE_CHECKING:
    from broadsheet.orders.order import Order
    from broadsheet.render.press import Spoilt
    from broadsheet.render.renderer import Astray, Rendered


def said_of(order: Order, made: Rendered) -> Iterator[Finding]:
    """Yield what there is to say of an order's document."""
    allowed = order.edition.sides if order.edition else None  # a booklet may have any number
    if allowed is not None and made.sides is not None and made.sides > allowed:
        yield Finding(
            TOO_MANY_SIDES,
            f"{order.target.name} takes {made.sides} sides, and should take {allowed} at most",
            "ask less, give less room, or mark fewer questions `core`",
            order.file,
        )
    for how in dict.fromkeys(each.how for each in made.astray):
        yield _off_the_page(order, [each for each in made.astray if each.how == how])


def not_rendered(failed: Spoilt[Order]) -> Finding:
    """Say why there is no document, where the fault is if that is known."""
    if failed.file is not None:
        line = failed.line or 1
        return Finding(
            THEME_FAULT,
            f"the theme has a fault here: {failed.reason}",
            "mend it there; the earlier documents, if any, still stand",
            failed.key.school.theme.place(failed.file),
            Place(line, 1, line, 1),
        )
    return Finding(
        NOT_RENDERED,
        f"{failed.key.target.name} could not be laid out: {failed.reason}",
        "its documents are written together, so the earlier ones, if any, still stand",
        failed.key.file,
    )


def _off_the_page(order: Order, faults: Sequence[Astray]) -> Finding:
    """One finding for all pages on which the same is wrong."""
    first = faults[0]
    what = f"“{first.words}”" if first.words else "an image"
    pages = f"page {first.page}"
    if more := len(faults) - 1:
        pages += f" and {more} more"
    return Finding(
        OFF_THE_PAGE,
        f"{what} {first.how} in {order.target.name}, {pages}",
        "write it shorter, or part a long word with a soft hyphen or a blank",
        order.file,
        _place_of(first.words, order.file),
    )


def _place_of(words: str, file: Path) -> Place | None:
    """Where the longest of some words stands first in a file, if it does."""
    longest = max(re.findall(r"[^\s…\u2068\u2069]+", words), key=len, default="")
    if not longest:
        return None
    try:
        lines = file.read_text("utf-8-sig", errors="replace").split("\n")
    except OSError:
        return None
    for number, line in enumerate(lines, start=1):
        if (column := line.casefold().find(longest.casefold()) + 1) > 0:
            return Place(number, column, number, column + len(longest))
    return None
