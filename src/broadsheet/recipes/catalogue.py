"""The lessons and units of a collection, as a page of Markdown."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from broadsheet.compose.bibliography import named
from broadsheet.lesson.load import Loaded
from broadsheet.lesson.models import Lesson
from broadsheet.locale.labels import labels_for
from broadsheet.theme import Theme
from broadsheet.unit.load import LoadedUnit
from broadsheet.unit.models import Unit

_HEADINGS = ("Lesson", "Language", "Level", "Minutes", "Topics", "What is read")


def catalogue(
    lessons: Sequence[tuple[Loaded, Theme]], units: Sequence[LoadedUnit], folder: Path
) -> str:
    """List lessons in a table, in the order of their languages and titles, and units below it.

    Links lead from `folder`. What can't be read is left out. Raises LookupError for a lesson in a
    language without labels.
    """
    read = [(each.file, each.lesson, theme) for each, theme in lessons if each.lesson]
    rows = sorted(
        (_row(lesson, file, folder, theme) for file, lesson, theme in read),
        key=lambda row: row[1::-1],
    )
    table = [_HEADINGS, ("---",) * len(_HEADINGS), *rows]
    lines = [f"| {' | '.join(cells)} |" for cells in table]
    bound = [_unit(each.unit, each.file, folder) for each in units if each.unit]
    return "\n".join([*lines, *(["", *bound] if bound else [])]) + "\n"


def _row(lesson: Lesson, file: Path, folder: Path, theme: Theme) -> tuple[str, ...]:
    labels = labels_for(lesson.language, theme)
    cells = (
        f"[{lesson.title}]({_link(file, folder)})",
        labels.locale.get_language_name("en") or lesson.language,
        lesson.level,
        str(lesson.minutes),
        labels.listed(lesson.topics),
        Markup("; ").join(named(source, labels) for source in lesson.texts.values()),
    )
    return tuple(_in_cells(cells))


def _in_cells(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        # A page's own markup, such as what sets Latin words apart in Arabic, has no place here.
        plain = cell.striptags() if isinstance(cell, Markup) else cell
        yield " ".join(plain.split()).replace("|", "\\|")


def _unit(unit: Unit, file: Path, folder: Path) -> str:
    number = len(unit.lessons)
    count = f"{number} lesson{'' if number == 1 else 's'}"
    summary = " ".join(unit.summary.split())
    return f"- Unit [{unit.title}]({_link(file, folder)}), {unit.level}, {count}. {summary}"


def _link(file: Path, folder: Path) -> str:
    return Path(os.path.relpath(file, folder)).as_posix()
