"""What only the teacher reads: the plan of a lesson, and what to know for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from broadsheet.findings import YamlPath
from broadsheet.reading.strict import Strict
from broadsheet.reading.values import Phrase, Prose

QuestionNumber = Annotated[int, Field(ge=1, le=99)]
"""The number that a question bears on the sheet."""


class Step(Strict):
    """One step of the plan."""

    minutes: Annotated[int, Field(ge=1, le=300)]
    """How long it takes, in minutes."""
    do: Prose
    """What teacher and class do."""
    questions: list[QuestionNumber] = []
    """Numbers of the questions that are worked on, counted from 1 through all lenses."""
    hand_out: Phrase | None = None
    """What is handed out at its beginning."""


class Notes(Strict):
    """What only the teacher reads: each key is a section of the notes."""

    materials: list[Phrase] = []
    """What to have at hand, the copies to make among them; without it, a worksheet for each."""
    background: Prose | None = None
    """What the teacher should know of the piece and its time, attributed and dated."""
    care: Prose | None = None
    """Sensitive content, whom in the room it touches, and how to prepare."""
    plan: list[Step] = Field(min_length=1)
    """The lesson minute by minute; the minutes add up to the lesson's.

    Where its steps name `questions`, those that none of them names wait for a second lesson.
    """
    second_lesson: list[Step] | None = Field(default=None, min_length=1)
    """The plan of a second lesson of that length, where there is time for all questions."""
    pacing: Prose | None = None
    """How to fit it into less or more time."""
    exit_ticket: Prose | None = None
    """What to look for in what students write before they go."""
    misconceptions: Prose | None = None
    """What students often get wrong, and what to say."""
    gets_right: Prose | None = None
    """What the piece gets right: a fair reader's credit."""
    discussion: Prose | None = None
    """A protocol for talking: what is settled, what is open."""
    support: Prose | None = None
    """Help for language learners and special needs."""
    extension: Prose | None = None
    """What to do next, for those who want more."""
    families: Prose | None = None
    """A note for the families of young students, in a frame that can be copied."""


def plans(notes: Notes) -> dict[YamlPath, list[Step]]:
    """The plan of one lesson and that of a second, where there is one, by their paths."""
    found: dict[YamlPath, list[Step]] = {("notes", "plan"): notes.plan}
    if notes.second_lesson:
        found["notes", "second_lesson"] = notes.second_lesson
    return found
