"""Is the excerpt much harder than the ages it is meant for, with no help offered?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.models import source_path

TOLERANCE: Final = 3
"""So many years above the oldest age are let pass."""

_LAST_SCHOOL_AGE: Final = 18

ABOVE_AGES: Final = Rule(
    code="text-above-ages",
    severity=Severity.ADVICE,
    what="The excerpt is far harder to read than the ages suggest, and the lesson offers no help.",
    why="Long sentences and long words make a text hard; formulas measure that and nothing else "
    "(Kincaid and others, 1975, for English; Bamberger and Vanecek, 1984, for German; other "
    "languages are not measured). The wording stays, because it is the evidence: help comes as "
    "glosses, smaller steps and support.",
    bad="ages: [11, 12]   # with a text for adults, no glossary, no `steps` and no `support`",
    good="ages: [11, 12]\nglossary: {…}\nnotes:\n  support: Read one sentence at a time …",
)

RULES: Final = (ABOVE_AGES,)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield at most one remark for each excerpt."""
    lesson = subject.lesson
    if not lesson.ages or _offers_help(subject):
        return
    from broadsheet.check.reading_age import reading_age

    oldest = max(lesson.ages)
    for label, source in lesson.texts.items():
        age = reading_age(source.excerpt, source.language or lesson.language)
        if age is not None and age > oldest + TOLERANCE:
            path = (*source_path(label), "excerpt")
            yield Remark(
                ABOVE_AGES,
                f"the text reads like one for {_readers(age)}; the lesson is for age {oldest} at "
                "most",
                "add a `glossary`, and `steps` under a question or `support` in the notes",
                path,
                at_key=True,
            )


def _offers_help(subject: Subject) -> bool:
    lesson = subject.lesson
    smaller_steps = any(asked.question.steps for asked in lesson.questions.numbered())
    return bool(lesson.glossary and (smaller_steps or lesson.notes.support))


def _readers(age: int) -> str:
    return f"age {age} or so" if age <= _LAST_SCHOOL_AGE else "adults"
