"""What somebody looks at: one document of one lesson or unit, as an address names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.orders.order import Whole
from broadsheet.orders.table import TABLE
from broadsheet.school.paper import Paper
from broadsheet.theme import STANDARD

PAGES: Final = next(form for form in TABLE.formats if form.name == "pdf")
"""The format that is shown: real pages."""
_NUMBERS: Final = re.compile(r"[1-9][0-9]?(?:,[1-9][0-9]?)*")


@dataclass(frozen=True, slots=True)
class View:
    """What an address asks for; what it leaves out is chosen as a build would."""

    lesson: str = ""
    """The name of a lesson or unit."""
    document: str = ""
    edition: str = ""
    paper: str = ""
    questions: tuple[int, ...] = ()
    """Numbers of the questions that are asked; all where there are none."""

    def named(self, lesson: str) -> View:
        """The same of a lesson or unit."""
        return replace(self, lesson=lesson)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a lesson or unit can be looked at as."""

    documents: tuple[str, ...]
    editions: tuple[str, ...]
    papers: tuple[str, ...]
    preferred: View
    """What is shown where nothing is asked for."""


def view_of(query: Mapping[str, str]) -> View:
    """Read a view from the query of an address; what is no view's is passed over."""
    numbers = query.get("questions", "")
    return View(
        query.get("lesson", ""),
        query.get("document", ""),
        query.get("edition", ""),
        query.get("paper", ""),
        tuple(sorted(set(map(int, numbers.split(","))))) if _NUMBERS.fullmatch(numbers) else (),
    )


def choices_of(good: GoodLesson | GoodUnit) -> Choices:
    """Give what a lesson or unit can be looked at as, and what its settings prefer."""
    whole = Whole.LESSON if isinstance(good, GoodLesson) else Whole.UNIT
    settings, theme = good.school.settings, good.school.theme
    documents = tuple(row.name for row in TABLE.documents if row.of is whole and PAGES.makes(row))
    of_student = [name for name in documents if name in ("worksheet", "student-booklet")]
    return Choices(
        documents,
        theme.editions,
        tuple(paper.value for paper in Paper),
        View(
            document=_first([*(settings.documents or ()), *of_student], documents),
            edition=_first([*(settings.editions or ()), STANDARD], theme.editions),
            paper=next((paper.value for paper in settings.paper or ()), Paper.A4.value),
        ),
    )


def settled(view: View, choices: Choices) -> View:
    """The view that is shown for what was asked: what it can't be, it is as a build would be.

    Of a document without editions or papers there is one view alone.
    """
    preferred = choices.preferred
    document = view.document if view.document in choices.documents else preferred.document
    row = TABLE.document(document)
    edition = view.edition if view.edition in choices.editions else preferred.edition
    paper = view.paper if view.paper in choices.papers else preferred.paper
    return replace(
        view,
        document=document,
        edition=edition if row.has_editions else "",
        paper=paper if row.has_papers else "",
        questions=view.questions if row.of is Whole.LESSON else (),
    )


def others(view: View, choices: Choices) -> list[View]:
    """The views that one may turn to next: what is made unasked, set in the same way."""
    rows = [
        row
        for row in TABLE.documents
        if row.name in choices.documents and row.is_made_unasked and row.name != view.document
    ]
    return [settled(replace(view, document=row.name), choices) for row in rows]


def _first(wanted: Iterable[str], there: tuple[str, ...]) -> str:
    return next((name for name in wanted if name in there), there[0])
