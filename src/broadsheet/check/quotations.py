"""Is every quoted phrase in the excerpt, and does it stand there once?"""

from __future__ import annotations

from collections.abc import Iterator
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
    what="A `((` without its `))`, nothing between them, a span that ends before it begins, or a "
    "label that no source has.",
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
    for passage in subject.prose:
        for mark in marks(passage.text):
            proved = prove(mark, subject.excerpts)
            if not isinstance(proved, Unproved):
                continue
            if proved.problem is Problem.NOT_THERE:
                if not has_words:
                    continue  # an excerpt without words is found by itself, once
                hints -= 1
            rule, message, hint = _words_for(mark, proved, subject, suggest=hints >= 0)
            yield Remark(rule, message, hint, passage.path, (mark.start, mark.end))
        for offset in unclosed(passage.text):
            bracket = passage.text[offset : offset + 2]
            other = "`))`" if bracket == "((" else "`((`"
            yield Remark(
                MALFORMED,
                f"`{bracket}` has no {other}",
                "a quotation of the excerpt is written ((words))",
                passage.path,
                (offset, offset + 2),
            )


def _words_for(
    mark: Mark, unproved: Unproved, subject: Subject, *, suggest: bool
) -> tuple[Rule, str, str]:
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
        case Problem.SEVERAL:
            lines = ", ".join(dict.fromkeys(unproved.lines))
            count = len(unproved.lines)
            return (
                AMBIGUOUS,
                f"{quoted} stands in the excerpt {count} times (lines {lines})",
                "quote more words, so that one place is meant",
            )
        case Problem.NOT_THERE:
            from broadsheet.excerpt.nearest import nearest

            meant = nearest(unproved.words, subject.excerpts.values()) if suggest else None
            hint = (
                f"did you mean “{meant}”?"
                if meant
                else "quote the excerpt word for word, with its capitals and commas"
            )
            return NOT_IN_EXCERPT, f"{quoted} is not in the excerpt", hint
