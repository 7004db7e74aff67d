"""Is every quoted phrase in the excerpt, and does it stand there once?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.excerpt.quotation import Mark, Problem, Unproved, marks, prove, unclosed
from broadsheet.findings import Remark, Rule, Severity

NOT_IN_EXCERPT: Final = Rule(
    code="quotation-not-in-excerpt",
    severity=Severity.ERROR,
    what="Words in `((…))` do not stand in the excerpt.",
    why="Nothing is misquoted: a class that is sent to words must find them. The number of their "
    "line is worked out from them.",
    bad="ask: Who makes the claim ((many of them neo-Nazis))?",
    good="ask: Who makes the claim ((many of whom are neo-Nazi extremists))?",
)

AMBIGUOUS: Final = Rule(
    code="quotation-ambiguous",
    severity=Severity.ERROR,
    what="Words in `((…))` stand in the excerpt more than once.",
    why="The number of a line can be given only if one place is meant.",
    bad="ask: What does ((Russia)) mean here?",
    good="ask: What does ((the enemies of Russia)) mean here?",
)

MALFORMED: Final = Rule(
    code="quotation-malformed",
    severity=Severity.ERROR,
    what="A `((` without its `))`, nothing between them, a span that ends before it begins, a "
    "label that no source has, or `((#picture))` where no picture, or more than one, is shown.",
    why="It would be printed as it stands, brackets and all.",
    bad="ask: Who makes the claim ((many of whom are neo-Nazi extremists)?",
    good="ask: Who makes the claim ((many of whom are neo-Nazi extremists))?",
)

RULES: Final = (NOT_IN_EXCERPT, AMBIGUOUS, MALFORMED)


MAX_HINTS: Final = 100
"""So many quotations of a lesson get a "did you mean", which is costly to find."""


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each quotation that can't be proved, at its own words."""
    has_words = any(excerpt.lines for excerpt in subject.excerpts.values())
    hints = MAX_HINTS
    for value in subject.prose:
        for mark in marks(value.text):
            proved = prove(mark, subject.excerpts)
            if not isinstance(proved, Unproved):
                continue
            if proved.problem is Problem.NOT_THERE:
                if not has_words:
                    continue  # an excerpt without words is found by itself, once
                hints -= 1
            rule, message, hint = _words_for(mark, proved, subject)
            remark = Remark(rule, message, hint, value.path, (mark.start, mark.end))
            yield (
                _near(remark, mark, proved, subject)
                if proved.problem is Problem.NOT_THERE and hints >= 0
                else remark
            )
        for offset in unclosed(value.text):
            bracket = value.text[offset : offset + 2]
            other = "`))`" if bracket == "((" else "`((`"
            yield Remark(
                MALFORMED,
                f"`{bracket}` has no {other}",
                "a quotation of the excerpt is written ((words))",
                value.path,
                (offset, offset + 2),
            )


def _near(remark: Remark, mark: Mark, unproved: Unproved, subject: Subject) -> Remark:
    """Say what was meant, where something in the excerpt is like it."""
    from broadsheet.excerpt.nearest import nearest, only_alike
    from broadsheet.text.lookalikes import foreign_letter, told_apart

    label = mark.label if mark.label in subject.excerpts else ""
    among = [subject.excerpts[label]] if label else list(subject.excerpts.values())
    alike = only_alike(unproved.words, among)
    meant = alike or nearest(unproved.words, among)
    if meant is None:
        strange = next(filter(None, map(foreign_letter, unproved.words.split())), "")
        return replace(remark, message=f"{remark.message}: {strange}") if strange else remark
    apart = told_apart(unproved.words, meant, "the excerpt")
    return replace(
        remark,
        message=f"{remark.message}: {apart}" if apart else remark.message,
        hint=f"did you mean “{meant}”?",
        near_match=_marked(mark, unproved.words, meant),
        sure=alike is not None,
    )


def _marked(mark: Mark, words: str, meant: str) -> str:
    """The mark with the words that were meant in place of those that are not there."""
    first, last = (meant if part == words else part for part in (mark.first, mark.last))
    label = f"{mark.label}: " if mark.label else ""
    if words == f"{mark.label}: {mark.first}":
        label, first = "", meant  # a single text: the capital and its colon were taken for words
    alone = "@" if mark.reference_only else ""
    return f"(({alone}{label}{first}{f' … {last}' if last else ''}))"


def _words_for(mark: Mark, unproved: Unproved, subject: Subject) -> tuple[Rule, str, str]:
    quoted = f"“{unproved.words}”"
    match unproved.problem:
        case Problem.EMPTY:
            return MALFORMED, "nothing is quoted between `((` and `))`", "write the words"
        case Problem.BACKWARDS:
            return (
                MALFORMED,
                f"the span ends before it begins: {quoted} stands before “{mark.first}”",
                "write the first words first",
            )
        case Problem.NO_SUCH_LABEL:
            labels = " and ".join(f"`{label}`" for label in subject.excerpts)
            return MALFORMED, f"there is no source {unproved.words}", f"the sources are {labels}"
        case Problem.NO_PICTURE:
            return (
                MALFORMED,
                "no picture is shown that one could look at",
                "add `picture` to the source, or quote words of the excerpt",
            )
        case Problem.SEVERAL_PICTURES:
            return (
                MALFORMED,
                "each of the sources has a picture",
                "say whose is meant: ((A: #picture)) or ((B: #picture))",
            )
        case Problem.SEVERAL:
            count = unproved.times
            more = ", …" if count > len(unproved.lines) else ""
            lines = ", ".join(dict.fromkeys(unproved.lines)) + more
            return (
                AMBIGUOUS,
                f"{quoted} stands in the excerpt {count} times (lines {lines})",
                "quote more words, so that one place is meant",
            )
        case Problem.NOT_THERE:
            hint = "quote the excerpt word for word, with its capitals and commas"
            return NOT_IN_EXCERPT, f"{quoted} is not in the excerpt", hint
