"""Is what a piece left out something that could have been known?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.question import Question
from broadsheet.prose.citing import cited
from broadsheet.reading.dates import PartialDate

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
    what="A fact behind a question on omissions became known after the piece was published.",
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
        path: YamlPath = ("questions", "omissions", index)
        named = list(_named(question, path))
        if not named:
            yield Remark(
                WITHOUT_FACT,
                "no fact stands behind this omission",
                "name one under `facts: [key]`, or cite it in the answer as [@key]",
                (*path, "facts"),
            )
        seen: set[str] = set()
        for key, at, span in named:
            fact = lesson.facts.get(key)
            if fact is not None and key not in seen and fact.known.is_after(published):
                seen.add(key)
                yield Remark(
                    KNOWN_LATER,
                    f"`{key}` became known on {fact.known}, after the piece was published "
                    f"({published})",
                    "nobody could leave it out: name a fact that could be known then, or move "
                    "this one to `extension`",
                    at,
                    span,
                )


def _named(
    question: Question, path: YamlPath
) -> Iterator[tuple[str, YamlPath, tuple[int, int] | None]]:
    """Each fact that a question names or its answer cites: its key, and where."""
    for at, key in enumerate(question.facts):
        yield key, (*path, "facts", at), None
    if question.answer:
        for place, text in question.answer.full_marks():
            for work in cited(text):
                yield work.key, (*path, "answer", *place), (work.start, work.end)


def _last_day(day: PartialDate) -> tuple[int, int, int]:
    return day.last_day
