"""The lessons that `broadsheet new` writes: a sample in each language, or a draft about a piece."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from broadsheet.describe.starter.aside import aside
from broadsheet.describe.starter.skeleton import Wording, filled
from broadsheet.lesson.question import PARTS
from broadsheet.locale.labels import labels_for
from broadsheet.source.facts import Facts
from broadsheet.source.fingerprint import Fingerprint
from broadsheet.text.language_tags import base_of
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
    return _filled("lesson.yaml", slug, schema, kind, Wording.of(kind.words))


def _filled(skeleton: str, slug: str, schema: str, kind: Kind, wording: Wording) -> str:
    text = files(__package__).joinpath(skeleton).read_text("utf-8")
    for name, value in {"SLUG": slug, "SCHEMA": schema, "LANGUAGE": kind.language}.items():
        text = text.replace(name, value)
    return filled(text, wording, is_pair=kind.is_pair)


def starter_files(slug: str, folder: Path, kind: Kind = ENGLISH) -> tuple[StarterFile, ...]:
    """What a new lesson named `slug` in `folder` consists of: itself, its sources, the schema."""
    wording = Wording.of(kind.words)
    names = {"a": f"{slug}-a", "b": f"{slug}-b"} if kind.is_pair else {"a": slug}
    letters = tuple(
        StarterFile(folder / "sources" / f"{name}.txt", wording.letter(which).encode())
        for which, name in names.items()
    )
    schema, schemas = _schema_for(folder)
    lesson = starter(slug, schema, kind)
    return StarterFile(folder / f"{slug}.yaml", lesson.encode()), *letters, *schemas


@dataclass(frozen=True, slots=True)
class DraftSource:
    """What is known of a piece that a lesson is begun from."""

    facts: Facts
    excerpt: str
    """Passages, as they are typed in a lesson."""
    fingerprint: Fingerprint
    piece: str
    """The whole text, for what it lacks; nothing else of it is kept."""


def draft_files(
    slug: str, folder: Path, kind: Kind, sources: tuple[DraftSource, ...]
) -> tuple[StarterFile, ...]:
    """What a lesson begun from one piece or two consists of: itself, fingerprints, the schema.

    Its keys that only an author can fill in are empty.
    """
    wording = Wording.of(kind.words)
    words: dict[str, str | None] = {}
    prints: list[StarterFile] = []
    for label, source in zip("ab", sources, strict=False):
        name = f"{slug}-{label}" if kind.is_pair else slug
        key = f"sources/{name}.fingerprint.json"
        prints.append(StarterFile(folder / key, source.fingerprint.to_json().encode("ascii")))
        facts = source.facts
        foreign = facts.language and base_of(facts.language) != base_of(kind.language)
        words |= {
            f"{label}_title": facts.title,
            f"{label}_author": facts.author or None,
            f"{label}_outlet": facts.outlet,
            f"{label}_published": facts.published,
            f"{label}_url": facts.url or None,
            f"{label}_language": facts.language if foreign else None,
            f"{label}_fingerprint": key,
            f"{label}_excerpt": source.excerpt,
            f"{label}_aside": aside(
                source.excerpt, source.piece, facts.language or kind.language, kind.words, wording
            ),
        }
    labels = labels_for(kind.words)
    asks = {f"{part}_asks": labels.say(f"{part}_asks") for part in PARTS}
    schema, schemas = _schema_for(folder)
    with_sources = Wording(
        {**wording.comments, **asks}, {**wording.words, **words}, wording.signals
    )
    lesson = _filled("draft.yaml", slug, schema, kind, with_sources)
    return StarterFile(folder / f"{slug}.yaml", lesson.encode()), *prints, *schemas


def _schema_for(folder: Path) -> tuple[str, tuple[StarterFile, ...]]:
    """Where the schema stands, seen from a lesson in this folder, and its file if it is to be made.

    Beside a folder that holds the schema already, as in a repository with many lessons, that one
    serves. A schema in the lesson's own folder is written anew, to be that of this release.
    """
    from broadsheet.describe.schema import schema_text

    if (folder.resolve().parent / SCHEMA).is_file():
        return (Path("..") / SCHEMA).as_posix(), ()
    return SCHEMA.as_posix(), (StarterFile(folder / SCHEMA, schema_text().encode()),)


def write_new(new: tuple[StarterFile, ...]) -> tuple[Path, ...]:
    """Write the files of a new lesson, and give their paths, in the same order.

    Raises AlreadyThereError where one of them is there already, or something else than a schema of
    ours where that goes, before anything is written; and OSError where a file can't be written.
    """
    from broadsheet.describe.schema import is_schema

    for file in new:
        is_ours = is_schema if file.path.name == SCHEMA.name else lambda _: False
        if not is_free(file.path, is_ours):
            raise AlreadyThereError(file.path)
    for file in reversed(new):
        write_whole(file.path, file.data)
    return tuple(file.path for file in new)
