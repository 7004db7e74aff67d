"""Does the excerpt stand in its source, word for word, with every cut marked?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.excerpt.proof import Fault, Kind, prove, stands_nowhere
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.models import Source, source_path
from broadsheet.source.article import Article
from broadsheet.source.at_hand import AtHand
from broadsheet.source.evidence import Evidence
from broadsheet.source.fingerprint import SHORTEST, Fingerprint
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

PASSED_OVER: Final = Rule(
    code="page-passed-over",
    severity=Severity.WARNING,
    what="The excerpt goes straight on across something on the saved page that might be a part of "
    "the piece.",
    why="A caption or a box beside the text is none of its paragraphs, and is not counted. But a "
    "page can be read wrongly, and our own cuts are disclosed.",
    bad="excerpt: |\n  The gates went up on Monday. Nobody was asked.   # between them: a box",
    good="excerpt: |\n  The gates went up on Monday. […] Nobody was asked.",
)

RULES: Final = (
    NOT_IN_SOURCE,
    CUT_NOT_MARKED,
    MARK_WITHOUT_CUT,
    OUT_OF_ORDER,
    TOO_SHORT,
    PASSED_OVER,
)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each place of an excerpt that its source does not bear out."""
    for label, source in subject.lesson.texts.items():
        yield from unproved(source, subject.sources[label], label)


def unproved(source: Source, at_hand: AtHand, label: str) -> Iterator[Remark]:
    """Prove one source's excerpt, by its text where that is at hand, else by its fingerprint."""
    path = (*source_path(label), "excerpt")
    if isinstance(at_hand.article, Article):
        evidence, by = Evidence.of_text(at_hand.article), source.text
    elif isinstance(at_hand.fingerprint, Fingerprint):
        evidence, by = Evidence.of_fingerprint(at_hand.fingerprint), source.fingerprint
    else:
        return
    faults = prove(source.excerpt, evidence, source.form)
    if isinstance(at_hand.article, Article) and at_hand.article.everything:
        remarks = _by_the_page(source, at_hand.article, faults, path)
        if remarks is not None:
            yield from remarks
            return
    if stands_nowhere(source.excerpt, faults, source.form):
        yield Remark(
            NOT_IN_SOURCE,
            f"no passage of the excerpt stands in the source, as {by} has it",
            "that file may hold another article",
            path,
        )
        return
    moved = [f.words for f in faults if f.kind is Kind.CHANGED and not f.lacks and not f.source]
    for fault in faults:
        rule, message, hint = _words_for(fault, source, moved)
        yield Remark(rule, message, hint, path, (fault.start, fault.end))


def _by_the_page(
    source: Source, article: Article, faults: Sequence[Fault], path: YamlPath
) -> list[Remark] | None:
    """What a second reading of a whole page says of an excerpt; None where it says nothing."""
    fuller = _first_fault(source, article.fuller)
    if all(fault.kind is Kind.NOTHING_CUT for fault in faults) and not fuller:
        return []  # a cut is marked where something stands that might be a part of the piece
    if not faults and fuller and fuller.kind is Kind.LEFT_OUT:
        there, after = _short(fuller.source), _short(fuller.words)
        message = (
            f"the page has “{there}” before “{after}”, which was not taken for a part of the piece"
        )
        hint = "look at the page: if it is one, mark the cut with […]; else "
        return [Remark(PASSED_OVER, message, hint + _COPY, path, (fuller.start, fuller.end))]
    if faults and not _first_fault(source, article.everything):
        first = faults[0]
        message = (
            f"“{_short(first.words)}” stands on the page, but not in the article that was found "
            "there: it was left out as no part of it"
        )
        return [Remark(NOT_IN_SOURCE, message, _COPY, path, (first.start, first.end))]
    return None


_COPY: Final = (
    "copy the words of the piece from your browser into a .txt file, and prove the excerpt by that"
)


def _first_fault(source: Source, text: str) -> Fault | None:
    """The first fault of an excerpt by another text; None where it is proved by it."""
    faults = prove(source.excerpt, Evidence.of_text(Article(text)), source.form)
    return faults[0] if faults else None


def _words_for(fault: Fault, source: Source, moved: Sequence[str]) -> tuple[Rule, str, str]:
    words = f"“{_short(fault.words)}”"
    match fault.kind:
        case Kind.CHANGED if _OTHER_MARK.fullmatch(fault.words):
            there = f"; the source has “{_short(fault.source)}” here" if fault.source else ""
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
    there = f"“{_short(fault.source)}”" if fault.source else "something"
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
        there = f" where the source has “{_short(fault.source)}”" if fault.source else ""
        return f"the excerpt has {words}{there}: {apart}"
    if fault.source and fault.lacks:
        return f"the source has “{fault.source}” before {words}"
    if fault.source:
        return f"the excerpt has {words} where the source has “{_short(fault.source)}”"
    if fault.reads:
        return f"the source doesn't have {words} here"
    return f"{words} is not what the source has here, as its fingerprint shows"


def _compare(fault: Fault, source: Source) -> str:
    if explained := _brackets(fault):
        return explained
    if fault.reads:
        return f"the source reads “… {_short(fault.reads)} …”; the editor's words go in [brackets]"
    return f"compare it with the piece{f' at {source.url}' if source.url else ''}"


def _brackets(fault: Fault) -> str:
    if "[" in fault.source or "]" in fault.source:
        return r"write brackets of the source's own as \[ and \], as in \[sic\]"
    return ""


def _short(words: str) -> str:
    """The first and last of many words."""
    return words if len(words) <= 90 else f"{words[:50].rstrip()} … {words[-30:].lstrip()}"
