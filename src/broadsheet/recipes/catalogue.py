"""The lessons and units of a collection, as a page of Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from broadsheet.collection.read import read_collection
from broadsheet.compose.bibliography import named
from broadsheet.findings import Finding, Severity
from broadsheet.lesson.load import Loaded
from broadsheet.lesson.models import Lesson, Source
from broadsheet.locale.labels import Labels, labels_for
from broadsheet.prose.spoken import listed, parted
from broadsheet.prose.walk import visible
from broadsheet.recipes.balance import balance
from broadsheet.recipes.markdown import link, row, typed
from broadsheet.render.rules import FAULT_OF_OURS, NOT_RENDERED
from broadsheet.theme import Theme
from broadsheet.unit.load import LoadedUnit
from broadsheet.unit.models import Unit

_HEADINGS: Final = ("Lesson", "Language", "Level", "Minutes", "Topics", "What is read")


def catalogue_of(files: Sequence[Path], today: date, folder: Path) -> tuple[str, list[Finding]]:
    """Read a collection and list what of it has no errors; give the page, and the errors."""
    collection = read_collection(files, today)
    errors = [each for each in collection.findings if each.severity is Severity.ERROR]
    lessons = [(each.loaded, each.school.theme) for each in collection.good_lessons]
    units = [each.loaded for each in collection.good_units]
    page, not_listed = catalogue(lessons, units, folder)
    return page, [*errors, *not_listed]


def balance_of(files: Sequence[Path], today: date, folder: Path) -> tuple[str, list[Finding]]:
    """Read a collection and tell what of it has no errors by era, genre, age and view."""
    collection = read_collection(files, today)
    errors = [each for each in collection.findings if each.severity is Severity.ERROR]
    lessons = [(each.loaded, each.school.theme) for each in collection.good_lessons]
    return balance(lessons, folder), errors


def catalogue(
    lessons: Sequence[tuple[Loaded, Theme]], units: Sequence[LoadedUnit], folder: Path
) -> tuple[str, list[Finding]]:
    """List lessons in a table, in the order of their languages and titles, and units below it.

    Links lead from `folder`. What can't be read is left out; what can't be listed is too, and told.
    """
    rows = []
    findings = []
    for each, theme in lessons:
        if each.lesson:
            try:
                rows.append(_row(each.lesson, each.file, folder, theme))
            except Exception as error:  # ours: it costs this lesson alone
                findings.append(_not_listed(each.file, error))
    rows.sort()
    table = [_HEADINGS, ("---",) * len(_HEADINGS), *(cells for _, cells in rows)]
    lines = [row(cells) for cells in table]
    bound = [_unit(each.unit, each.file, folder) for each in units if each.unit]
    return "\n".join([*lines, *(["", *bound] if bound else [])]) + "\n", findings


def _not_listed(file: Path, error: Exception) -> Finding:
    what = f"it could not be listed: {FAULT_OF_OURS} ({type(error).__name__}: {error})"
    return Finding(NOT_RENDERED, what, "the other lessons are listed", file)


def _row(
    lesson: Lesson, file: Path, folder: Path, theme: Theme
) -> tuple[tuple[str, str], tuple[str, ...]]:
    """The cells of a lesson, after what they are sorted by."""
    labels = labels_for(lesson.language, theme)
    language = labels.locale.get_language_name("en") or lesson.language
    cells = (
        link(lesson.title, file, folder),
        typed(language),
        typed(lesson.level),
        str(lesson.minutes),
        typed(visible(listed(lesson.topics, labels))),
        typed("; ".join(_read(source, labels) for source in lesson.texts.values())),
    )
    return (language, lesson.title), cells


def _read(source: Source, labels: Labels) -> str:
    """A piece that is read, in one line."""
    piece = named(source, labels)
    parts = (piece.title, piece.author, piece.outlet, labels.date(piece.published))
    return visible(parted(parts, labels))


def _unit(unit: Unit, file: Path, folder: Path) -> str:
    number = len(unit.lessons)
    count = f"{number} lesson{'' if number == 1 else 's'}"
    return (
        f"- Unit {link(unit.title, file, folder)}, {typed(unit.level)}, {count}. "
        f"{typed(unit.summary)}"
    )
