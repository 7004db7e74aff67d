"""Does the model answer fit the room that the sheet offers?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.question import Question
from broadsheet.lesson.room import DEFAULT_LINES, ROOMS, WITH_REASON
from broadsheet.prose.handwritten import words_to_write
from broadsheet.school.edition import WORDS_PER_LINE

TOO_LONG: Final = Rule(
    code="answer-longer-than-room",
    severity=Severity.WARNING,
    what="The model answer does not fit on the lines that the sheet offers.",
    why=f"Handwriting takes about {WORDS_PER_LINE} words a line of 170 mm. Where the best answer "
    "can't be written down, the room says that a poorer one is wanted. Boxes are not "
    "measured, and tables by the cells of their answer (`answer: {rows: …}`); of an answer in "
    "three levels, the proficient one is.",
    bad="space: 2 lines\nanswer: (a text of thirty words)",
    good="space: 4 lines\nanswer: (a text of thirty words)",
)

ONE_TEXT: Final = Rule(
    code="comparison-of-one",
    severity=Severity.WARNING,
    what="A grid to compare two texts is offered where a lesson has one.",
    why="It has a column for each text: with one there is nothing to compare it with.",
    bad="source: …\nquestions:\n  synthesis:\n"
    "    - {ask: Which is fairer?, comparison_grid: [Tone]}",
    good="sources: {A: …, B: …}\nquestions:\n  synthesis:\n"
    "    - {ask: Which is fairer?, comparison_grid: [Tone]}",
)

RULES: Final = (TOO_LONG, ONE_TEXT)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each answer that its lines don't hold, and each grid without a pair."""
    for asked in subject.lesson.questions.numbered():
        question = asked.question
        if question.comparison_grid and len(subject.lesson.texts) == 1:
            yield Remark(
                ONE_TEXT,
                "this grid compares two texts, and the lesson has one",
                "name the other under `sources`, or offer a `table` with columns of your own",
                (*asked.path, "comparison_grid"),
                at_key=True,
            )
        lines = _lines(question)
        if lines is None or question.answer is None or question.answer.proficient is None:
            continue
        length = words_to_write(question.answer.proficient)
        needed = -(-length // WORDS_PER_LINE)
        if needed > lines:
            yield Remark(
                TOO_LONG,
                f"the answer of {length} words takes about {needed} handwritten lines; the sheet "
                f"offers {lines}",
                f"offer more room, as in `space: {needed} lines`, or shorten the answer",
                (*asked.path, "answer"),
                at_key=True,
            )


def _lines(question: Question) -> int | None:
    """The ruled lines a question offers; None where its room is of another kind."""
    other = {room for room in ROOMS if getattr(question, room)}
    if other <= set(WITH_REASON):
        return question.space or (None if other else DEFAULT_LINES)
    return None
