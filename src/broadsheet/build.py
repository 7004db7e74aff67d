"""The recipe: find, read, check, compose, render, write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.check.run import judge
from broadsheet.check.silence import silence
from broadsheet.findings import Finding, Place, Severity, in_order
from broadsheet.lesson.load import load
from broadsheet.render.html import ThemeError
from broadsheet.render.paper import Paper
from broadsheet.render.rules import NOT_RENDERED, NOT_WRITTEN, THEME_FAULT, TOO_MANY_SIDES
from broadsheet.render.workers import Done, Failed, run, start
from broadsheet.settings import read_settings, settings_file
from broadsheet.write import write_whole

if TYPE_CHECKING:
    from broadsheet.render.layout import Rendered
    from broadsheet.render.order import Order
    from broadsheet.render.page import Page


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for."""

    files: Sequence[Path]
    output: Path
    today: date
    papers: Sequence[Paper] = ()
    """Papers to set for; empty for what the settings say, or A4."""
    editions: Sequence[str] = ()
    """Editions of the worksheet, or `all`; empty for what the settings say, or the standard one."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made and what it found."""

    lessons: int
    written: tuple[Path, ...]
    findings: tuple[Finding, ...]
    silenced: int = 0
    """How many findings the lessons leave alone, each with a reason."""
    slow_subsetting: bool = False
    """True where fonts were embedded the slow way, for lack of a library."""


def build(
    request: Request, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> Report:
    """Make every document of every lesson that has no errors.

    `progress` is told how many of how many documents are done. A lesson with an error writes
    nothing and doesn't stop the others.
    """
    # WeasyPrint takes half a second to load; it does so in a process of its own meanwhile.
    start("broadsheet.render.preload")
    lessons = [load(file) for file in request.files]
    settings = {lesson.file: settings_file(lesson.file) for lesson in lessons}
    schools = {file: read_settings(file) for file in set(settings.values())}
    findings = [finding for _, faults in schools.values() for finding in faults]
    silenced = 0
    for lesson in lessons:
        school, _ = schools[settings[lesson.file]]
        judgement = judge(lesson, request.today, school.limits)
        findings += judgement.findings
        silenced += len(judgement.silent)
    faulty = {finding.file for finding in findings if finding.severity is Severity.ERROR}
    good = [
        (lesson, schools[settings[lesson.file]][0])
        for lesson in lessons
        if not {lesson.file, settings[lesson.file]} & faulty
    ]
    if not good:
        return Report(len(lessons), (), in_order(findings), silenced)

    from broadsheet.render.order import orders

    wanted, faults = orders(good, request)
    findings += faults
    written: list[Path] = []
    slow = False
    progress(0, len(wanted))
    for count, outcome in enumerate(_made(wanted), start=1):
        order = outcome.key
        if isinstance(outcome, Done):
            try:
                write_whole(order.target, outcome.made.data)
                written.append(order.target)
                slow = slow or outcome.made.slow_subsetting
                too_long = _too_long(order, outcome.made.sides)
                said, silent = silence(too_long, order.lesson.ignore)
                findings += said
                silenced += len(silent)
            except OSError as error:
                findings.append(_not_written(order, error))
        else:
            findings.append(_not_rendered(outcome))
        progress(count, len(wanted))
    return Report(
        lessons=len(lessons),
        written=tuple(sorted(written)),
        findings=in_order(findings),
        silenced=silenced,
        slow_subsetting=slow,
    )


def _made(wanted: Sequence[Order]) -> Iterator[Done[Order, Rendered] | Failed[Order]]:
    """Compose each order here and lay it out elsewhere; an order that can't be composed fails."""
    from broadsheet.render.layout import lay_out
    from broadsheet.render.order import composed

    broken: list[Failed[Order]] = []

    def pages() -> Iterator[tuple[Order, Page]]:
        for order in wanted:
            try:
                yield order, composed(order)
            except ThemeError as error:
                broken.append(Failed(order, error.reason, error.file, error.line))

    yield from run(pages(), lay_out)
    yield from broken


def _too_long(order: Order, sides: int) -> list[Finding]:
    allowed = order.edition.sides if order.edition else None
    if allowed is None or sides <= allowed:
        return []
    return [
        Finding(
            TOO_MANY_SIDES,
            f"{order.target.name} takes {sides} sides, and should take {allowed} at most",
            "ask less, give less room, or mark fewer questions `core`",
            order.file,
        )
    ]


def _not_written(order: Order, error: OSError) -> Finding:
    reason = (error.strerror or str(error)).lower()
    return Finding(
        NOT_WRITTEN,
        f"{order.target} could not be written: {reason}",
        "make room or choose another folder with --output; the earlier file, if any, still stands",
        order.file,
    )


def _not_rendered(failed: Failed[Order]) -> Finding:
    if failed.file is not None:
        line = failed.line or 1
        return Finding(
            THEME_FAULT,
            f"the theme has a fault here: {failed.reason}",
            "mend the template; the earlier documents, if any, still stand",
            failed.file,
            Place(line, 1, line, 1),
        )
    return Finding(
        NOT_RENDERED,
        f"{failed.key.target.name} could not be laid out: {failed.reason}",
        "the earlier file, if any, still stands",
        failed.key.file,
    )
