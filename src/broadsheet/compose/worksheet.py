"""What a student is handed: which sections an edition has, and what stands in them.

A worksheet is all of it in one file. Its text and its questions are also documents of their own: a
student who has each on a leaf of its own never turns a page to look up a line, and a school keeps
the texts for its next class.
"""

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
    return _composed("worksheet", _worksheet(setting, edition, head), setting, edition)


def text_leaf(setting: Setting, edition: Edition, head: Head | None = None) -> Composed:
    """Compose the text alone, as an edition has it: nothing on it is a student's own.

    The second text of a pair begins a leaf of its own, so that both lie side by side on a desk.
    """
    return _composed("text", _text_leaf(setting, edition, head), setting, edition)


def question_leaf(setting: Setting, edition: Edition, head: Head | None = None) -> Composed:
    """Compose an edition's questions alone, to lie beside the text."""
    return _composed("questions", _question_leaf(setting, edition, head), setting, edition)


def _composed(
    name: str, sections: Iterator[object], setting: Setting, edition: Edition
) -> Composed:
    lesson, labels = setting.lesson, setting.labels
    return Composed(
        name=name,
        labels=labels,
        title=labels.words(lesson.title),
        summary=labels.words(lesson.summary),
        sections=tuple(sections),
        edition_title=title_of_edition(edition, labels),
        layout=Layout.of(edition, lesson.ages),
    )


def title_of_edition(edition: Edition, labels: Labels) -> str:
    """The name of an edition as a language says it; nothing for the standard one."""
    return labels.words(
        edition.title_in(labels.language)
        or labels.editions.get(edition.name, "")
        or edition.title_in("en")
    )


def _worksheet(setting: Setting, edition: Edition, head: Head | None) -> Iterator[object]:
    yield from _begun(setting, edition, head)
    yield from _texts(setting, edition)
    opening = _opening(setting, edition)
    for index, lens in enumerate(_lenses(setting, edition)):
        yield lens if index else replace(lens, opening=opening, follows_text=not opening)
    yield from _left(setting, edition)


def _text_leaf(setting: Setting, edition: Edition, head: Head | None) -> Iterator[object]:
    if head:
        yield SchoolHead(_in_marks(head, setting.labels))
    yield Title(setting.labels.words(setting.lesson.title), None, None)
    for index, text in enumerate(_printed(setting, edition)):
        opening: Opening = "recto" if index else ""
        if edition.margin != "source":
            yield SourceBox(text.source, opening)
            opening = ""
        yield from _read(text, setting, edition, opening)


def _question_leaf(setting: Setting, edition: Edition, head: Head | None) -> Iterator[object]:
    yield from _begun(setting, edition, head)
    if edition.notes_lines:
        labels = tuple(setting.lesson.texts)
        for label in labels:
            yield _before_reading(label, edition, len(labels))
    yield from _lenses(setting, edition)
    yield from _left(setting, edition)


def _begun(setting: Setting, edition: Edition, head: Head | None) -> Iterator[object]:
    """What every sheet begins with that a student writes on."""
    lesson, labels = setting.lesson, setting.labels
    if head:
        yield SchoolHead(_in_marks(head, labels))
    yield NameFields()
    yield Title(
        labels.words(lesson.title),
        labels.words(lesson.level) if edition.level else None,
        lesson.minutes if edition.level else None,
    )
    if edition.goals:
        yield Goals(_goals(setting))


def _goals(setting: Setting) -> tuple[Phrase, ...]:
    return tuple(setting.student.inline(goal) for goal in setting.lesson.objectives)


def _printed(setting: Setting, edition: Edition) -> tuple[PrintedText, ...]:
    """The texts, their words marked that the edition explains."""
    return printed_texts(
        setting,
        core_only=edition.excerpt == "core",
        marks_glosses=edition.glossary or edition.margin == "glosses",
    )


def _in_marks(head: Head, labels: Labels) -> Head:
    return replace(head, school=labels.words(head.school), words=labels.words(head.words))


def _texts(setting: Setting, edition: Edition) -> Iterator[object]:
    """The texts, each after what is said of it; on pages of their own if these face questions."""
    texts = _printed(setting, edition)
    if not edition.facing:
        for text in texts:
            yield from _before(text, edition, len(texts))
            yield from _read(text, setting, edition)
        return
    for text in texts:
        yield from _before(text, edition, len(texts))
    for index, text in enumerate(texts):
        yield from _read(text, setting, edition, "recto" if index else "verso")


def _read(
    text: PrintedText, setting: Setting, edition: Edition, opening: Opening = ""
) -> Iterator[object]:
    """A text, and the words of it that are explained: who reads it has both before the eyes."""
    yield Reading(text, edition.margin, opening)
    if edition.glossary and (explained := glosses(setting, text.label)):
        yield Glossary(explained)


def _before(text: PrintedText, edition: Edition, texts: int) -> Iterator[object]:
    """What a source is, where it does not stand beside the text, and room for expectations.

    The texts of a pair share the room.
    """
    if edition.margin != "source":
        yield SourceBox(text.source)
    if edition.notes_lines:
        yield _before_reading(text.label, edition, texts)


def _before_reading(label: str, edition: Edition, texts: int) -> BeforeReading:
    return BeforeReading(label, edition.notes_lines // texts or 1)


def _opening(setting: Setting, edition: Edition) -> Opening:
    """Where the questions begin: a text faces them, or the texts of a pair each other."""
    if not edition.facing:
        return ""
    return "recto" if len(setting.lesson.texts) == 1 else "verso"


def _lenses(setting: Setting, edition: Edition) -> Iterator[Lens]:
    for part in PARTS:
        asked = [each for each in _questions(setting, edition) if each.part == part]
        if asked:
            yield Lens(part, tuple(_asked(setting, edition, each) for each in asked))


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


def _left(setting: Setting, edition: Edition) -> Iterator[Leaving]:
    """What a sheet ends with, where the edition has it."""
    if not edition.leaving:
        return
    points = sum(each.question.points or 0 for each in _questions(setting, edition))
    yield Leaving(
        ExitTicket(setting.exit_question, edition.ruled_lines(2)),
        OwnQuestion(edition.ruled_lines(1)),
        SelfAssessment(_goals(setting)),
        points or None,
    )
