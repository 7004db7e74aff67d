"""Telling the furniture of a page from the piece: by place, by words, and by what stands around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from broadsheet.source.found import ancestors
from broadsheet.source.furniture import OF_PAGES, Kind, by_place, by_words, kind_of_box
from broadsheet.source.paragraphs import Box, Paragraph

_SENTENCE: Final = re.compile(r"[.!?…。！？؟۔:][\"'”’»«“』」)\]]*(?:\[\d+\]|[⁰¹²³⁴-⁹])*\Z")
_PROSE: Final = 8
"""Fewest words of a line that is prose without a mark at its end."""
_SURELY: Final = 0.15
"""A larger share than this of the words that were found is no furniture."""
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""Tags of headings."""
_LONGEST: Final = 40
"""Most words of a caption or the like that the library takes for text."""
_LINKED: Final = 0.8
"""This share of an item's characters makes it a link."""
_EVEN_IF_FOUND: Final = frozenset(
    {
        Kind.BYLINE,
        Kind.CAPTION,
        Kind.COMMENTS,
        Kind.COOKIES,
        Kind.CREDIT,
        Kind.DATE,
        Kind.FOOT,
        Kind.MENU,
        Kind.NEWSLETTER,
        Kind.SHARE,
    }
)
"""What is left out by where it stands although the library takes it for the piece."""


def kinds_of(
    paragraphs: Sequence[Paragraph],
    spoken: Sequence[Sequence[str]],
    kept: Sequence[bool],
    holds: frozenset[Box],
) -> list[Kind | None]:
    """What each paragraph is that is no part of the piece; None for those that may be.

    `kept` are those that the library found, `holds` the boxes that hold the piece.
    """
    placed = [by_place(paragraph, holds) for paragraph in paragraphs]
    trusted = _EVEN_IF_FOUND - _misleading(placed, spoken, kept)
    kinds = [
        place
        if place and (not is_kept or (place in trusted and len(words) <= _LONGEST))
        else _said(paragraph, is_kept)
        for paragraph, words, place, is_kept in zip(paragraphs, spoken, placed, kept, strict=True)
    ]
    _tell_openings(paragraphs, spoken, kinds)
    _tell_lists(paragraphs, kinds, kept)
    _tell_repetitions(paragraphs, spoken, kinds)
    return kinds


def _misleading(
    placed: Sequence[Kind | None], spoken: Sequence[Sequence[str]], kept: Sequence[bool]
) -> set[Kind]:
    """Kinds whose places hold too much of what the library found: names of boxes can mislead."""
    sizes: Counter[Kind | None] = Counter()
    for place, words, is_kept in zip(placed, spoken, kept, strict=True):
        sizes[place] += len(words) * is_kept
    return {kind for kind, size in sizes.items() if kind and size > _SURELY * sizes.total()}


def _said(paragraph: Paragraph, is_kept: bool) -> Kind | None:
    said = by_words(paragraph.text)
    leads_elsewhere = said is Kind.RELATED and paragraph.links > 0
    is_sure = said in OF_PAGES or said is Kind.CREDIT or leads_elsewhere
    return said if is_sure or not is_kept else None


def _tell_openings(
    paragraphs: Sequence[Paragraph], spoken: Sequence[Sequence[str]], kinds: list[Kind | None]
) -> None:
    """Headings, by-lines and dates stand above the first sentence, and nowhere else."""
    above: list[int] = []
    for at, paragraph in enumerate(paragraphs):
        if paragraph.box.tag == "h1":
            kinds[at] = kinds[at] or Kind.HEADING
            # Nothing but the name of the paper stands above the piece's own.
            for other in above:
                kinds[other] = kinds[other] or Kind.ELSEWHERE
        elif (said := by_words(paragraph.text)) in (Kind.BYLINE, Kind.DATE, Kind.CREDIT):
            kinds[at] = kinds[at] or said
        elif kinds[at] is None and is_prose(paragraph.text, spoken[at]):
            break
        above.append(at)


def _tell_lists(
    paragraphs: Sequence[Paragraph], kinds: list[Kind | None], kept: Sequence[bool]
) -> None:
    """A list of nothing but links leads to other pieces, unless a sentence announces it."""
    lists: dict[Box, list[int]] = {}
    links = [_is_link(one) and not is_kept for one, is_kept in zip(paragraphs, kept, strict=True)]
    for at, paragraph in enumerate(paragraphs):
        if (box := list_around(paragraph.box)) is not None:
            lists.setdefault(box, []).append(at)
        elif links[at]:
            beside = any(links[max(at - 1, 0) : at]) or any(links[at + 1 : at + 2])
            sentence = _SENTENCE.search(paragraph.text) is not None
            if paragraph.links > 1 or paragraph.box.tag in HEADINGS or (beside and not sentence):
                kinds[at] = kinds[at] or Kind.LINKS
    for items in lists.values():
        first = items[0]
        is_links = all(links[at] for at in items)
        announced = first > 0 and paragraphs[first - 1].text.rstrip().endswith((":", "："))
        if is_links and not (announced and kinds[first - 1] is None):
            for at in items:
                kinds[at] = kinds[at] or Kind.LINKS


def _is_link(paragraph: Paragraph) -> bool:
    return paragraph.linked >= _LINKED * len("".join(paragraph.text.split()))


def list_around(box: Box) -> Box | None:
    """The list that a box stands in."""
    return next((at for at in ancestors(box) if at.tag in _LISTS), None)


_LISTS: Final = frozenset({"ul", "ol", "dl"})


def _tell_repetitions(
    paragraphs: Sequence[Paragraph], spoken: Sequence[Sequence[str]], kinds: list[Kind | None]
) -> None:
    """A quotation set apart that repeats words of the text is a pull quote."""
    set_apart = [is_set_apart(one.box) for one in paragraphs]
    running = " ".join(
        f" {' '.join(words)} \n"
        for words, apart, kind in zip(spoken, set_apart, kinds, strict=True)
        if not apart and kind is None
    )
    for at, words in enumerate(spoken):
        if set_apart[at] and len(words) > _TOO_SHORT and f" {' '.join(words)} " in running:
            kinds[at] = Kind.PULL_QUOTE


def is_set_apart(box: Box) -> bool:
    """Tell whether something stands beside the running text."""
    return any(
        at.tag in _APART or kind_of_box(at) in (Kind.PULL_QUOTE, Kind.CAPTION)
        for at in ancestors(box)
    )


_TOO_SHORT: Final = 3
"""So few words repeat others by chance."""
_APART: Final = frozenset({"blockquote", "aside", "figure"})


def is_prose(text: str, words: Sequence[str]) -> bool:
    """Tell whether a paragraph is a sentence, or as long as one."""
    return len(words) >= _PROSE or (len(words) > 1 and _SENTENCE.search(text) is not None)
