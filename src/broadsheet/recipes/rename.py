"""The recipe: a lesson under another name, with what is named after it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from broadsheet.confined import RefusedError, file_within, linked_in
from broadsheet.find import UNITS, find, is_unit
from broadsheet.lesson.load import load
from broadsheet.reading.document import Document, Mapping, Node, Scalar, Sequence
from broadsheet.reading.fix import Fix, edited
from broadsheet.recipes.new import refused_name
from broadsheet.recipes.refusal import Refusal
from broadsheet.system import reason_of
from broadsheet.unit.load import load_unit
from broadsheet.write import beside, move_together

_NAMED = ("text", "fingerprint")
"""Keys of a source whose files may be named after the lesson."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """What was moved and mended, and what still bears the old name."""

    moved: tuple[tuple[Path, Path], ...]
    """Files by their old and new paths, the lesson first."""
    mended: tuple[Path, ...]
    """Units that name the lesson."""
    left_behind: tuple[Path, ...]
    """Folders of documents that were made of it under its old name."""


def rename(old: Path, slug: str, output: Path) -> Renamed | Refusal:
    """Give a lesson another name: its file, the files of its source, and the units that name it.

    Nothing is written over, and every other byte of lesson and units stays. New files are all
    there before an old one goes. What was made in `output` is left, and named.
    """
    if refused := refused_name(slug) or _no_lesson(old):
        return refused
    document = load(old).document
    if document is None:
        return Refusal(f"{old} can't be read", f"`broadsheet check {old}` says what is wrong")
    new = old.with_name(slug + old.suffix)
    sources = list(_sources(document, slug))
    units = [(unit, fixes) for unit in _units(old) if (fixes := _fixes_of_unit(unit, old, slug))]
    try:
        moved = [(old, new), *((old.parent / fix.old, old.parent / fix.new) for fix in sources)]
        if taken := next((to for _, to in moved if os.path.lexists(to)), None):
            return Refusal(f"{taken} is already there, and is left as it is", "choose another name")
        data = [edited(document, sources), *(at.read_bytes() for at, _ in moved[1:])]
        mended = [(unit.file, edited(unit, fixes)) for unit, fixes in units]
        files = [*zip((to for _, to in moved), data, strict=True), *mended]
        if any(each is None for _, each in files):
            return Refusal(f"{old} or a unit of it has just changed", "try again")
        move_together([beside(to, each) for to, each in files if each is not None])
        for at, _ in moved:
            at.unlink()
    except OSError as error:
        return Refusal(f"{old} can't be renamed: {reason_of(error)}", "what is there still stands")
    made = output / old.stem
    return Renamed(
        tuple(moved), tuple(unit.file for unit, _ in units), (made,) if made.is_dir() else ()
    )


def _no_lesson(file: Path) -> Refusal | None:
    if is_unit(file):
        return Refusal(f"{file} is a unit", "name a lesson; a unit's file can simply be moved")
    if linked_in(file):
        return Refusal(f"{file} is a link to a lesson elsewhere", "rename it there")
    return None


def _sources(document: Document, slug: str) -> Iterator[Fix]:
    """The paths of files that a lesson's sources name, where they are there and named after it."""
    folder, old = document.file.parent, document.file.stem
    root = document.root
    entries = root.entries if isinstance(root, Mapping) else {}
    sources: list[Node] = [entries["source"].value] if "source" in entries else []
    pair = entries["sources"].value if "sources" in entries else None
    sources += [each.value for each in pair.entries.values()] if isinstance(pair, Mapping) else []
    for source in sources:
        named = source.entries if isinstance(source, Mapping) else {}
        for key in _NAMED:
            value = named[key].value if key in named else None
            if isinstance(value, Scalar) and _is_after(Path(value.text).name, old):
                try:
                    file_within(folder, value.text)
                except RefusedError:
                    continue
                path = Path(value.text)
                yield _fix(document, value, (path.parent / path.name.replace(old, slug, 1)))


def _is_after(name: str, slug: str) -> bool:
    """Tell whether a file is named after a lesson: `bridge.txt`, `bridge-a.fingerprint.json`."""
    rest = name.removeprefix(slug)
    return rest != name and rest.partition(".")[0] in ("", "-a", "-b")


def _units(lesson: Path) -> Iterator[Document]:
    folder = lesson.parent / UNITS
    for file in find([folder]) if folder.is_dir() else ():
        document = load_unit(file).document
        if document is not None and not linked_in(file):
            yield document


def _fixes_of_unit(unit: Document, lesson: Path, slug: str) -> list[Fix]:
    """The items of a unit that name a lesson."""
    root = unit.root
    lessons = root.entries.get("lessons") if isinstance(root, Mapping) else None
    named = lessons.value.items if lessons and isinstance(lessons.value, Sequence) else ()
    return [
        _fix(unit, item, Path(item.text).with_name(slug + lesson.suffix))
        for item in named
        if isinstance(item, Scalar)
        and os.path.abspath(unit.file.parent / item.text) == os.path.abspath(lesson)  # noqa: PTH100
    ]


def _fix(document: Document, value: Scalar, path: Path) -> Fix:
    place = document.within(value, 0, len(value.text))
    return Fix(document.place(place).line, place, value.text, path.as_posix())
