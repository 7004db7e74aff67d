"""Is the lesson fair to the piece, and to those it argues against?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity

NEVER_CREDITED: Final = Rule(
    code="text-never-credited",
    severity=Severity.WARNING,
    what="No question has an answer that says what the text does well.",
    why="Questions that only ever find fault teach students to trust nothing (MediaSmarts, “Can "
    "Media Literacy Backfire?”).",
    bad="- ask: How clearly does the piece name its sources? …",
    good="- ask: How clearly does the piece name its sources? …\n  answer: …\n  credits: yes",
)

ONE_SIDED: Final = Rule(
    code="other-side-missing",
    severity=Severity.WARNING,
    what="No question on omissions asks what the piece's opponents leave out.",
    why="Everybody leaves things out. Asked of one side alone, the question is a verdict "
    "(England, Education Act 1996, s. 407, balanced presentation of opposing views).",
    bad="omissions:\n  - ask: What must a reader know to judge ((the will of the people))?",
    good="omissions:\n  - …\n  - ask: What would somebody who opposes ((the will of the people)) "
    "have to say too?\n    other_side: yes",
)

RULES: Final = (NEVER_CREDITED, ONE_SIDED)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield at most one remark for each rule."""
    questions = subject.lesson.questions
    if not any(asked.question.credits and asked.question.answer for asked in questions.numbered()):
        yield Remark(
            NEVER_CREDITED,
            "no question has an answer that credits the text",
            "ask what the piece does well, and mark the question `credits: yes`",
            ("questions",),
            at_key=True,
        )
    if questions.omissions and not any(each.other_side for each in questions.omissions):
        yield Remark(
            ONE_SIDED,
            "no omission cuts the other way",
            "ask what the piece's opponents leave out, and mark the question `other_side: yes`",
            ("questions", "omissions"),
            at_key=True,
        )
