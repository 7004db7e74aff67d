"""The student's worksheet: which sections an edition has, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from broadsheet.compose.document import Composed, Layout, Opening
from broadsheet.compose.excerpt import glosses, printed_texts
from broadsheet.compose.head import Head
from broadsheet.compose.printed import PrintedText
from broadsheet.compose.room import room_of
from broadsheet.compose.setting import Setting
from broadsheet.compose.sheet import (
    Asked,
    BeforeReading,
    ExitTicket,
    Glossary,
    Goals,
    Leaving,
    Lens,
    NameFields,
    OwnQuestion,
    Reading,
    SchoolHead,
    SelfAssessment,
    SourceBox,
    Title,
)
from broadsheet.lesson.question import PARTS, NumberedQuestion
from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import Phrase
from broadsheet.school.edition import Edition


def worksheet(setting: Setting, edition: Edition, head: Head | None = None) -> Composed:
    """Compose an edition of a lesson's worksheet."""
    lesson, labels = setting.lesson, setting.labels
    return Composed(
        name="worksheet",
        labels=labels,
        title=labels.words(lesson.title),
        summary=labels.words(lesson.summary),
        sections=tuple(_sections(setting, edition, head)),
        edition_title=_title_of(edition, labels),
        layout=Layout.of(edition),
    )


def _title_of(edition: Edition, labels: Labels) -> str:
    return labels.words(
        edition.title_in(labels.language)
        or labels.editions.get(edition.name, "")
        or edition.title_in("en")
    )


def _sections(setting: Setting, edition: Edition, head: Head | None) -> Iterator[object]:
    lesson, labels = setting.lesson, setting.labels
    goals = tuple(setting.student.inline(goal) for goal in lesson.objectives)
    if head:
        yield SchoolHead(_in_marks(head, labels))
    yield NameFields()
    yield Title(
        labels.words(lesson.title),
        labels.words(lesson.level) if edition.level else None,
        lesson.minutes if edition.level else None,
    )
    if edition.goals:
        yield Goals(goals)
    yield from _texts(setting, edition)
    if edition.glossary and (explained := glosses(setting)):
        yield Glossary(explained)
    yield from _lenses(setting, edition)
    if edition.leaving:
        yield _leaving(setting, edition, goals)


def _in_marks(head: Head, labels: Labels) -> Head:
    return replace(head, school=labels.words(head.school), words=labels.words(head.words))


def _texts(setting: Setting, edition: Edition) -> Iterator[object]:
    """The texts, each after what is said of it; on pages of their own if these face questions."""
    texts = printed_texts(setting, core_only=edition.excerpt == "core")
    if not edition.facing:
        for text in texts:
            yield from _before(text, edition, len(texts))
            yield Reading(text, edition.margin)
        return
    for text in texts:
        yield from _before(text, edition, len(texts))
    for index, text in enumerate(texts):
        yield Reading(text, edition.margin, "recto" if index else "verso")


def _before(text: PrintedText, edition: Edition, texts: int) -> Iterator[object]:
    """What a source is, where it does not stand beside the text, and room for expectations.

    The texts of a pair share the room.
    """
    if edition.margin != "source":
        yield SourceBox(text.source)
    if edition.notes_lines:
        yield BeforeReading(text.label, edition.notes_lines // texts or 1)


def _lenses(setting: Setting, edition: Edition) -> Iterator[Lens]:
    opening: Opening = ""
    if edition.facing:  # a text faces its questions; two texts face each other
        opening = "recto" if len(setting.lesson.texts) == 1 else "verso"
    for part in PARTS:
        asked = [each for each in _questions(setting, edition) if each.part == part]
        if asked:
            yield Lens(part, tuple(_asked(setting, edition, each) for each in asked), opening)
            opening = ""


def _questions(setting: Setting, edition: Edition) -> list[NumberedQuestion]:
    """The questions that an edition asks."""
    numbered = setting.lesson.questions.numbered()
    return [each for each in numbered if edition.questions == "all" or each.question.core]


def _asked(setting: Setting, edition: Edition, numbered: NumberedQuestion) -> Asked:
    labels, prose, question = setting.labels, setting.student, numbered.question
    starter = question.starter if edition.starters else None
    return Asked(
        number=numbered.number,
        ask=prose.block(question.ask),
        points=question.points,
        steps=tuple(prose.inline(step) for step in question.steps) if edition.steps else (),
        words=tuple(map(labels.words, question.word_bank)) if edition.word_bank else (),
        starter=prose.inline(starter) if starter else None,
        room=room_of(question, setting, edition),
    )


def _leaving(setting: Setting, edition: Edition, goals: tuple[Phrase, ...]) -> Leaving:
    points = sum(each.question.points or 0 for each in _questions(setting, edition))
    ask = setting.lesson.exit_ticket or setting.labels.say("exit_question")
    return Leaving(
        ExitTicket(setting.student.block(ask), edition.ruled_lines(2)),
        OwnQuestion(edition.ruled_lines(1)),
        SelfAssessment(goals),
        points or None,
    )
