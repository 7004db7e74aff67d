"""The booklets that a request asks for, and the composing of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from broadsheet.compose.booklet import booklet_front
from broadsheet.findings import Finding
from broadsheet.lesson.models import Silenced
from broadsheet.recipes.collection import GoodUnit
from broadsheet.render.manuscript import BookletManuscript, manuscript
from broadsheet.render.order import Order, manuscript_of
from broadsheet.render.paper import Paper
from broadsheet.request import Request
from broadsheet.school.edition import STANDARD, edition_named
from broadsheet.school.settings import School
from broadsheet.source.at_hand import words_in_all
from broadsheet.theme import Theme
from broadsheet.theme.look import Look
from broadsheet.unit.models import Unit


@dataclass(frozen=True, slots=True)
class BookletOrder:
    """A booklet to be made of a unit."""

    unit: Unit
    file: Path
    """The unit's file; images of its own prose come from its folder."""
    for_student: bool
    parts: tuple[Order, ...]
    """Each lesson's standard worksheet, or its teacher's notes."""
    paper: Paper
    school: School
    target: Path
    edition: None = None
    """A booklet has no edition of its own, and may take any number of sides."""
    ignore: tuple[Silenced, ...] = ()


def booklet_orders(
    units: Sequence[GoodUnit], request: Request
) -> tuple[list[BookletOrder], list[Finding]]:
    """Give a student booklet and a teacher booklet of each unit, for each paper.

    A booklet is bound of standard worksheets, whatever editions are asked for besides. What is
    wrong with a school's own standard edition is a finding.
    """
    wanted: list[BookletOrder] = []
    findings: list[Finding] = []
    for each in units:
        unit, slug = each.loaded.unit, each.loaded.slug
        if unit is None:
            continue
        papers = request.papers or [Paper(name) for name in each.school.settings.paper or ("a4",)]
        for paper, booklet in product(papers, ("student-booklet", "teacher-booklet")):
            for_student = booklet == "student-booklet"
            target = request.output / slug / f"{slug}-{booklet}-{paper.value}.pdf"
            parts: list[Order] = []
            for loaded, school in each.lessons:
                edition, faults = edition_named(STANDARD, school.theme)
                findings += faults
                if loaded.lesson is None or edition is None:
                    continue
                words = words_in_all(loaded.lesson, loaded.file.parent)
                shown = edition if for_student else None
                parts.append(Order(loaded.lesson, loaded.file, words, shown, paper, school, target))
            if len(parts) == len(each.lessons):
                wanted.append(
                    BookletOrder(
                        unit=unit,
                        file=each.loaded.file,
                        for_student=for_student,
                        parts=tuple(parts),
                        paper=paper,
                        school=each.school,
                        target=target,
                    )
                )
    return wanted, list(dict.fromkeys(findings))


def bound(order: BookletOrder, look_of: Callable[[Theme], Look]) -> BookletManuscript:
    """Compose a booklet, ready to be laid out. Raises ThemeError where a file can't be read."""
    front = booklet_front(
        order.unit,
        [part.lesson for part in order.parts],
        order.school.language_for(order.unit.language),
        for_student=order.for_student,
        theme=order.school.theme,
    )
    return BookletManuscript(
        title=order.unit.title,
        front=manuscript(front, order.paper, look_of(order.school.theme), order.file.parent),
        parts=tuple(manuscript_of(part, look_of(part.theme)) for part in order.parts),
        languages=tuple(part.lesson.language for part in order.parts),
    )
