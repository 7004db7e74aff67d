"""The lesson that `broadsheet new` writes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from broadsheet.describe.starter.skeleton import Wording, filled
from broadsheet.write import is_free, write_whole

SCHEMA: Final = Path("schema", "lesson.schema.json")
"""Where the schema stands, seen from a lesson's folder or from the folder around it."""


class AlreadyThereError(Exception):
    """A file that a new lesson would write stands there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is already there")
        self.path = path


@dataclass(frozen=True, slots=True)
class StarterFile:
    """A file of a new lesson: where it goes, and what it holds."""

    path: Path
    data: bytes


@dataclass(frozen=True, slots=True)
class Kind:
    """Which of the starters is meant."""

    language: str = "en"
    """The tag that the lesson has under `language`."""
    words: str = "en"
    """The language, among `languages`, whose words it gets."""
    is_pair: bool = False
    """True for a lesson of two opposing texts."""


ENGLISH: Final = Kind()
"""The starter that is written unless told otherwise."""


def starter(slug: str, schema: str = SCHEMA.as_posix(), kind: Kind = ENGLISH) -> str:
    """The starter lesson's YAML, under the name `slug`; `schema` leads from it to the schema."""
    skeleton = files(__package__).joinpath("lesson.yaml").read_text("utf-8")
    names = {"SLUG": slug, "SCHEMA": schema, "LANGUAGE": kind.language}
    for name, value in names.items():
        skeleton = skeleton.replace(name, value)
    return filled(skeleton, Wording.of(kind.words), is_pair=kind.is_pair)


def starter_files(slug: str, folder: Path, kind: Kind = ENGLISH) -> tuple[StarterFile, ...]:
    """What a new lesson named `slug` in `folder` consists of: itself, its sources, the schema.

    Beside a folder that holds the schema already, as in a repository with many lessons, that one
    serves. A schema in the lesson's own folder is written anew, to be that of this release.
    """
    from broadsheet.describe.schema import schema_text

    shared = (folder.resolve().parent / SCHEMA).is_file()
    schema = (Path("..") if shared else Path()) / SCHEMA
    lesson = StarterFile(folder / f"{slug}.yaml", starter(slug, schema.as_posix(), kind).encode())
    wording = Wording.of(kind.words)
    names = {"a": f"{slug}-a", "b": f"{slug}-b"} if kind.is_pair else {"a": slug}
    letters = tuple(
        StarterFile(folder / "sources" / f"{name}.txt", wording.letter(which).encode())
        for which, name in names.items()
    )
    if shared:
        return lesson, *letters
    return lesson, *letters, StarterFile(folder / SCHEMA, schema_text().encode())


def write_starter(slug: str, folder: Path, kind: Kind = ENGLISH) -> tuple[Path, ...]:
    """Write a new lesson named `slug`, and give its files, the lesson first.

    Raises AlreadyThereError where the lesson or a source is there already, or something else than
    a schema of ours where that goes, before anything is written; and OSError where a file can't be
    written.
    """
    new = starter_files(slug, folder, kind)
    from broadsheet.describe.schema import is_schema

    for file in new:
        if not is_free(file.path, is_schema if file.path == folder / SCHEMA else lambda _: False):
            raise AlreadyThereError(file.path)
    for file in reversed(new):
        write_whole(file.path, file.data)
    return tuple(file.path for file in new)
