"""Is what a piece left out something that could have been known?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.question import Question
from broadsheet.prose.citing import cited
from broadsheet.reading.values import PartialDate

WITHOUT_FACT: Final = Rule(
    code="omission-without-fact",
    severity=Severity.WARNING,
    what="A question on omissions has no fact behind it.",
    why="That something is left out can be said of any text. An omission counts if it bears on a "
    "claim and somebody can look it up: it has a source and a date.",
    bad="omissions:\n  - ask: What is not said about ((the will of the people))?",
    good="omissions:\n  - ask: What must one know to judge ((the will of the people))?\n"
    "    facts: [poll-2014]",
)

KNOWN_LATER: Final = Rule(
    code="omission-known-later",
    severity=Severity.WARNING,
    what="Every fact behind a question on omissions became known after the piece was published.",
    why="Nobody can leave out what nobody knows yet. What came later is printed apart, as what "
    "happened next.",
    bad="facts: [results]   # known: 2022-09-28, of a piece of 21 September",
    good="facts: [poll-2014]   # known: 2014-04-19",
)

RULES: Final = (WITHOUT_FACT, KNOWN_LATER)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each question on omissions without a fact that could be known."""
    lesson = subject.lesson
    # Of a pair, either may be meant: the later one had the most to know.
    published = max((each.published for each in lesson.texts.values()), key=_last_day)
    for index, question in enumerate(lesson.questions.omissions):
        path = ("questions", "omissions", index)
        keys = _keys(question)
        facts = [lesson.facts[key] for key in keys if key in lesson.facts]
        if not keys:
            yield Remark(
                WITHOUT_FACT,
                "no fact stands behind this omission",
                "name one under `facts: [key]`, or cite it in the answer as [@key]",
                (*path, "facts"),
            )
        elif facts and all(fact.known.is_after(published) for fact in facts):
            yield Remark(
                KNOWN_LATER,
                f"all its facts became known after {published}, when the piece was published",
                "add a fact that could be known then, or move these to `extension`",
                (*path, "facts") if question.facts else (*path, "answer"),
                at_key=True,
            )


def _keys(question: Question) -> list[str]:
    answer = question.answer.proficient if question.answer else ""
    return [*question.facts, *(citation.key for citation in cited(answer))]


def _last_day(day: PartialDate) -> tuple[int, int, int]:
    return day.last_day
