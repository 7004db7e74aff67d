"""The recipe: find, read, check, compose, render, write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from broadsheet.check.run import findings_of
from broadsheet.findings import Finding, Severity
from broadsheet.lesson.load import Loaded, load
from broadsheet.render.order import Order
from broadsheet.render.paper import Paper
from broadsheet.render.rules import NOT_RENDERED, NOT_WRITTEN
from broadsheet.write import write_whole

DOCUMENTS: Final = ("worksheet", "teacher-notes")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made and what it found."""

    lessons: int
    written: tuple[Path, ...]
    findings: tuple[Finding, ...]
    slow_subsetting: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for."""

    files: Sequence[Path]
    output: Path
    paper: Paper
    today: date
    documents: Sequence[str] = field(default=DOCUMENTS)


def build(request: Request, progress: Callable[[int, int], None] = lambda _done, _all: None) -> Report:
    """Make every document of every lesson that has no errors.

    `progress` is told how many of how many documents are done. A lesson with an error writes
    nothing and doesn't stop the others.
    """
    lessons = [load(file) for file in request.files]
    findings = [finding for lesson in lessons for finding in findings_of(lesson, request.today)]
    faulty = {finding.file for finding in findings if finding.severity is Severity.ERROR}
    orders = [
        order for lesson in lessons if lesson.file not in faulty for order in _orders(lesson, request)
    ]
    if not orders:
        return Report(len(lessons), (), tuple(findings))

    # Only now: WeasyPrint takes half a second to import, and a build may have nothing to render.
    from broadsheet.render.engine import subsets_slowly, warm_up
    from broadsheet.render.order import render
    from broadsheet.render.workers import Done, run

    warm_up([f"{document}.html" for document in request.documents], request.paper)
    written: list[Path] = []
    progress(0, len(orders))
    for count, outcome in enumerate(run(orders, render), start=1):
        order = outcome.job
        if isinstance(outcome, Done):
            try:
                write_whole(order.target, outcome.data)
                written.append(order.target)
            except OSError as error:
                findings.append(_not_written(order, error))
        else:
            findings.append(_not_rendered(order, outcome.reason))
        progress(count, len(orders))
    return Report(len(lessons), tuple(sorted(written)), tuple(findings), subsets_slowly())


def _orders(lesson: Loaded, request: Request) -> list[Order]:
    if lesson.lesson is None:
        return []
    folder = request.output / lesson.slug
    return [
        Order(
            lesson=lesson.lesson,
            file=lesson.file,
            document=document,
            paper=request.paper,
            target=folder / f"{lesson.slug}-{document}-{request.paper.value}.pdf",
        )
        for document in request.documents
    ]


def _not_written(order: Order, error: OSError) -> Finding:
    reason = (error.strerror or str(error)).lower()
    return Finding(
        NOT_WRITTEN,
        f"{order.target} could not be written: {reason}",
        "make room or choose another folder with --output; the earlier file, if any, still stands",
        order.file,
    )


def _not_rendered(order: Order, reason: str) -> Finding:
    return Finding(
        NOT_RENDERED,
        f"the {order.document} could not be laid out: {reason}",
        "the earlier file, if any, still stands",
        order.file,
    )
