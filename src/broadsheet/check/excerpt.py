"""Does the excerpt stand in its source, word for word, with every cut marked?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from broadsheet.check.excerpt_faults import (
    CUT_NOT_MARKED,
    MARK_WITHOUT_CUT,
    NOT_IN_SOURCE,
    OUT_OF_ORDER,
    TOO_SHORT,
    shortened,
    words_for,
)
from broadsheet.check.subject import Subject
from broadsheet.excerpt.proof import Fault, Kind, prove, stands_nowhere
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.models import Source, source_path
from broadsheet.source.article import Article
from broadsheet.source.at_hand import AtHand
from broadsheet.source.evidence import Evidence
from broadsheet.source.fingerprint import Fingerprint

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
        rule, message, hint = words_for(fault, source, moved)
        yield Remark(rule, message, hint, path, (fault.start, fault.end))


def _by_the_page(
    source: Source, article: Article, faults: Sequence[Fault], path: YamlPath
) -> list[Remark] | None:
    """What a second reading of a whole page says of an excerpt; None where it says nothing."""
    fuller = _first_fault(source, article.fuller)
    if all(fault.kind is Kind.NOTHING_CUT for fault in faults) and not fuller:
        return []  # a cut is marked where something stands that might be a part of the piece
    if not faults and fuller and fuller.kind is Kind.LEFT_OUT:
        there, after = shortened(fuller.source), shortened(fuller.words)
        message = (
            f"the page has “{there}” before “{after}”, which was not taken for a part of the piece"
        )
        hint = "look at the page: if it is one, mark the cut with […]; else "
        return [Remark(PASSED_OVER, message, hint + _COPY, path, (fuller.start, fuller.end))]
    if faults and not _first_fault(source, article.everything):
        first = faults[0]
        message = (
            f"“{shortened(first.words)}” stands on the page, but not in the article that was found "
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
