"""The answer key: by itself, and as a part of the teacher's notes."""

from __future__ import annotations

from broadsheet.compose.bibliography import cited
from broadsheet.compose.document import Composed
from broadsheet.compose.filled import filled
from broadsheet.compose.notes import (
    Answered,
    Answers,
    ExitAnswered,
    KeyHead,
    Level,
    RightChoice,
)
from broadsheet.compose.prose import ProseComposer
from broadsheet.compose.setting import Setting
from broadsheet.lesson.answer import LEVELS
from broadsheet.lesson.question import NumberedQuestion


def answer_key(setting: Setting) -> Composed:
    """Compose a lesson's answer key by itself; the works it rests on are in the notes."""
    lesson, labels = setting.lesson, setting.labels
    head = KeyHead(labels.words(lesson.level), labels.words(lesson.title))
    return Composed(
        name="answer_key",
        labels=labels,
        title=head.title,
        summary=labels.words(lesson.summary),
        sections=(head, answers(setting, setting.student)),
    )


def answers(setting: Setting, prose: ProseComposer) -> Answers:
    """All questions with their answers, and the exit ticket, in the prose of a document."""
    lesson = setting.lesson
    numbered = list(lesson.questions.numbered())
    look_for = lesson.notes.exit_ticket
    return Answers(
        tuple(_answered(each, setting, prose) for each in numbered),
        ExitAnswered(
            setting.exit_question,
            prose.block(look_for) if look_for else None,
        ),
        sum(each.question.points or 0 for each in numbered) or None,
    )


def _answered(numbered: NumberedQuestion, setting: Setting, prose: ProseComposer) -> Answered:
    question = numbered.question
    answer = question.answer
    given = [(name, text) for name in LEVELS if (text := getattr(answer, name, None))]
    return Answered(
        part=numbered.part,
        number=numbered.number,
        ask=prose.block(question.ask),
        points=question.points,
        depth=question.depth,
        facts=cited(question.facts) if prose.cites else None,
        right=tuple(
            RightChoice(number, prose.inline(choice))
            for number, choice in enumerate(question.choices or (), start=1)
            if number in question.right
        ),
        levels=tuple(Level(name, prose.block(text)) for name, text in given),
        filled=filled(question, setting, prose),
        accept=tuple(prose.inline(item) for item in question.accept),
        reject=tuple(prose.inline(item) for item in question.reject),
    )
