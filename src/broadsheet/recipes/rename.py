"""The recipe: a lesson under another name, with what is named after it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from broadsheet.confined import RefusedError, file_within, linked_in
from broadsheet.find import UNITS, find, is_unit
from broadsheet.lesson.load import load
from broadsheet.reading.document import Document, Mapping, Node, Scalar, Sequence
from broadsheet.reading.file_text import text_of
from broadsheet.reading.fix import Fix, edited
from broadsheet.recipes.new import refused_name
from broadsheet.recipes.refusal import Refusal
from broadsheet.system import reason_of
from broadsheet.unit.load import load_unit
from broadsheet.write import Beside, beside, move_together

_NAMED: Final = ("text", "fingerprint")
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
    others = _texts_of_others(old)
    sources = [fix for fix in _sources(document, slug) if fix.old not in others]
    units = [(unit, fixes) for unit in _units(old) if (fixes := _fixes_of_unit(unit, old, slug))]
    moved = {old: new} | {old.parent / fix.old: old.parent / fix.new for fix in sources}
    if taken := next((to for to in moved.values() if os.path.lexists(to)), None):
        return Refusal(f"{taken} is already there, and is left as it is", "choose another name")
    try:
        lesson = edited(document, sources)
        mended = {unit.file: edited(unit, fixes) for unit, fixes in units}
        if lesson is None or None in mended.values():
            return Refusal(f"{old} or a unit of it can't be mended in place", "edit it by hand")
        new_files = {file: data for file, data in mended.items() if data is not None}
        waiting = _waiting(new_files, moved, {old: lesson})
        move_together(waiting)
        for at in moved:
            at.unlink()
    except OSError as error:
        return Refusal(f"{old} can't be renamed: {reason_of(error)}", "what is there still stands")
    made = output / old.stem
    return Renamed(tuple(moved.items()), tuple(mended), (made,) if made.is_dir() else ())


def _waiting(
    new_files: AbstractMapping[Path, bytes],
    moved: AbstractMapping[Path, Path],
    changed: AbstractMapping[Path, bytes],
) -> list[Beside]:
    """All files beside their places, those that move as private as they were; or none of them."""
    waiting: list[Beside] = []
    try:
        waiting += [beside(file, data) for file, data in new_files.items()]
        for at, to in moved.items():
            waiting.append(beside(to, changed[at] if at in changed else at.read_bytes()))
            waiting[-1].at.chmod(stat.S_IMODE(at.stat().st_mode))
    except OSError:
        for each in waiting:
            each.put_away()
        raise
    return waiting


def _texts_of_others(lesson: Path) -> str:
    """What the other lessons of a folder say: a file that one of them names too is not moved."""
    others = [file for file in find([lesson.parent]) if file.name != lesson.name]
    texts = (text_of(file) for file in others)
    return "\n".join(text for text in texts if isinstance(text, str))


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
