"""What a collection holds and lacks: its pieces by era, genre, age, language and view.

A class that reads only one side, one century or one kind of piece learns to suspect that one. The
table shows at a glance where a collection leans; it judges nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from broadsheet.lesson.load import Loaded
from broadsheet.lesson.models import Lesson
from broadsheet.locale.labels import labels_for
from broadsheet.recipes.markdown import link, row, typed
from broadsheet.theme import Theme

_HEADINGS: Final = ("Year", "Genre", "Ages", "Language", "What it argues for", "Lesson")
_ERAS: Final = (
    (1850, "before 1850"),
    (1900, "1850–1899"),
    (1950, "1900–1949"),
    (2000, "1950–1999"),
)
"""The first year after each era, and its name."""
_NOW: Final = "since 2000"
_AGES: Final = ((11, "under 11"), (14, "11–13"), (16, "14–15"))
"""The first age after each group, and its name."""
_OLDEST: Final = "16 and over"
_NOT_SAID: Final = "–"


def balance(lessons: Sequence[tuple[Loaded, Theme]], folder: Path) -> str:
    """Give a page in Markdown: counts, and a row for each piece, the oldest first.

    Links lead from `folder`.
    """
    read = [(each.lesson, each.file, theme) for each, theme in lessons if each.lesson]
    rows = sorted(
        cells for lesson, file, theme in read for cells in _rows(lesson, file, folder, theme)
    )
    eras = (_group(int(cells[0]), _ERAS, _NOW) for cells in rows)
    ages = (_group(lesson.ages[0], _AGES, _OLDEST) for lesson, _, _ in read if lesson.ages)
    counts = [
        f"{_number(rows, 'piece')} in {_number(read, 'lesson')}.",
        "",
        f"- By year – {_counted(eras, _names(_ERAS, _NOW))}.",
        f"- By the youngest age – {_counted(ages, _names(_AGES, _OLDEST))}.",
        f"- By language – {_counted(cells[3] for cells in rows)}.",
        "",
    ]
    table = [row(_HEADINGS), row(("---",) * len(_HEADINGS)), *map(row, rows)]
    return "\n".join([*counts, *table]) + "\n"


def _rows(lesson: Lesson, file: Path, folder: Path, theme: Theme) -> Iterable[tuple[str, ...]]:
    labels = labels_for(lesson.language, theme)
    language = labels.locale.get_language_name("en") or lesson.language
    ages = "–".join(map(str, lesson.ages)) if lesson.ages else _NOT_SAID
    for source in lesson.texts.values():
        yield (
            f"{source.published.year:04}",
            typed(source.genre),
            ages,
            typed(language),
            typed(source.view or _NOT_SAID),
            link(lesson.title, file, folder),
        )


def _number(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _group(number: int, groups: Sequence[tuple[int, str]], last: str) -> str:
    return next((name for end, name in groups if number < end), last)


def _names(groups: Sequence[tuple[int, str]], last: str) -> list[str]:
    return [*(name for _, name in groups), last]


def _counted(found: Iterable[str], order: Sequence[str] = ()) -> str:
    """How often each was found: in an order that also tells what is missing, or the most first."""
    counts = Counter(found)
    every = [(name, counts[name]) for name in order] or counts.most_common()
    return ", ".join(f"{name}: {count}" for name, count in every)
