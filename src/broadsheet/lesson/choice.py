"""A lesson with some of its questions: their numbers stay, and the minutes are counted anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from broadsheet.lesson.models import Lesson
from broadsheet.lesson.notes import Step


def asking(lesson: Lesson, numbers: Collection[int]) -> Lesson:
    """The same lesson, as one of one session, that asks the questions with some numbers.

    A step of the plan for none of them falls away, and one for several takes the share of those
    that are asked, in whole minutes. What only a second lesson has time for comes from its plan.
    Minutes stay where the plan says of none of its steps which questions it is for.
    """
    notes = lesson.notes
    named = {number for step in notes.plan for number in step.questions}
    steps = list(_kept(notes.plan, numbers))
    later = [
        step
        for step in _kept(notes.second_lesson or (), set(numbers) - named)
        if step.questions and named
    ]
    end = len(steps) - 1 if steps and not steps[-1].questions else len(steps)  # the exit ticket's
    steps[end:end] = later
    return lesson.model_copy(
        update={
            "questions": lesson.questions.only(numbers),
            "notes": notes.model_copy(update={"plan": steps, "second_lesson": None}),
            "minutes": sum(step.minutes for step in steps) if named else lesson.minutes,
        }
    )


def _kept(steps: Sequence[Step], numbers: Collection[int]) -> Iterator[Step]:
    """The steps that are left, each with its share of its minutes."""
    for step in steps:
        asked = [number for number in step.questions if number in numbers]
        if asked or not step.questions:
            share = len(asked) / len(step.questions) if asked else 1
            minutes = -int(-step.minutes * share // 1)
            yield step.model_copy(update={"questions": asked, "minutes": minutes})
