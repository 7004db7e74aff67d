"""Is the choice that a question calls right one that it offers, and that its answer names?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.check.typed_numbers import letters
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.question import NumberedQuestion

NOT_OFFERED: Final = Rule(
    code="right-not-offered",
    severity=Severity.ERROR,
    what="A question calls a choice right that it does not offer.",
    why="The answer key prints the right choice, and a learning platform marks by it. After a "
    "choice is taken out, a number leads nowhere, or to the wrong one.",
    bad="choices: [A report, A judgement]\nright: 3",
    good="choices: [A report, A judgement]\nright: 2",
)

EVERY_CHOICE: Final = Rule(
    code="right-every-choice",
    severity=Severity.WARNING,
    what="Every choice of a question is called right.",
    why="A pupil who ticks at random is right, so the answer shows nothing. Where each choice can "
    "be argued, leave `right` out, and ask for the reason.",
    bad="choices: [A report, A judgement]\nright: [1, 2]",
    good="choices: [A report, A judgement]\nspace: 2 lines",
)

NOT_ANSWERED: Final = Rule(
    code="right-not-answered",
    severity=Severity.WARNING,
    what="The model answer begins with the letter of another choice than the right one.",
    why="The teacher marks by the answer and a learning platform by `right`: two pupils with the "
    "same answer would get different marks.",
    bad="choices: [A report, A judgement]\nright: 1\nanswer: B. Nobody is named.",
    good="choices: [A report, A judgement]\nright: 2\nanswer: B. Nobody is named.",
)

RULES: Final = (NOT_OFFERED, EVERY_CHOICE, NOT_ANSWERED)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each right choice that is none, or that the answer does not name."""
    for asked in subject.lesson.questions.numbered():
        if asked.question.right:
            yield from _of(asked, subject)


def _of(asked: NumberedQuestion, subject: Subject) -> Iterator[Remark]:
    right, choices = asked.question.right, asked.question.choices or []
    path = (*asked.path, "right")
    if not choices:
        message = "the question calls a choice right, and has no `choices`"
        hint = "offer choices, or leave `right` out"
        yield Remark(NOT_OFFERED, message, hint, path, at_key=True)
        return
    missing = [number for number in right if number > len(choices)]
    if missing:
        message = f"choice {missing[0]} is called right, and the question offers {len(choices)}"
        hint = f"name one by its number, from 1 to {len(choices)}, or add the choice"
        yield Remark(NOT_OFFERED, message, hint, path, at_key=True)
    elif set(right) == set(range(1, len(choices) + 1)):
        message = "every choice is called right"
        hint = "name the right ones alone, or leave `right` out where each can be argued"
        yield Remark(EVERY_CHOICE, message, hint, path, at_key=True)
    else:
        yield from _against_answer(asked, subject)


def _against_answer(asked: NumberedQuestion, subject: Subject) -> Iterator[Remark]:
    """A remark where the answer begins with a letter, as a key has it, that is not a right one."""
    question = asked.question
    text = question.answer.proficient if question.answer else None
    every = letters(subject.lesson.language, subject.limits.theme)
    printed = every[: len(question.choices or ())]
    letter = "|".join(map(re.escape, printed))
    begins = re.compile(rf"\s*[(*_“\"„«']*(?P<letter>{letter})[)*_”\"“»']*(?:[.,:;)、，。،]|\s*$)")
    found = begins.match(text) if text else None
    named = [every[number - 1] for number in question.right]
    if found and found["letter"] not in named:
        yield Remark(
            NOT_ANSWERED,
            f"the answer begins with {found['letter']}, and the right choice is "
            f"{' and '.join(named)}",
            "mend the one or the other",
            (*asked.path, "answer"),
            at_key=True,
        )
