"""The recipe: find, read, check, compose, render, write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.check.run import findings_of
from broadsheet.findings import Finding, Place, Severity, in_order
from broadsheet.lesson.load import load
from broadsheet.render.paper import Paper
from broadsheet.render.rules import NOT_RENDERED, NOT_WRITTEN, THEME_FAULT, TOO_MANY_SIDES
from broadsheet.settings import read_settings, settings_file
from broadsheet.write import write_whole

if TYPE_CHECKING:
    from broadsheet.render.order import Order
    from broadsheet.render.workers import Failed


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
    slow_subsetting: bool = False
    """True where fonts were embedded the slow way, for lack of a library."""


def build(
    request: Request, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> Report:
    """Make every document of every lesson that has no errors.

    `progress` is told how many of how many documents are done. A lesson with an error writes
    nothing and doesn't stop the others.
    """
    lessons = [load(file) for file in request.files]
    settings = {lesson.file: settings_file(lesson.file) for lesson in lessons}
    schools = {file: read_settings(file) for file in set(settings.values())}
    findings = [finding for _, faults in schools.values() for finding in faults]
    for lesson in lessons:
        school, _ = schools[settings[lesson.file]]
        findings += findings_of(lesson, request.today, school.limits)
    faulty = {finding.file for finding in findings if finding.severity is Severity.ERROR}
    good = [
        (lesson, schools[settings[lesson.file]][0])
        for lesson in lessons
        if not {lesson.file, settings[lesson.file]} & faulty
    ]
    if not good:
        return Report(len(lessons), (), in_order(findings))

    # Only now: WeasyPrint takes half a second to import, and a build may have nothing to render.
    from broadsheet.render.engine import subsets_slowly, warm_up
    from broadsheet.render.order import orders, render
    from broadsheet.render.workers import Done, run

    wanted, faults = orders(good, request)
    findings += faults
    for theme in {order.theme for order in wanted}:
        warm_up(theme)
    written: list[Path] = []
    progress(0, len(wanted))
    for count, outcome in enumerate(run(wanted, render), start=1):
        order = outcome.job
        if isinstance(outcome, Done):
            try:
                write_whole(order.target, outcome.made.data)
                written.append(order.target)
                findings += _too_long(order, outcome.made.sides)
            except OSError as error:
                findings.append(_not_written(order, error))
        else:
            findings.append(_not_rendered(outcome))
        progress(count, len(wanted))
    return Report(len(lessons), tuple(sorted(written)), in_order(findings), subsets_slowly())


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
        f"{failed.job.target.name} could not be laid out: {failed.reason}",
        "the earlier file, if any, still stands",
        failed.job.file,
    )
