"""Does every word of an excerpt stand in its source?

Each passage between two cuts must stand there whole, word for word and mark for mark, after the
passage before it, and with something left out at every cut. What may differ is what `text.tokens`
makes alike, the marks of footnotes, the editor's words in `[brackets]`, and the case of a `[T]he`.

What is proved is what is printed: the paragraphs as `excerpt.passages` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from broadsheet.excerpt.between_cuts import Passage, between_cuts
from broadsheet.excerpt.forms import Form
from broadsheet.source.evidence import Evidence
from broadsheet.text.tokens import Token

if TYPE_CHECKING:
    from broadsheet.excerpt.differences import Difference


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
    missing: int = 0
    """How many words and marks of the source stand there instead."""
    source: str = ""
    """What the source has there; empty for nothing, and where the text is not at hand."""
    reads: str = ""
    """The source around that place; empty where the text is not at hand."""


def prove(excerpt: str, evidence: Evidence, form: Form | None = None) -> list[Fault]:
    """Give what is not proved in an excerpt, as its author typed it."""
    passages, last_mark = between_cuts(excerpt, evidence, form)
    faults: list[Fault] = []
    # `end` is where the passages so far end in the source, `start` the first word where the next
    # may begin. To take each passage at its first place leaves the most room for the next, so if
    # the passages can be placed in order at all, this finds how.
    end = start = 0
    compared = 0
    for one in passages:
        passage = one
        if one.marked and evidence.find(one.forms, 0) < 0 <= evidence.find(one.marked.forms, 0):
            passage = one.marked
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
            faults += _without_note(passage, found, excerpt, evidence)
            end = start = found + len(passage.tokens)
        elif evidence.find(passage.forms, 0) >= 0:
            faults.append(_at(Kind.OUT_OF_ORDER, excerpt, passage.tokens))
        else:
            from broadsheet.excerpt.differences import MOST_IN_ALL

            compared += len(one.forms) * len(evidence.runs) * (2 if one.marked else 1)
            passage, differing = _nearer(one, evidence) if compared <= MOST_IN_ALL else (one, [])
            faults += _faults(differing, excerpt, passage, evidence)
            end = start = max([end, *(each.to for each in differing)])
    if last_mark and passages and start >= evidence.size:
        faults.append(Fault(Kind.NOTHING_CUT, *last_mark))
    return faults


def stands_nowhere(excerpt: str, faults: Iterable[Fault], form: Form | None = None) -> bool:
    """Tell from its faults whether an excerpt and its source have nothing in common."""
    kinds = [fault.kind for fault in faults]
    absent, short = kinds.count(Kind.ABSENT), kinds.count(Kind.TOO_SHORT)
    return absent > 0 and absent + short == len(between_cuts(excerpt, None, form)[0])


def _without_note(
    passage: Passage, found: int, excerpt: str, evidence: Evidence
) -> Iterator[Fault]:
    """The footnotes' marks of a passage that the source does not have there."""
    there: dict[int, list[str]] = {}
    for note in passage.notes:
        left = there.setdefault(note.before, [*evidence.notes_before(found + note.before)])
        if note.text in left:
            del left[: left.index(note.text) + 1]
        else:
            words = excerpt[note.start : note.end]
            reads = evidence.around(found + note.before, found + note.before)
            yield Fault(Kind.CHANGED, note.start, note.end, words, reads=reads)


def _at(kind: Kind, excerpt: str, found: tuple[Token, ...]) -> Fault:
    start, end = found[0].start, found[-1].end
    return Fault(kind, start, end, " ".join(excerpt[start:end].split()))


def _nearer(passage: Passage, evidence: Evidence) -> tuple[Passage, list[Difference]]:
    """Where a passage departs from the source, with or without the marks of its form."""
    from broadsheet.excerpt.differences import differences

    ways = [passage, passage.marked] if passage.marked else [passage]
    differing = [(way, differences(way.forms, evidence)) for way in ways]
    return min(differing, key=lambda each: len(each[1]) or len(passage.tokens))


def _faults(
    differing: list[Difference], excerpt: str, passage: Passage, evidence: Evidence
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
            each.to - each.at,
            evidence.words(each.at, each.to),
            evidence.around(each.at, each.to),
        )


def _only_marks(found: tuple[Token, ...]) -> bool:
    return bool(found) and not any(token.is_word for token in found)
