"""A document that is to be laid out: a value that can travel to another process or machine.

It holds what was composed, and by content whatever else the pages need: the images of its prose,
the school's logo and the school's own files of the theme. Nothing in it is a path of this machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from posixpath import normpath
from typing import Any, Final

from broadsheet.confined import RefusedError, read_within
from broadsheet.plain import Record, kind_of, leaves, pack, unpack
from broadsheet.prose import nodes
from broadsheet.prose.walk import everything
from broadsheet.render.addresses import LESSON, SCHOOL
from broadsheet.school.paper import Paper
from broadsheet.theme.look import Look, ThemeError

_HEAD: Final = "SchoolHead"
"""The kind of section that has a school's logo."""

MAX_IMAGE: Final = 20 * 1024**2
"""Largest image, in bytes."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was made from, for formats that can tell it."""

    lesson: str
    """What the lesson's files are named after."""
    document: str
    """Its name in the table of documents."""
    edition: str
    """The name of its edition; empty for a document that has none."""
    questions: tuple[int, ...] = ()
    """The questions that were chosen; none for all of them."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A composed document, ready to be set."""

    document: Record
    """The composed document; see `compose/`."""
    paper: str | None
    """The name of its paper; None for a format that is not on paper, or where the document's style
    sheet says the size of its pages."""
    images: Mapping[str, bytes]
    """By address."""
    look: Look
    origin: Origin | None = None
    """What it was made from; None for what is bound into a booklet."""


@dataclass(frozen=True, slots=True)
class BookletManuscript:
    """Composed documents that are bound into one."""

    title: str
    front: Manuscript
    parts: tuple[Manuscript, ...]
    languages: tuple[str, ...]
    """The language of each part."""
    is_stack: bool = False
    """Whether the parts are handed out, each to somebody else; see `pdf/stack.py`."""


@dataclass(frozen=True, slots=True)
class Job:
    """A manuscript on its way, and the module that makes a file of it; see `renderer`."""

    renderer: str
    manuscript: Manuscript | BookletManuscript


_KINDS: Final = {
    kind.__name__: kind
    for kind in (Job, Manuscript, BookletManuscript, Origin, Look, *vars(nodes).values())
    if isinstance(kind, type) and is_dataclass(kind)
}
"""What is made again where it arrives: documents, looks and prose."""


def manuscript(
    document: object,
    paper: Paper | None,
    look: Look,
    lesson: Path,
    school: Path | None = None,
    origin: Origin | None = None,
) -> Manuscript:
    """Gather what a composed document needs; its images lie in the folder `lesson`.

    `school` is the folder of the settings that name the logo. Raises ThemeError where an image
    can't be read.
    """
    arrived = plain(document)
    images = {LESSON + normpath(path): _read(lesson, path) for path in _images(arrived)}
    if school:
        images |= {SCHOOL + normpath(logo): _read(school, logo) for logo in _logos(arrived)}
    return Manuscript(arrived, paper and paper.value, images, look, origin)


def plain(document: object) -> Any:
    """A composed document as it arrives: a record, in which only prose is more than that."""
    return unpack(pack(document), _KINDS)


def _images(document: Record) -> Iterator[str]:
    """Paths of the images that a document shows, as its prose names them."""
    for piece in leaves(document):
        if isinstance(piece, nodes.Prose | nodes.Phrase):
            yield from (node.address for node in everything(piece) if isinstance(node, nodes.Image))


def _logos(document: Record) -> Iterator[str]:
    """Paths of the logos of a document's heads, from the folder of the settings that name them."""
    for section in document.sections:
        if kind_of(section) == _HEAD and section.head.logo:
            yield section.head.logo


def _read(folder: Path, path: str) -> bytes:
    try:
        return read_within(folder, path, MAX_IMAGE)
    except RefusedError as refused:
        raise ThemeError(f"the image {path[:60]} {refused.reason}") from None


def written(job: Job) -> bytes:
    """Write a job down for its way."""
    return pack(job)


def read(job: bytes) -> Job:
    """Read a job that has arrived. Raises ValueError for anything else."""
    found = unpack(job, _KINDS)
    if not isinstance(found, Job):
        raise ValueError("this is no job")  # noqa: TRY004 - of what was sent, not of a caller
    return found
