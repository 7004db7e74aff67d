"""What stands on the pages of a site, as plain values: no markup, and no file is read.

Whoever reads a site has a language, that of its labels; what a lesson's author typed has another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import Phrase, Prose


@dataclass(frozen=True, slots=True)
class Words:
    """What an author typed, in a language of its own."""

    text: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The first page of a document."""

    address: str
    """From the lesson's folder."""
    width: int
    """In pixels."""
    height: int


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away, and what one gets."""

    address: str
    """From the folder of its lesson or unit."""
    edition: str
    """Its name in the reader's language; nothing for a document that has none."""
    paper: str
    """`A4`, `Letter`, or nothing."""
    format: str
    """What it is called where there is little room: `PDF`."""
    use: str
    """What that is for: `PDF, to print`."""
    sides: int | None
    """None for a file without pages."""
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Row:
    """The files of a document in one edition."""

    edition: str
    note: str
    """For whom that edition is; nothing where that is not known."""
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of one document."""

    name: str
    """Of the document, in the reader's language."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A source: what is read."""

    label: str
    """`A` or `B` in a pair, else empty."""
    title: Phrase
    author: str
    outlet: Phrase
    published: str
    """The day, month or year, in the lesson's language."""
    genre: str
    rights: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Norm:
    """A teaching standard."""

    code: str
    """The framework's own."""
    paraphrase: str
    key: str
    """Its address on the page of lists."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the site says of a lesson and of a unit alike."""

    slug: str
    title: Words
    summary: Words
    level: Words
    language: str
    """The name of its language, in the reader's."""
    for_students: tuple[Shelf, ...]
    for_teachers: tuple[Shelf, ...]
    picture: Picture | None

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """All of its documents."""
        return (*self.for_students, *self.for_teachers)


@dataclass(frozen=True, slots=True)
class LessonPage(Entry):
    """All that the site says of a lesson."""

    labels: Labels
    """Those of the lesson itself."""
    ages: tuple[int, int] | None
    minutes: int
    topics: tuple[str, ...]
    genres: tuple[str, ...]
    objectives: tuple[Phrase, ...]
    pieces: tuple[Piece, ...]
    norms: tuple[Norm, ...]
    families: Prose | None
    has_second: bool
    """Whether its notes plan a second lesson."""
    sides: int | None
    """Sides of the worksheet that is printed for most; None where no such file is here."""


@dataclass(frozen=True, slots=True)
class UnitPage(Entry):
    """All that the site says of a unit."""

    lessons: tuple[LessonPage, ...]
    """Those of its lessons that are on the site, in order."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A heading of the page of lists, and the lessons under it."""

    key: str
    """Its address on the page."""
    name: str
    language: str
    """The language of its name; nothing where that is the reader's."""
    lessons: tuple[LessonPage, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Headings of one language: nobody looks through those of all scripts for a word of one."""

    name: str
    """The language in the reader's words; nothing where a heading is of no language or all are."""
    headings: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A whole site."""

    labels: Labels
    """Those of whoever reads it."""
    title: str
    school: str
    """Whose site it is; may be empty."""
    about: Sequence[Prose]
    """What else is said about the lessons: a page of one's own, and the licences of folders."""
    lessons: tuple[LessonPage, ...]
    units: tuple[UnitPage, ...]
