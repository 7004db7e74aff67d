"""What is said of each kind of fault that proving an excerpt finds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from broadsheet.excerpt.proof import Fault, Kind
from broadsheet.findings import Rule, Severity
from broadsheet.lesson.models import Source
from broadsheet.source.fingerprint import SHORTEST
from broadsheet.text.alike import compared
from broadsheet.text.lookalikes import foreign_letter, told_apart

NOT_IN_SOURCE: Final = Rule(
    code="excerpt-not-in-source",
    severity=Severity.ERROR,
    what="The excerpt has a word or a mark that the source doesn't have there, or lacks a mark.",
    why="Nothing is misquoted: the class reads the excerpt as the writer's own words. White space "
    "may differ, and curly from straight quotation marks and long from short dashes; the editor's "
    "words stand in `[brackets]`, and so does a changed first letter, as in `[T]he`. "
    r"Brackets of the source's own are written `\[` and `\]`; a footnote's mark may be left out.",
    bad="excerpt: |\n  … some of whom are neo-Nazi extremists, he said.",
    good="excerpt: |\n  … many of whom are neo-Nazi extremists, he said.",
)

CUT_NOT_MARKED: Final = Rule(
    code="cut-not-marked",
    severity=Severity.ERROR,
    what="The excerpt leaves out words of the source without a mark.",
    why="Our own cuts are disclosed: an excerpt is an omission too, and a reader must see where.",
    bad="excerpt: |\n  Putin accused Kiev of backing away from peace talks, he said.",
    good="excerpt: |\n  Putin accused Kiev of backing away from peace talks, […] he said.",
)

MARK_WITHOUT_CUT: Final = Rule(
    code="mark-without-cut",
    severity=Severity.ERROR,
    what="A `[…]` stands where the source goes straight on, begins or ends.",
    why="It tells the class that words are missing where none are.",
    bad="excerpt: |\n  […] The first words of the piece.",
    good="excerpt: |\n  The first words of the piece.",
)

OUT_OF_ORDER: Final = Rule(
    code="excerpt-out-of-order",
    severity=Severity.ERROR,
    what="A passage stands earlier in the source than the passage before it.",
    why="The order of an argument is part of it, and the passages are read as one text, from top "
    "to bottom.",
    bad="excerpt: |\n  THE SECOND PARAGRAPH.\n\n  […]\n\n  THE FIRST PARAGRAPH.",
    good="excerpt: |\n  THE FIRST PARAGRAPH.\n\n  […]\n\n  THE SECOND PARAGRAPH.",
)

TOO_SHORT: Final = Rule(
    code="passage-unproved",
    severity=Severity.WARNING,
    what=f"A passage between two cuts has fewer than {SHORTEST} words and marks, too few for a "
    "fingerprint.",
    why="A fingerprint that could prove single words would give them away to anyone with a "
    "dictionary. With the source's text at hand, a passage of any length is proved.",
    bad="excerpt: |\n  […] howling uselessly […]",
    good="excerpt: |\n  […] the various NATO regimes are howling uselessly […]",
)


def words_for(fault: Fault, source: Source, moved: Sequence[str]) -> tuple[Rule, str, str]:
    """Rule, message and hint for a fault; `moved` are words that stand elsewhere in the source."""
    words = f"“{shortened(fault.words)}”"
    match fault.kind:
        case Kind.CHANGED if _OTHER_MARK.fullmatch(fault.words):
            there = f"; the source has “{shortened(fault.source)}” here" if fault.source else ""
            return (
                CUT_NOT_MARKED,
                f"{words} is no mark of a cut of ours{there}",
                "mark the cut with […], in square brackets",
            )
        case Kind.CHANGED:
            return NOT_IN_SOURCE, _changed(fault, words), _compare(fault, source)
        case Kind.ABSENT:
            return (
                NOT_IN_SOURCE,
                f"{words} does not stand in the source",
                "copy the passage from the source again",
            )
        case Kind.LEFT_OUT:
            return _left_out(fault, source, words, moved)
        case Kind.NOTHING_CUT:
            return MARK_WITHOUT_CUT, "nothing of the source is cut here", "remove the mark"
        case Kind.OUT_OF_ORDER:
            return (
                OUT_OF_ORDER,
                f"{words} stands earlier in the source than the end of the passage before it",
                "give the passages in the source's order, and each once",
            )
        case Kind.TOO_SHORT:
            named = source.text or "sources/… and name it under `text:`"
            return (
                TOO_SHORT,
                f"{words} is too short to be proved by a fingerprint",
                f"quote {SHORTEST} words or more between cuts, or put the whole piece at {named}",
            )


_OTHER_MARK: Final = re.compile(r"[(<{]?\s*(?:…|(?:\.\s?){3,4})\s*[)>}]?")
"""How others mark a cut: “…”, “(…)”, “. . .”."""


def _look_alike(fault: Fault) -> str:
    """Which letters only look like the source's; by a fingerprint, which are of another script."""
    if fault.lacks:
        return ""
    if fault.source:
        return told_apart(fault.words, fault.source, "the source")
    return foreign_letter(fault.words)


def _left_out(
    fault: Fault, source: Source, words: str, moved: Sequence[str]
) -> tuple[Rule, str, str]:
    """Something of the source is missing: a cut, unless it was typed otherwise or elsewhere."""
    if not fault.source and fault.missing < _SURELY_WORDS:
        return (
            NOT_IN_SOURCE,
            f"the source has something more before {words}, a word or a mark",
            f"{_compare(fault, source)}; where words were left out on purpose, mark it with […]",
        )
    there = f"“{shortened(fault.source)}”" if fault.source else "something"
    if fault.source in moved:
        return (
            NOT_IN_SOURCE,
            f"the source has {there} before {words}, not where the excerpt has it",
            "the order of the words is the source's, too",
        )
    if fault.source.startswith("[") and _typed_alike(fault.source, source.excerpt):
        return NOT_IN_SOURCE, f"the source itself has {there} before {words}", _brackets(fault)
    escape = f"; {_brackets(fault)}" if _brackets(fault) else ""
    return (
        CUT_NOT_MARKED,
        f"the source has {there} before {words}, left out without a mark",
        f"mark the cut with […], or put back what was left out{escape}",
    )


_SURELY_WORDS: Final = 3
"""So many words and marks that a fingerprint misses are not all marks."""


def _typed_alike(bracket: str, excerpt: str) -> bool:
    return compared("".join(bracket.split())) in compared("".join(excerpt.split()))


def _changed(fault: Fault, words: str) -> str:
    if apart := _look_alike(fault):
        there = f" where the source has “{shortened(fault.source)}”" if fault.source else ""
        return f"the excerpt has {words}{there}: {apart}"
    if fault.source and fault.lacks:
        return f"the source has “{fault.source}” before {words}"
    if fault.source:
        return f"the excerpt has {words} where the source has “{shortened(fault.source)}”"
    if fault.reads:
        return f"the source doesn't have {words} here"
    return f"{words} is not what the source has here, as its fingerprint shows"


def _compare(fault: Fault, source: Source) -> str:
    if explained := _brackets(fault):
        return explained
    if fault.reads:
        return (
            f"the source reads “… {shortened(fault.reads)} …”; the editor's words go in [brackets]"
        )
    return f"compare it with the piece{f' at {source.url}' if source.url else ''}"


def _brackets(fault: Fault) -> str:
    if "[" in fault.source or "]" in fault.source:
        return r"write brackets of the source's own as \[ and \], as in \[sic\]"
    return ""


def shortened(words: str) -> str:
    """The first and last of many words."""
    return words if len(words) <= 90 else f"{words[:50].rstrip()} … {words[-30:].lstrip()}"
