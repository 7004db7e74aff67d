"""Is everything that the lesson collects also used?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.prose.citing import cited

FACT: Final = Rule(
    code="fact-unused",
    severity=Severity.ADVICE,
    what="A fact that could be known when the piece appeared is used by no question and no prose.",
    why="The notes would print it as left out by the piece, and nobody could tell which claim it "
    "bears on. What happened later stands on its own.",
    bad="facts:\n  poll-2014: …   # and no [@poll-2014] anywhere",
    good="omissions:\n  - ask: …\n    facts: [poll-2014]",
)

REFERENCE: Final = Rule(
    code="reference-unused",
    severity=Severity.ADVICE,
    what="A reference is cited by no fact and no prose.",
    why="The list of references holds what is cited; this one is not printed.",
    bad="references:\n  mediasmarts: …   # and no [@mediasmarts] anywhere",
    good="misconceptions: … is a known worry [@mediasmarts].",
)

RULES: Final = (FACT, REFERENCE)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each fact and each reference that nothing uses."""
    lesson = subject.lesson
    used = {citation.key for value in subject.prose for citation in cited(value.text)}
    used.update(key for asked in lesson.questions.numbered() for key in asked.question.facts)
    published = [source.published for source in lesson.texts.values()]
    for key, fact in lesson.facts.items():
        used.update(work for work in fact.cite if isinstance(work, str))
        if key not in used and not all(fact.known.is_after(day) for day in published):
            yield Remark(
                FACT,
                f"no question and no prose uses the fact `{key}`",
                f"name it under a question's `facts`, or cite it as [@{key}]",
                ("facts", key),
                at_key=True,
            )
    for key in lesson.references:
        if key not in used:
            yield Remark(
                REFERENCE,
                f"nothing cites the reference `{key}`",
                f"cite it as [@{key}] where it supports you, or take it out",
                ("references", key),
                at_key=True,
            )
