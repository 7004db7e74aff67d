"""The piece on a page: which of its paragraphs belong to it, and what each of the others is.

A library finds where the piece is, and now and then drops paragraphs of it. So the whole page is
read a second time: what stands between the first and the last paragraph that was found belongs to
the piece, unless it shows that it does not; and nothing is left out untold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from broadsheet.source.found import ancestors, boxes_of_piece, found_among, spoken_words
from broadsheet.source.furniture import Kind
from broadsheet.source.paragraphs import Box, Paragraph
from broadsheet.source.telling import HEADINGS, is_prose, is_set_apart, kinds_of, list_around

_ENDS: Final = frozenset({Kind.COMMENTS, Kind.RELATED, Kind.COPYRIGHT, Kind.FOOT, Kind.MENU})
"""What the piece does not go on beyond."""


class Where(Enum):
    """Where something stands on the page."""

    BEFORE = "before the piece"
    WITHIN = "between its paragraphs"
    AFTER = "after the piece"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paragraph of the page that is not counted as the piece's."""

    text: str
    kind: Kind
    where: Where


@dataclass(frozen=True, slots=True)
class Piece:
    """The paragraphs of a page, told apart."""

    paragraphs: tuple[str, ...]
    put_back: tuple[str, ...]
    """Those of them that the library had dropped."""
    left_out: tuple[LeftOut, ...]
    fuller: tuple[str, ...]
    """Its paragraphs with those in between that a reader might count among them."""


def piece_of(paragraphs: Sequence[Paragraph], found: str) -> Piece | None:
    """Tell the piece from the rest of a page; `found` is what the library takes for it."""
    spoken = [spoken_words(paragraph.text) for paragraph in paragraphs]
    kept = found_among(spoken, found, [is_set_apart(one.box) for one in paragraphs])
    if not any(kept):
        return None
    holds = boxes_of_piece(paragraphs, spoken, kept)
    kinds = kinds_of(paragraphs, spoken, kept, holds)
    within = [at for at, is_kept in enumerate(kept) if is_kept and kinds[at] is None]
    if not within:
        return None
    first, last = _wider(paragraphs, spoken, kinds, within, holds)
    return _parted(paragraphs, kinds, kept, first, last)


def _parted(
    paragraphs: Sequence[Paragraph],
    kinds: Sequence[Kind | None],
    kept: Sequence[bool],
    first: int,
    last: int,
) -> Piece:
    ours: list[str] = []
    back: list[str] = []
    out: list[LeftOut] = []
    fuller: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        within, kind = first <= at <= last, kinds[at]
        if within and kind is None:
            ours.append(paragraph.text)
            back += [] if kept[at] else [paragraph.text]
        else:
            where = Where.BEFORE if at < first else Where.AFTER if at > last else Where.WITHIN
            out.append(LeftOut(paragraph.text, kind or Kind.ELSEWHERE, where))
        if within and (kind is None or kind.is_doubtful):
            fuller.append(paragraph.text)
    return Piece(tuple(ours), tuple(back), tuple(out), tuple(fuller))


def _wider(
    paragraphs: Sequence[Paragraph],
    spoken: Sequence[Sequence[str]],
    kinds: Sequence[Kind | None],
    within: Sequence[int],
    holds: frozenset[Box],
) -> tuple[int, int]:
    """The first and the last paragraph of the piece, those included that the library dropped."""
    container = max(holds, key=lambda box: box.depth)
    while container.parent and (
        container.tag in _SINGLE or not all(_is_in(paragraphs[at].box, container) for at in within)
    ):
        container = container.parent

    # The longest item of each list and table: a short one belongs to its piece as they do.
    items: dict[Box | None, int] = {None: 0}
    for paragraph, words in zip(paragraphs, spoken, strict=True):
        if (box := _items_around(paragraph.box, holds)) is not None:
            items[box] = max(items.get(box, 0), len(words))

    def outermost(start: int, step: int) -> int:
        at = reached = start
        gap = more = 0
        while 0 <= (at := at + step) < len(paragraphs):
            box = paragraphs[at].box
            if kinds[at] in _ENDS or not _is_in(box, container):
                break
            listed = step > 0 and items[_items_around(box, holds)] > _IN_AN_ITEM
            says = box.tag not in HEADINGS and is_prose(paragraphs[at].text, spoken[at])
            if kinds[at] is None and (listed or says):
                reached, gap, more = at, 0, more + len(spoken[at])
            elif (gap := gap + 1) > _GAP:
                break
        return reached if more <= sum(len(spoken[each]) for each in within) else start

    return outermost(within[0], -1), outermost(within[-1], 1)


def _items_around(box: Box, holds: frozenset[Box]) -> Box | None:
    """The list or the table that a box stands in, unless it is one that holds the piece."""
    around = list_around(box) or next((at for at in ancestors(box) if at.tag == "table"), None)
    return None if around in holds else around


def _is_in(box: Box, container: Box) -> bool:
    return any(at is container for at in ancestors(box))


_GAP: Final = 2
"""So many lines in a row that are no prose end a piece."""
_SINGLE: Final = HEADINGS | {"p", "li", "blockquote", "pre", "dd", "dt"}
"""What holds one paragraph of a piece, even where that is most of it."""
_IN_AN_ITEM: Final = 2
"""The longest item of a list of nothing but names and numbers, in words."""
