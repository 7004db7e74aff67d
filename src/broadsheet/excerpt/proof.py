"""Does every word of an excerpt stand in its source?

Each passage between two cuts must stand there whole, word for word and mark for mark, after the
passage before it, and with something left out at every cut. What may differ is what
`source.tokens` makes alike, the editor's words in `[brackets]`, and the case of a `[T]he`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from broadsheet.source.evidence import Evidence, Forms
from broadsheet.text.tokens import Token, tokens

if TYPE_CHECKING:
    from broadsheet.excerpt.differences import Difference

_BRACKETS: Final = re.compile(
    r"(?P<cut>\[\s*(?:…|\.\.\.)\s*\])"
    r"|(?<!\w)\[(?P<letter>[^\W\d_][\u0300-\u036f]*)\](?=[^\W\d_])"
    r"|\[(?:(?!\n[^\S\n]*\n)[^\[\]])*\]"
)


class Kind(Enum):
    """What is wrong with a place in an excerpt."""

    CHANGED = "other words or marks than the source's"
    LEFT_OUT = "words left out without a mark"
    NOTHING_CUT = "a mark where nothing was cut"
    OUT_OF_ORDER = "a passage that stands earlier in the source"
    ABSENT = "a passage that does not stand in the source"
    TOO_SHORT = "a passage too short to be proved by a fingerprint"


@dataclass(frozen=True, slots=True)
class Fault:
    """One place in an excerpt that is not proved."""

    kind: Kind
    start: int
    end: int
    """Where it stands in the excerpt as typed."""
    words: str = ""
    """What the excerpt has there."""
    lacks: bool = False
    """True where something of the source is missing before those words."""
    source: str = ""
    """What the source has there; empty for nothing, and where the text is not at hand."""
    reads: str = ""
    """The source around that place; empty where the text is not at hand."""


@dataclass(frozen=True, slots=True)
class _Passage:
    tokens: tuple[Token, ...]
    forms: tuple[Forms, ...]
    mark: tuple[int, int] | None
    """The mark of a cut before it."""


def prove(excerpt: str, evidence: Evidence) -> list[Fault]:
    """Give what is not proved in an excerpt, as its author typed it."""
    passages, last_mark = _passages(excerpt)
    faults: list[Fault] = []
    # `end` is where the passages so far end in the source, `start` the first word where the next
    # may begin. To take each passage at its first place leaves the most room for the next, so if
    # the passages can be placed in order at all, this finds how.
    end = start = 0
    for passage in passages:
        start += passage.mark is not None
        if len(passage.tokens) < evidence.shortest:
            faults.append(_at(Kind.TOO_SHORT, excerpt, passage.tokens))
            start += len(passage.tokens)
            continue
        found = evidence.find(passage.forms, start)
        if found < 0 and (near := evidence.find(passage.forms, end)) >= 0 and passage.mark:
            faults.append(Fault(Kind.NOTHING_CUT, *passage.mark))
            found = near
        if found >= 0:
            end = start = found + len(passage.tokens)
        elif evidence.find(passage.forms, 0) >= 0:
            faults.append(_at(Kind.OUT_OF_ORDER, excerpt, passage.tokens))
        else:
            from broadsheet.excerpt.differences import differences

            differing = differences(passage.forms, evidence)
            faults += _faults(differing, excerpt, passage, evidence)
            end = start = max([end, *(each.to for each in differing)])
    if last_mark and passages and start >= evidence.size:
        faults.append(Fault(Kind.NOTHING_CUT, *last_mark))
    return faults


def stands_nowhere(excerpt: str, faults: Iterable[Fault]) -> bool:
    """Tell from its faults whether an excerpt and its source have nothing in common."""
    kinds = [fault.kind for fault in faults]
    absent, short = kinds.count(Kind.ABSENT), kinds.count(Kind.TOO_SHORT)
    return absent > 0 and absent + short == len(_passages(excerpt)[0])


def _passages(excerpt: str) -> tuple[list[_Passage], tuple[int, int] | None]:
    """The passages between cuts, and the mark after the last of them."""
    marks = [found.span() for found in _BRACKETS.finditer(excerpt) if found["cut"]]
    letters = {found.start("letter") for found in _BRACKETS.finditer(excerpt) if found["letter"]}
    masked = _BRACKETS.sub(_masked, excerpt)
    passages: list[_Passage] = []
    mark = None
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(excerpt)]
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if index:
            mark = marks[index - 1]
        if found := tuple(tokens(masked, start, end)):
            forms = tuple(_forms(token, token.start in letters) for token in found)
            shown = tuple(replace(t, start=t.start - (t.start in letters)) for t in found)
            passages.append(_Passage(shown, forms, mark))
            mark = None
    return passages, mark


def _masked(bracket: re.Match[str]) -> str:
    """Hide a bracket, character for character: a soft hyphen joins, a blank parts."""
    if bracket["letter"]:
        return f"\u00ad{bracket['letter']}\u00ad"
    return " " * len(bracket[0])


def _forms(token: Token, bracketed: bool) -> Forms:
    if not bracketed:
        return (token.text,)
    letter, rest = token.text[0], token.text[1:]
    return tuple(dict.fromkeys((letter.swapcase() + rest, token.text)))


def _at(kind: Kind, excerpt: str, found: tuple[Token, ...]) -> Fault:
    start, end = found[0].start, found[-1].end
    return Fault(kind, start, end, " ".join(excerpt[start:end].split()))


def _faults(
    differing: list[Difference], excerpt: str, passage: _Passage, evidence: Evidence
) -> Iterator[Fault]:
    if not differing:
        yield _at(Kind.ABSENT, excerpt, passage.tokens)
    for each in differing:
        # Where the excerpt has nothing, the finding points at the word that follows.
        pointed = passage.tokens[each.start : max(each.end, each.start + 1)]
        left_out = each.start == each.end and not _only_marks(evidence.tokens[each.at : each.to])
        start, end = pointed[0].start, pointed[-1].end
        yield Fault(
            Kind.LEFT_OUT if left_out else Kind.CHANGED,
            start,
            end,
            " ".join(excerpt[start:end].split()),
            each.start == each.end,
            evidence.words(each.at, each.to),
            evidence.around(each.at, each.to),
        )


def _only_marks(found: tuple[Token, ...]) -> bool:
    return bool(found) and not any(token.is_word for token in found)
