"""An order: one document of a lesson or a unit, in one edition and format, on one paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.theme import STANDARD

if TYPE_CHECKING:
    from broadsheet.compose.document import Composed
    from broadsheet.lesson.models import Silenced
    from broadsheet.school.edition import Edition
    from broadsheet.school.paper import Paper
    from broadsheet.school.settings import School
    from broadsheet.theme import Theme


class Whole(Enum):
    """What a document is made of."""

    LESSON = "a lesson"
    UNIT = "a unit"


@dataclass(frozen=True, slots=True)
class Document:
    """A row of the table: a document that can be asked for."""

    name: str
    """What it is asked for by, and what its files are called."""
    of: Whole
    compose: Composer
    has_editions: bool = False
    """Whether it is set in editions; one without is the same for every reader."""
    binds: str = ""
    """Of a unit: the document of each lesson that is bound in it, in the standard edition."""
    is_made_unasked: bool = True
    """Whether it is made where neither a request nor settings name documents."""
    has_papers: bool = True
    """Whether it is set for papers; one without, such as slides, has a sheet of its own, which its
    style sheet sizes. It is made once, and there is no paper in its file's name."""
    formats: tuple[str, ...] | None = None
    """The formats that it can be made as; None where any will do."""
    is_for_teachers: bool = False
    """Whether it tells what students are to find out themselves, or is the teacher's to use."""


@dataclass(frozen=True, slots=True)
class Format:
    """A row of the table: a kind of file that documents can be made as."""

    name: str
    """What it is asked for by."""
    renderer: str
    """The module whose `render` makes it of a manuscript: `broadsheet.render.pdf.layout`."""
    on_paper: bool
    """Whether it is laid out on pages; a file that is not has no paper in its name."""
    is_made_unasked: bool = False
    """Whether it is made where neither a request nor settings name formats."""
    ending: str = ""
    """What its files end in after the dot; its name, where nothing is said."""
    documents: tuple[str, ...] | None = None
    """The documents that it can be made of; None where any will do."""
    has_forms: bool = True
    """Whether an edition whose rooms are the fields of a form can be made."""
    has_type: bool = True
    """Whether what is set in other type is another file; where not, an edition that says and asks
    the same as the standard one is not made."""

    @property
    def suffix(self) -> str:
        """The ending of its files, with the dot."""
        return f".{self.ending or self.name}"

    def sets(self, edition: Edition) -> bool:
        """Whether there is such a file of a document in an edition."""
        if edition.form and not self.has_forms:
            return False
        return self.has_type or edition.name == STANDARD or edition.changes_words

    def makes(self, document: Document) -> bool:
        """Whether there can be such a file of a document."""
        return (self.documents is None or document.name in self.documents) and (
            document.formats is None or self.name in document.formats
        )


@dataclass(frozen=True, slots=True)
class Order:
    """A document to be made."""

    document: Document
    of: GoodLesson | GoodUnit
    format: Format
    edition: Edition | None
    """None for a document that has no editions."""
    paper: Paper | None
    """None for a format that is not on paper, and for a document that has no papers."""
    target: Path
    """The file to be written."""
    parts: tuple[Order, ...] = ()
    """The documents of lessons that are bound in it."""

    @property
    def file(self) -> Path:
        """The lesson's or unit's file; images come from its folder."""
        return self.of.file

    @property
    def school(self) -> School:
        """The school that it is made for."""
        return self.of.school

    @property
    def theme(self) -> Theme:
        """The theme it is set with."""
        return self.school.theme

    @property
    def of_lesson(self) -> GoodLesson:
        """The lesson that it is of. Raises ValueError where it is of a unit."""
        if not isinstance(self.of, GoodLesson):
            raise ValueError(f"a {self.document.name} is made of a unit")  # noqa: TRY004
        return self.of

    @property
    def of_unit(self) -> GoodUnit:
        """The unit that it is of. Raises ValueError where it is of a lesson."""
        if not isinstance(self.of, GoodUnit):
            raise ValueError(f"a {self.document.name} is made of a lesson")  # noqa: TRY004
        return self.of

    @property
    def set_in(self) -> Edition:
        """The edition that it is set in. Raises ValueError where it has none."""
        if self.edition is None:
            raise ValueError(f"a {self.document.name} has no editions")
        return self.edition

    @property
    def ignore(self) -> Sequence[Silenced]:
        """The findings that its lesson leaves alone."""
        return self.of.lesson.ignore if isinstance(self.of, GoodLesson) else ()


Composer: TypeAlias = "Callable[[Order], Composed]"
"""Composes the document of an order: what stands on its pages, as plain values.

Raises LookupError for a language without labels; checks find that first.
"""
