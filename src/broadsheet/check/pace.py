"""Can a class write, in one lesson, what the plan has it answer?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.prose.handwritten import words_to_write

WORDS: Final = 200
"""Words of model answers that a class writes in a lesson of about 50 minutes, beside reading and
talking."""
_USUAL: Final = range(45, 56)
"""Minutes of a lesson that counts as one of 50."""

TOO_MANY: Final = Rule(
    code="plan-words",
    severity=Severity.ADVICE,
    what=f"The questions planned for one lesson ask for more writing than {WORDS} words in "
    f"{_USUAL.start} to {_USUAL.stop - 1} minutes.",
    why="A class reads, talks and is told things too. What it can't finish by hand it remembers as "
    "its own failing. It is a rule of thumb, counted by the model answers.",
    bad="plan: [{minutes: 50, do: Answer., questions: [1, 2, 3, 4, 5, 6, 7, 8]}]",
    good="plan: [{minutes: 50, do: Answer., questions: [1, 2, 3, 5, 6, 8]}]\n"
    "second_lesson: [{minutes: 50, do: Answer., questions: [4, 7]}]",
)

RULES: Final = (TOO_MANY,)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark where the plan's questions take longer answers than its minutes allow."""
    lesson = subject.lesson
    planned = {number for step in lesson.notes.plan for number in step.questions}
    length = sum(
        words_to_write(text)
        for each in lesson.questions.numbered()
        if each.number in planned and each.question.answer
        for _, text in each.question.answer.full_marks()
    )
    most = WORDS if lesson.minutes in _USUAL else WORDS * lesson.minutes // 50
    if length > most:
        yield Remark(
            TOO_MANY,
            f"the answers of the questions planned come to {length} words; {most} are what a "
            f"class writes in {lesson.minutes} minutes",
            "leave a question to a second lesson (`second_lesson`), or shorten answers",
            ("notes", "plan"),
            at_key=True,
        )
