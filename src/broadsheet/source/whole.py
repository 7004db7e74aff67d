"""Does a saved page hold the whole piece, or what is shown to those who don't pay?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element

_MOST: Final = 20_000
"""Most values of a page's own description that are looked at."""
_NOT_FREE: Final = re.compile(r'"isAccessibleForFree"\s*:\s*"?(?:[\w:/.]*/)?false\b', re.IGNORECASE)
_SPARE: Final = 1.25
"""So many times as long as what was read may a piece be said to be: counts differ."""


@dataclass(frozen=True, slots=True)
class Described:
    """What a page says of the piece on it, in words for machines."""

    is_free: bool = True
    words: int = 0
    """How many words it is said to have; 0 where nothing is said."""


def described(root: Element, heading: str) -> Described:
    """Read what a page says of its piece, which has this heading."""
    free, words = True, 0
    for element in root.iter():
        if element.tag == "script" and "ld+json" in (element.get("type") or "").lower():
            block = _of_json("".join(element.itertext()), heading)
            free, words = free and block.is_free, max(words, block.words)
        elif named := element.get("itemprop") or element.get("property") or element.get("name"):
            value = (element.get("content") or element.get("href") or element.text or "").strip()
            free = free and not _is_closed(named.casefold(), value.casefold())
            if named.casefold() == "wordcount":
                words = max(words, _number(value))
    return Described(free, words)


def shortfall(page: Described, read: int) -> str | None:
    """Say why what was read can't be the whole piece, or may not be; None where nothing says so."""
    if page.words > read * _SPARE + 20:
        return f"the page says that the piece has {page.words} words, and {read} were found in it"
    if not page.is_free and not page.words:
        return "the page says that it is not free to read"
    return None


def gate_in(lines: Iterable[str]) -> str | None:
    """Say that the rest of a piece is kept back, as the first of these lines says."""
    gate = next((" ".join(line.split()) for line in lines), None)
    return f"it has the line “{gate}”" if gate else None


def _is_closed(named: str, value: str) -> bool:
    if named.endswith("isaccessibleforfree"):
        return value.rpartition("/")[2] in ("false", "no", "0")
    return named == "article:content_tier" and value in ("locked", "metered")


def _of_json(text: str, heading: str) -> Described:
    try:
        data = json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip(" ;\n\t"))
    except (ValueError, RecursionError):
        # Broken in a way that browsers and search engines pass over, too.
        return Described(_NOT_FREE.search(text) is None)
    every = list(_objects(data))
    pieces = [one for one in every if _is_piece(one)]
    # A list of other pieces may stand beside it, each with what is to be said of it.
    ours = [one for one in pieces if _alike(one.get("headline", one.get("name")), heading)]
    meant = [part for one in ours or pieces[:1] or every for part in _objects(one)]
    return Described(
        not any(_says_no(one) for one in meant),
        max((_number(one.get("wordCount")) for one in meant), default=0),
    )


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects in some JSON, however deep."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST:
        at = waiting.pop()
        seen += 1
        if isinstance(at, dict):
            yield at
            waiting += reversed(list(at.values()))
        elif isinstance(at, list):
            waiting += reversed(at)


def _is_piece(one: dict[str, Any]) -> bool:
    named = one.get("@type", "")
    types = named if isinstance(named, list) else [named]
    return any(re.search(r"(?:Article|Posting|Report|Analysis|Review)$", str(t)) for t in types)


def _says_no(one: dict[str, Any]) -> bool:
    value = one.get("isAccessibleForFree")
    return value is False or _is_closed("isaccessibleforfree", str(value).casefold())


def _alike(headline: object, heading: str) -> bool:
    folded = [re.sub(r"\W+", "", str(words)).casefold() for words in (headline, heading)]
    return bool(folded[0]) and folded[0] == folded[1]


def _number(value: object) -> int:
    # Some write “2,140 words”.
    figures = re.sub(r"[\s.,’']|[^\W\d]+\s*$", "", str(value))
    return int(figures) if figures.isascii() and figures.isdigit() and len(figures) < 8 else 0
