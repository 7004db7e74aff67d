"""Does each question send the student back to words of the excerpt?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.excerpt.quotation import marks
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.question import LENSES, Question

WITHOUT_WORDS: Final = Rule(
    code="question-without-words",
    severity=Severity.WARNING,
    what="A question on evidence, framing or omissions refers to no words of the excerpt.",
    why="Only a question that is bound to words can't be answered without the text (Achieve the "
    "Core, text-dependent questions). A table that asks for lines or words of the text binds its "
    "question too; first reading and synthesis may speak of the whole.",
    bad="ask: What do you think of elections?",
    good="ask: What would a reader need to know to judge ((free and fair elections))?",
)

RULES: Final = (WITHOUT_WORDS,)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each question that could be answered without the text."""
    for asked in subject.lesson.questions.numbered():
        if asked.part in LENSES and not _is_bound(asked.question, subject):
            yield Remark(
                WITHOUT_WORDS,
                "the question refers to no words of the excerpt",
                "quote the words it is about, as ((words)) or as ((@words)) for their line alone",
                (*asked.path, "ask"),
            )


def _is_bound(question: Question, subject: Subject) -> bool:
    # Their own headings ask for a line, a claim or words of the text.
    if (
        question.claim_table
        or question.framing_grid
        or question.omission_table
        or question.comparison_grid
    ):
        return True
    prose = (question.ask, *question.steps, *(question.choices or ()))
    if any(next(marks(text), None) for text in prose):
        return True
    rows = question.table.rows if question.table else 0
    return isinstance(rows, list) and any(
        excerpt.occurrences(heading) for heading in rows for excerpt in subject.excerpts.values()
    )
