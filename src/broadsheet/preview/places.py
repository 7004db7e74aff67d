"""Which line of its file each question, answer and numbered line of a lesson stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from broadsheet.compose.setting import Setting
from broadsheet.excerpt.numbered import NumberedExcerpt, numbered
from broadsheet.findings import YamlPath
from broadsheet.lesson.models import source_path
from broadsheet.lesson.question import NumberedQuestion
from broadsheet.orders.good import GoodLesson
from broadsheet.prose.spoken import speaker
from broadsheet.prose.walk import Said, visible
from broadsheet.reading.document import Document, Scalar

_OF_TEACHERS: Final = ("teacher-notes", "answer-key", "teacher-booklet")
"""Documents that print a question for the sake of its answer."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something that is printed, and where it was typed."""

    what: str
    """In English, for the author: `Question 3`, `line 12`."""
    line: int
    """The line of its file, from 1."""
    is_line: bool = False
    """True for a numbered line of an excerpt."""


@dataclass(frozen=True, slots=True)
class AskedAt:
    """A question of a lesson, as an author finds it."""

    number: int
    part: str
    words: str
    """What it asks, as a student reads it."""
    points: int | None
    line: int
    """Of its file, from 1."""
    answer: int | None
    """The line of its answer."""


@dataclass(frozen=True)
class Places:
    """The places of a lesson, found as pages name them in their bookmarks."""

    whole: GoodLesson
    """The lesson, all of its questions asked."""

    @cached_property
    def questions(self) -> tuple[AskedAt, ...]:
        """Every question, those that are not asked among them."""
        return tuple(self._asked(each) for each in self.whole.lesson.questions.numbered())

    def _asked(self, each: NumberedQuestion) -> AskedAt:
        question = each.question
        return AskedAt(
            each.number,
            each.part,
            " ".join(visible(self._setting.student.block(question.ask), self._said).split()),
            question.points,
            self._line((*each.path, "ask")),
            self._line((*each.path, "answer")) if question.answer else None,
        )

    def at(self, title: str, document: str) -> Place | None:
        """The place of what a bookmark of a document names; None for what is none of these."""
        key = key_of(title)
        if key in self._lines:
            return self._lines[key]
        of_teachers = document in _OF_TEACHERS
        for number, names in self._names.items():
            if any(f" {key} ".startswith(name) or f" {key} ".endswith(name) for name in names):
                question = self.questions[number - 1]
                if of_teachers and question.answer:
                    return Place(f"Question {number}, answer", question.answer)
                return Place(f"Question {number}", question.line)
        return None

    @cached_property
    def _setting(self) -> Setting:
        lesson, school = self.whole.lesson, self.whole.school
        words = {label: source.words for label, source in self.whole.sources.items()}
        return Setting.of(lesson, words, school.language_for(lesson.language), school.theme)

    @property
    def _said(self) -> Said:
        return speaker(self._setting.labels)

    @cached_property
    def title(self) -> str:
        """The lesson's title as a booklet's bookmark has it, to be compared by `key_of`."""
        return key_of(self._setting.labels.words(self.whole.lesson.title))

    @cached_property
    def _names(self) -> Mapping[int, tuple[str, ...]]:
        """What bookmarks call each question."""
        say = self._setting.labels.say
        return {
            each.number: (
                f" {key_of(say('question'))} {each.number} ",
                f" {key_of(say('questions_named', n=1, numbers=each.number))} ",
            )
            for each in self.questions
        }

    @cached_property
    def _lines(self) -> Mapping[str, Place]:
        """The numbered lines, by what bookmarks call them."""
        return dict(self._every_line())

    def _every_line(self) -> Iterator[tuple[str, Place]]:
        document = self.whole.loaded.document
        if document is None:
            return
        for label, excerpt in numbered(self.whole.lesson).items():
            _, node = list(document.steps((*source_path(label), "excerpt")))[-1]
            if not isinstance(node, Scalar):
                continue
            for number, typed in _typed(excerpt):
                name = self._setting.labels.say("line", first=f"{label}{number}")
                at = document.place(document.within(node, typed, typed + 1)).line
                yield key_of(name), Place(f"line {label}{number} of the text", at, is_line=True)

    def _line(self, path: YamlPath) -> int:
        document = self.whole.loaded.document
        return line_of(document, path) if document else 1


def line_of(document: Document, path: YamlPath) -> int:
    """The line, from 1, on which what a path leads to begins."""
    key, node = list(document.steps(path))[-1]
    return document.place(key.span if key else node.span).line


def _typed(excerpt: NumberedExcerpt) -> Iterator[tuple[int, int]]:
    """The number of each line, and where its first character is in the excerpt as typed."""
    for line in excerpt.lines:
        yield line.number, excerpt.paragraphs[line.paragraph].origins[line.start]


def key_of(title: str) -> str:
    """What a title is compared by: its words, whatever their capitals and blanks."""
    return " ".join(title.split()).casefold()
