"""Has the lesson the parts that every lesson needs, and do its numbers add up?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.excerpt.passages import words_shown
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.models import Lesson, source_path
from broadsheet.lesson.notes import Step, plans
from broadsheet.lesson.question import LENSES
from broadsheet.text.scripts import is_counted_by_character

MAX_EXCERPT_WORDS: Final = 5000
"""Longest excerpt that is typeset, in words."""

LENS_MISSING: Final = Rule(
    code="lens-missing",
    severity=Severity.ERROR,
    what="One of the three lenses, evidence, framing and omissions, has no question.",
    why="A piece is read through all three: what it supports, how it words it, what it leaves out "
    "(NAMLE key questions; Center for Media Literacy, question 4).",
    bad="questions:\n  evidence:\n    - ask: …",
    good="questions:\n  evidence: …\n  framing: …\n  omissions: …",
)

EXCERPT_EMPTY: Final = Rule(
    code="excerpt-empty",
    severity=Severity.ERROR,
    what="The excerpt holds no words of the source.",
    why="There is nothing to read, and nothing to quote.",
    bad="excerpt: |\n  […]",
    good="excerpt: |\n  THE FIRST PARAGRAPH, WORD FOR WORD.",
)

EXCERPT_TOO_LONG: Final = Rule(
    code="excerpt-too-long",
    severity=Severity.ERROR,
    what=f"The excerpt has more than {MAX_EXCERPT_WORDS:,} words.",
    why="A worksheet shows passages; a text of this length is a book, and laying it out takes "
    "minutes.",
    bad="excerpt: | (a whole pamphlet)",
    good="excerpt: | (the passages that the questions need)",
)

MINUTES: Final = Rule(
    code="plan-minutes",
    severity=Severity.ERROR,
    what="The plan's minutes do not add up to the lesson's.",
    why="A teacher plans the hour by them.",
    bad="minutes: 50\nnotes:\n  plan: [{minutes: 10, do: Read.}, {minutes: 30, do: Talk.}]",
    good="minutes: 50\nnotes:\n  plan: [{minutes: 15, do: Read.}, {minutes: 35, do: Talk.}]",
)

AGES: Final = Rule(
    code="ages-reversed",
    severity=Severity.ERROR,
    what="The youngest age is above the oldest.",
    why="The catalogue and the check of readability go by them.",
    bad="ages: [18, 16]",
    good="ages: [16, 18]",
)

PLANNED: Final = Rule(
    code="plan-question",
    severity=Severity.ERROR,
    what="A step of the plan names a question that the lesson does not have.",
    why="A teacher looks for it on the sheet while the class waits. Questions are counted from 1 "
    "through all parts, in the order in which the sheet asks them.",
    bad="plan: [{minutes: 45, do: Answer., questions: [9]}]   # of seven questions",
    good="plan: [{minutes: 45, do: Answer., questions: [6, 7]}]",
)

RULES: Final = (LENS_MISSING, EXCERPT_EMPTY, EXCERPT_TOO_LONG, MINUTES, PLANNED, AGES)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each part that is missing or does not add up."""
    lesson = subject.lesson
    for lens in LENSES:
        if not getattr(lesson.questions, lens):
            yield Remark(
                LENS_MISSING,
                f"no question asks about {lens}",
                f"add one under `questions: {lens}:`",
                ("questions", lens),
                at_key=True,
            )
    for label, source in lesson.texts.items():
        path = (*source_path(label), "excerpt")
        shown = words_shown(source.excerpt, source.form)
        if not shown:
            yield Remark(
                EXCERPT_EMPTY, "the excerpt holds no words of the source", "quote a passage", path
            )
        if shown > MAX_EXCERPT_WORDS:
            unit = "characters" if is_counted_by_character(source.excerpt) else "words"
            yield Remark(
                EXCERPT_TOO_LONG,
                f"the excerpt has {shown:,} {unit}; at most {MAX_EXCERPT_WORDS:,} are typeset",
                "quote the passages that the questions need, and mark the cuts with […]",
                path,
            )
    for path, plan in plans(lesson.notes).items():
        yield from _on_plan(path, plan, lesson)
    if lesson.ages and lesson.ages[0] > lesson.ages[1]:
        yield Remark(
            AGES,
            f"the ages run from {lesson.ages[0]} down to {lesson.ages[1]}",
            "write the youngest first",
            ("ages",),
            at_key=True,
        )


def _on_plan(path: YamlPath, plan: Sequence[Step], lesson: Lesson) -> Iterator[Remark]:
    planned = sum(step.minutes for step in plan)
    if planned != lesson.minutes:
        yield Remark(
            MINUTES,
            f"the plan takes {planned} minutes, the lesson {lesson.minutes}",
            f"change the plan by {lesson.minutes - planned:+d}, or `minutes`",
            path,
            at_key=True,
        )
    asked = len(list(lesson.questions.numbered()))
    for at, step in enumerate(plan):
        for index, number in enumerate(step.questions):
            if number > asked:
                yield Remark(
                    PLANNED,
                    f"the plan names question {number}, and the last is question {asked}",
                    "count from 1 through gist, evidence, framing, omissions and synthesis",
                    (*path, at, "questions", index),
                )
