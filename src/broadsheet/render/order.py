"""The documents that a request asks for, and the composing of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from broadsheet.compose.head import head_of
from broadsheet.compose.setting import Setting
from broadsheet.compose.teacher_notes import teacher_notes
from broadsheet.compose.worksheet import worksheet
from broadsheet.findings import Finding, has_errors
from broadsheet.lesson.load import Loaded
from broadsheet.lesson.models import Lesson, Silenced
from broadsheet.render.manuscript import Manuscript, manuscript
from broadsheet.render.paper import Paper
from broadsheet.request import Request
from broadsheet.school.edition import STANDARD, Edition, edition_named
from broadsheet.school.settings import WRONG_SETTING, School, hint_at
from broadsheet.source.at_hand import words_in_all
from broadsheet.theme import ALL, Theme
from broadsheet.theme.look import Look


@dataclass(frozen=True, slots=True)
class Order:
    """A document to be made of a lesson."""

    lesson: Lesson
    file: Path
    """The lesson's file; images come from its folder."""
    words_in_all: dict[str, int | None]
    """Words of each whole source by label."""
    edition: Edition | None
    """The worksheet's edition; None for the teacher's notes."""
    paper: Paper
    school: School
    target: Path

    @property
    def theme(self) -> Theme:
        """The theme it is set with."""
        return self.school.theme

    @property
    def ignore(self) -> Sequence[Silenced]:
        """The findings that the lesson leaves alone."""
        return self.lesson.ignore


def orders(
    lessons: Sequence[tuple[Loaded, School]], request: Request
) -> tuple[list[Order], list[Finding]]:
    """Give every document that a request asks for, and what is wrong with its editions."""
    wanted: list[Order] = []
    findings: list[Finding] = []
    for loaded, school in lessons:
        editions, faults = _editions(loaded, school, request)
        findings += faults
        if not has_errors(faults):  # the documents of a lesson are made together or not at all
            wanted += _of_lesson(loaded, school, request, editions)
    return wanted, list(dict.fromkeys(findings))


def _editions(
    loaded: Loaded, school: School, request: Request
) -> tuple[dict[str, Edition], list[Finding]]:
    known = school.theme.editions
    asked = request.editions or school.settings.editions or (STANDARD,)
    editions: dict[str, Edition] = {}
    findings: list[Finding] = []
    for name in known if ALL in asked else dict.fromkeys(asked):
        if name not in known:  # another school's, where lessons of several are built at once
            message = f"there is no edition {name} for this lesson"
            findings.append(Finding(WRONG_SETTING, message, hint_at(name, known), loaded.file))
            continue
        edition, faults = edition_named(name, school.theme)
        findings += faults
        if edition:
            editions[name] = edition
    return editions, findings


def _of_lesson(
    loaded: Loaded, school: School, request: Request, editions: dict[str, Edition]
) -> Iterator[Order]:
    if loaded.lesson is None:
        return
    words = words_in_all(loaded.lesson, loaded.file.parent)
    documents: dict[str, Edition | None] = {"teacher-notes": None}
    for name, edition in editions.items():
        documents["worksheet" if name == STANDARD else f"worksheet-{name}"] = edition
    papers = request.papers or [Paper(name) for name in school.settings.paper or ("a4",)]
    for paper in papers:
        for document, edition_of_it in documents.items():
            name = f"{loaded.slug}-{document}-{paper.value}.pdf"
            yield Order(
                lesson=loaded.lesson,
                file=loaded.file,
                words_in_all=words,
                edition=edition_of_it,
                paper=paper,
                school=school,
                target=request.output / loaded.slug / name,
            )


def manuscript_of(order: Order, look: Look) -> Manuscript:
    """Compose an order's document, ready to be laid out; `look` is that of the order's theme.

    Raises ThemeError where an image can't be read.
    """
    language = order.school.language_for(order.lesson.language)
    setting = Setting.of(order.lesson, order.words_in_all, language, order.theme)
    document = (
        teacher_notes(setting)
        if order.edition is None
        else worksheet(setting, order.edition, head_of(order.school))
    )
    return manuscript(document, order.paper, look, order.file.parent, order.school.folder)
