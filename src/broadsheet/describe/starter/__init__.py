"""The lesson that `broadsheet new` writes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

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


def starter(slug: str, schema: str = SCHEMA.as_posix()) -> str:
    """The starter lesson's YAML, under the name `slug`; `schema` leads from it to the schema."""
    yaml = files(__package__).joinpath("lesson.yaml").read_text("utf-8")
    return yaml.replace("SLUG", slug).replace("SCHEMA", schema)


def starter_files(slug: str, folder: Path) -> tuple[StarterFile, ...]:
    """What a new lesson named `slug` in `folder` consists of: itself, its source, the schema.

    Beside a folder that holds the schema already, as in a repository with many lessons, that one
    serves. A schema in the lesson's own folder is written anew, to be that of this release.
    """
    from broadsheet.describe.schema import schema_text

    source = files(__package__).joinpath("source.txt").read_bytes()
    shared = (folder.resolve().parent / SCHEMA).is_file()
    schema = (Path("..") if shared else Path()) / SCHEMA
    lesson = StarterFile(folder / f"{slug}.yaml", starter(slug, schema.as_posix()).encode())
    text = StarterFile(folder / "sources" / f"{slug}.txt", source)
    if shared:
        return lesson, text
    return lesson, text, StarterFile(folder / SCHEMA, schema_text().encode())


def write_starter(slug: str, folder: Path) -> tuple[Path, ...]:
    """Write a new lesson named `slug`, and give its files, the lesson first.

    Raises AlreadyThereError where the lesson or its source is there already, or something else than
    a schema of ours where that goes, before anything is written; and OSError where a file can't be
    written.
    """
    new = starter_files(slug, folder)
    from broadsheet.describe.schema import is_schema

    for file in new:
        if not is_free(file.path, is_schema if file in new[2:] else lambda _: False):
            raise AlreadyThereError(file.path)
    for file in reversed(new):
        write_whole(file.path, file.data)
    return tuple(file.path for file in new)
