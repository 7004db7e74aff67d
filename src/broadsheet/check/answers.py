"""Has each question a model answer of its own?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.text.words import words

MISSING: Final = Rule(
    code="answer-missing",
    severity=Severity.WARNING,
    what="A question has no model answer.",
    why="A teacher ten minutes before class has nothing to mark by, and an author who can't write "
    "the answer has not yet found the question.",
    bad="- ask: Who makes the claim ((the only way forward))?",
    good="- ask: Who makes the claim ((the only way forward))?\n"
    "  answer: The writer; nobody else is named.",
)

REPEATED: Final = Rule(
    code="answer-repeated",
    severity=Severity.WARNING,
    what="Two questions have the same model answer.",
    why="Either both ask the same, or one answer was copied and never rewritten.",
    bad="answer: The writer, and no support is given.   # and again under the next question",
    good="answer: The mayor, as the words she says show.",
)

RULES: Final = (MISSING, REPEATED)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each question without an answer, or with another's."""
    first: dict[tuple[str, ...], int] = {}
    for asked in subject.lesson.questions.numbered():
        number, path, question = asked.number, asked.path, asked.question
        if question.answer is None:
            yield Remark(
                MISSING,
                f"question {number} has no model answer",
                "write one under `answer`, as a student could in the room given",
                (*path, "answer"),
            )
            continue
        texts = (text for _, text in question.answer.full_marks())
        told = tuple(words("\n".join(texts).casefold()))
        earlier = first.setdefault(told, number)
        if earlier != number:
            yield Remark(
                REPEATED,
                f"the answer is the same as that of question {earlier}",
                "write the answer to this question, or drop one of the two",
                (*path, "answer"),
                at_key=True,
            )
