"""Which documents a request asks for of the lessons and units at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from broadsheet.findings import Finding, has_errors
from broadsheet.orders.choosing import chosen
from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.orders.names import name_of
from broadsheet.orders.order import Document, Format, Order, Whole
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE, Table
from broadsheet.school.edition import Edition, edition_named
from broadsheet.school.named import hint_at
from broadsheet.school.paper import Paper
from broadsheet.school.settings import WRONG_SETTING
from broadsheet.theme import ALL, STANDARD

_Row = TypeVar("_Row", Document, Format)


def orders(
    good: Sequence[GoodLesson | GoodUnit], request: Request, table: Table = TABLE
) -> tuple[list[Order], list[Finding]]:
    """Give every document that a request asks for, and what is wrong with its editions.

    Names that the table does not know are passed over; they are told elsewhere.
    """
    wanted: list[Order] = []
    findings: list[Finding] = []
    for each, told in (chosen(each, request) for each in good):
        findings += told
        if has_errors(told):
            continue
        of_it, faults = (
            _of_lesson(each, request, table)
            if isinstance(each, GoodLesson)
            else _of_unit(each, request, table)
        )
        findings += faults
        if not has_errors(faults):  # the documents of a lesson are made together or not at all
            wanted += of_it
    return wanted, list(dict.fromkeys(findings))


def _of_lesson(
    good: GoodLesson, request: Request, table: Table
) -> tuple[list[Order], list[Finding]]:
    wanted = _made(Whole.LESSON, good, request, table)
    editions: list[Edition] = []
    findings: list[Finding] = []
    if any(document.has_editions for _, document in wanted):
        editions, findings = _editions(good, request)
    return [
        _order(document, good, form, edition, paper, request)
        for form, document in wanted
        for paper in _papers(document, form, good, request)
        for edition in (editions if document.has_editions else [None])
        if edition is None or form.sets(edition)
    ], findings


def _of_unit(good: GoodUnit, request: Request, table: Table) -> tuple[list[Order], list[Finding]]:
    """Give booklets of standard worksheets, whatever editions are asked for besides."""
    bound: list[tuple[GoodLesson, Edition]] = []
    findings: list[Finding] = []
    for lesson in good.lessons:
        edition, faults = edition_named(STANDARD, lesson.school.theme)
        findings += faults
        if edition:
            bound.append((lesson, edition))
    wanted: list[Order] = []
    for form, document in _made(Whole.UNIT, good, request, table):
        of_each = table.document(document.binds)
        for paper in _papers(document, form, good, request):
            parts = tuple(
                _order(
                    of_each,
                    lesson,
                    form,
                    edition if of_each.has_editions else None,
                    paper,
                    request,
                )
                for lesson, edition in bound
            )
            booklet = _order(document, good, form, None, paper, request)
            wanted.append(replace(booklet, parts=parts))
    return wanted, findings


def _order(
    document: Document,
    good: GoodLesson | GoodUnit,
    form: Format,
    edition: Edition | None,
    paper: Paper | None,
    request: Request,
) -> Order:
    name = name_of(good.slug, document, edition, paper, form)
    return Order(document, good, form, edition, paper, request.output / good.slug / name)


def _made(
    of: Whole, good: GoodLesson | GoodUnit, request: Request, table: Table
) -> list[tuple[Format, Document]]:
    """Pair formats and documents, as far as the one can be made of the other.

    Where no document is named, a format that makes none of the usual ones makes what it can.
    """
    settings = good.school.settings
    asked = request.documents or settings.documents
    rows = [row for row in table.documents if row.of is of]
    pairs: list[tuple[Format, Document]] = []
    for form in _asked(request.formats or settings.formats, table.formats):
        made = [row for row in _asked(asked, rows) if form.makes(row)]
        if not asked and not made:
            made = [row for row in rows if form.makes(row)]
        pairs += ((form, row) for row in made)
    return pairs


def _papers(
    document: Document, form: Format, good: GoodLesson | GoodUnit, request: Request
) -> Sequence[Paper | None]:
    """Each paper that a document is to be set for in a format, or none, once."""
    if not (form.on_paper and document.has_papers):
        return [None]
    settings = good.school.settings
    return request.papers or settings.paper or [Paper.A4]


def _asked(names: Sequence[str] | None, rows: Sequence[_Row]) -> list[_Row]:
    if not names:
        return [row for row in rows if row.is_made_unasked]
    return [row for row in rows if ALL in names or row.name in names]


def _editions(good: GoodLesson, request: Request) -> tuple[list[Edition], list[Finding]]:
    theme = good.school.theme
    known = theme.editions
    asked = request.editions or good.school.settings.editions or (STANDARD,)
    editions: list[Edition] = []
    findings: list[Finding] = []
    for name in known if ALL in asked else dict.fromkeys(asked):
        if name not in known:  # another school's, where lessons of several are built at once
            message = f"there is no edition {name} for this lesson"
            findings.append(Finding(WRONG_SETTING, message, hint_at(name, known), good.file))
            continue
        edition, faults = edition_named(name, theme)
        findings += faults
        if edition:
            editions.append(edition)
    return editions, findings
