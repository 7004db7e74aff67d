"""Does a unit name lessons that can be bound, and is its own prose fit to print?"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from broadsheet.bounded import GivenUpError, bounded
from broadsheet.check.files import astray
from broadsheet.check.language import without_labels
from broadsheet.check.markup import misprinted
from broadsheet.check.size import too_large
from broadsheet.confined import RefusedError, file_within
from broadsheet.excerpt.quotation import marks
from broadsheet.find import is_lesson_name, is_unit
from broadsheet.findings import Finding, Remark, Rule, Severity, in_order
from broadsheet.lesson.prose import ProseValue
from broadsheet.prose.citing import cited
from broadsheet.reading.near_paths import meant_path
from broadsheet.theme import Theme
from broadsheet.unit.load import LoadedUnit
from broadsheet.unit.models import Unit

LESSON_MISSING: Final = Rule(
    code="unit-lesson-missing",
    severity=Severity.ERROR,
    what="A unit names a lesson that is not there or that lies outside its collection, or names "
    "another unit.",
    why="A course with a hole in it can't be taught in order. The collection is the folder around "
    "`units`; nothing else is read, since a unit may come from a stranger.",
    bad="lessons:\n  - ../phase-2-begin.yaml",
    good="lessons:\n  - ../phase-2-begins.yaml",
)

LESSON_TWICE: Final = Rule(
    code="unit-lesson-twice",
    severity=Severity.ERROR,
    what="A unit names a lesson twice.",
    why="The booklet would hold the same sheets twice, and page numbers would lead to either.",
    bad="lessons:\n  - ../my-lesson.yaml\n  - ../my-lesson.yaml",
    good="lessons:\n  - ../my-lesson.yaml",
)

LESSON_FAULTY: Final = Rule(
    code="unit-lesson-faulty",
    severity=Severity.ERROR,
    what="A unit names a lesson that has errors.",
    why="A lesson with an error is not printed, and a booklet without it would be another course.",
    bad="lessons:\n  - ../my-lesson.yaml   # `minutes: fifty`",
    good="lessons:\n  - ../my-lesson.yaml   # `minutes: 50`",
)

QUOTES: Final = Rule(
    code="unit-quotes",
    severity=Severity.ERROR,
    what="A unit's prose quotes with `((…))` or cites with `[@…]`.",
    why="Words are proved against an excerpt, and works are named by a lesson; a unit has neither, "
    "so the signs would be printed as they stand.",
    bad="introduction: Look again at ((so-called)).",
    good="introduction: Look again at what the first lesson quotes.",
)

RULES: Final = (LESSON_MISSING, LESSON_TWICE, LESSON_FAULTY, QUOTES)

_PROSE: Final = {"introduction": True, "for_teachers": False}
"""The keys of prose, and whether a student reads them."""


def findings_of_unit(
    loaded: LoadedUnit,
    faulty: Collection[Path] = (),
    theme: Theme | None = None,
) -> tuple[Finding, ...]:
    """Everything there is to say of a unit, in the order of its file.

    `theme` may bring labels of its language. `faulty` are the lessons of it that have errors, as
    `LoadedUnit.lessons` names them.
    """
    unit, document = loaded.unit, loaded.document
    if unit is None or document is None:
        return in_order(loaded.findings)
    try:
        with bounded():
            remarks = [
                *without_labels(unit.language, theme or Theme()),
                *_on_prose(unit, loaded.file.parent),
                *_on_lessons(loaded, unit, faulty),
            ]
            return in_order((*loaded.findings, *(document.locate(remark) for remark in remarks)))
    except GivenUpError as given_up:
        return in_order((*loaded.findings, given_up.finding(loaded.file)))


def lessons_at_hand(loaded: LoadedUnit) -> tuple[Path, ...]:
    """The files that a unit names and that may be read, each once."""
    named = loaded.unit.lessons if loaded.unit else []
    found = zip(named, loaded.lessons, strict=True)
    at_hand = (file for path, file in found if not is_unit(file) and _is_at_hand(loaded, path))
    return tuple(dict.fromkeys(at_hand))


def _is_at_hand(loaded: LoadedUnit, path: str) -> bool:
    """Tell whether a lesson is a file of the collection, reached without a symbolic link."""
    within = os.path.normpath(Path(loaded.file.absolute().parent.name, path))
    try:
        file_within(loaded.root, within)
    except RefusedError:
        return False
    return True


def _on_prose(unit: Unit, folder: Path) -> Iterator[Remark]:
    for key, for_student in _PROSE.items():
        text = getattr(unit, key)
        if text is None:
            continue
        if much := list(too_large((key,), text)):
            yield from much
            continue
        value = ProseValue((key,), text, for_student)
        yield from astray(value, folder)
        yield from misprinted([value])
        spans = [(mark.start, mark.end) for mark in marks(text)]
        spans += [(work.start, work.end) for work in cited(text)]
        for start, end in spans:
            written = text[start:end]
            yield Remark(
                QUOTES,
                f"“{written}” can't be proved here: a unit has no excerpt and no facts",
                "say it in words of your own, or move it into a lesson",
                (key,),
                (start, end),
            )


def _on_lessons(loaded: LoadedUnit, unit: Unit, faulty: Collection[Path]) -> Iterator[Remark]:
    seen: dict[Path, int] = {}
    for index, (path, file) in enumerate(zip(unit.lessons, loaded.lessons, strict=True)):
        at = ("lessons", index)
        if file in seen:
            first = seen[file] + 1
            yield Remark(
                LESSON_TWICE, f"{path} is named twice: it is lesson {first} already", "", at
            )
        elif is_unit(file):
            hint = "name the lessons that it binds, each by its path"
            yield Remark(LESSON_MISSING, f"{path} is a unit, and no lesson", hint, at)
        elif not _is_at_hand(loaded, path):
            yield Remark(LESSON_MISSING, *_missing(loaded, path, file), at)
        elif file in faulty:
            message = f"{path} has errors, so the unit's booklets are not made"
            yield Remark(LESSON_FAULTY, message, "mend it, or take it out of the unit", at)
        seen.setdefault(file, index)


def _unasked(loaded: LoadedUnit, beside: list[str]) -> list[str]:
    """The one lesson among files that the unit does not name: it may be the one, renamed."""
    asked = {file.name for file in loaded.lessons}
    files = [Path(name) for name in beside if name not in asked and not name.startswith(".")]
    lessons = [file.name for file in files if is_lesson_name(file)]
    return lessons if len(lessons) == 1 else []


def _missing(loaded: LoadedUnit, path: str, file: Path) -> tuple[str, str]:
    try:
        there = file.is_file()
        beside = sorted(entry.name for entry in file.parent.iterdir() if entry.is_file())
    except (OSError, ValueError):
        there, beside = False, []
    if there:
        return (
            f"the lesson {path} is not in the unit's collection",
            f"copy it into {loaded.root.absolute().name}, without a symbolic link",
        )
    near = meant_path(loaded.root, _within(loaded.root, file), (".yaml", ".yml"))
    meant: Path | None = None
    if near:
        meant = Path(os.path.relpath(loaded.root / near, loaded.file.parent))
    elif renamed := _unasked(loaded, beside):
        meant = Path(path).parent / renamed[0]
    return (
        f"there is no lesson {path}",
        f"did you mean {meant.as_posix()}?"
        if meant
        else "write its path from this file, such as ../my-lesson.yaml",
    )


def _within(root: Path, file: Path) -> str:
    return Path(os.path.relpath(file, root)).as_posix()
