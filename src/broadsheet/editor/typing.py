"""What is being typed at a place, read off the text alone: half a line need not be YAML yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from broadsheet.excerpt.quotation import PREFIX
from broadsheet.reading.document import Span

_LONGEST: Final = 600
"""Characters of the longest quotation that is completed."""
_CITATION: Final = re.compile(r"\[(?:\s*@[^\[\]\s;]+\s*;)*\s*@(?P<key>[^\[\]\s;@]*)$")
_WORD: Final = re.compile(r"[^\s,\[\]{}\"']*$")
_KEY: Final = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<key>[\w-]+|[\"'][^\"']+[\"']):(?: |$)"
)
_ITEM: Final = re.compile(r"(?P<indent> *)-(?: |$)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that are being quoted."""

    label: str
    """The text that is named, `A` or `B`, else empty."""
    before: str
    """Words of it on lines above: they stay."""
    words: str
    """Words of it on this line."""
    span: Span
    """Where those stand, to be replaced."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A key or a code that is being typed, and under which keys."""

    keys: tuple[str, ...]
    span: Span


def quotation_at(text: str, offset: int) -> Quoted | None:
    """The quotation that is open at a place."""
    start = text.rfind("((", max(offset - _LONGEST, 0), offset)
    inside = text[start + 2 : offset]
    if start < 0 or "))" in inside or re.search(r"\n[^\S\n]*\n", inside):
        return None
    prefix = PREFIX.match(inside)
    begin = start + 2 + (prefix.end() if prefix else 0)
    label = (prefix["label"] if prefix else None) or ""
    line = text.rfind("\n", 0, offset) + 1
    if begin >= line:
        return Quoted(label, "", text[begin:offset], Span(begin, offset))
    here = text[line:offset].lstrip()
    return Quoted(label, " ".join(text[begin:line].split()), here, Span(offset - len(here), offset))


def citation_at(text: str, offset: int) -> Span | None:
    """Where the key stands that is being cited at a place."""
    line = text.rfind("\n", 0, offset) + 1
    found = _CITATION.search(text[line:offset])
    return Span(line + found.start("key"), offset) if found else None


def value_at(text: str, offset: int) -> Typed | None:
    """The value that is being typed at a place, and the keys around it, the outermost first."""
    line = text.rfind("\n", 0, offset) + 1
    typed = text[line:offset]
    word = _WORD.search(typed)
    start = offset - (len(word[0]) if word else 0)
    own = _KEY.match(typed)
    if own:
        if own.end() > start - line:
            return None  # the key itself
        keys, depth = [_bare(own["key"])], own.start("key")
    elif item := _ITEM.match(typed):
        keys, depth = [], item.end("indent") + 1  # its key may stand as far in as the dash
    else:
        return None
    for above in reversed(text[:line].splitlines()):
        found = _KEY.match(above)
        if found and found.start("key") < depth:
            keys.append(_bare(found["key"]))
            depth = found.start("key")
        if depth == 0:
            break
    return Typed(tuple(reversed(keys)), Span(start, offset)) if keys else None


def _bare(key: str) -> str:
    return key.strip("\"'")
