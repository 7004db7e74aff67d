"""A composed document: what stands in it, in order, as plain values.

No value here knows a page, a tag or an engine: numbers of lines, works, points and minutes are
numbers, days are days, and a renderer says them in the document's language. What an edition shows
has been decided; what is left to a renderer is how each kind of section is set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from broadsheet.compose.places import Places, places_in
from broadsheet.excerpt.lines import MEASURE, measure_for
from broadsheet.lesson.ages import TEXT_SIZE, text_size
from broadsheet.locale.labels import Labels
from broadsheet.school.edition import Edition
from broadsheet.school.style import enlarged, points

Opening: TypeAlias = Literal["", "verso", "recto"]
"""On which of two facing pages a section begins, if it does not just follow."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is set for its readers."""

    lines: Literal["fixed", "flowing"] = "fixed"
    """`fixed` prints one numbered line a line; `flowing` lets larger type flow past the numbers."""
    tables: Literal["across", "stacked"] = "across"
    """`stacked` turns a wide table into one for each of its rows."""
    form: bool = False
    """Whether every room to answer is a field to type in."""
    measures: Mapping[str, str] = field(default_factory=dict)
    """Measures of the style sheets and their values, such as `size-body: 18pt`."""
    scale: float = 1
    """How many times as large as on the standard sheet type and rooms are that `measures` lacks."""
    measure: float = MEASURE
    """Width of a numbered line where lines are fixed, in em."""
    fit: bool = False
    """Whether spare room at the end of a page is given to the rooms to answer on it, and no page
    begun that smaller gaps spare.
    """

    @classmethod
    def of(cls, edition: Edition, ages: Sequence[int] | None) -> Layout:
        """The layout of an edition for readers of some ages; larger type than theirs stays."""
        size = text_size(ages)
        own = points(edition.style.get("excerpt-size", f"{TEXT_SIZE}pt"))
        scale = size / TEXT_SIZE if own < size else 1
        return cls(
            lines=edition.lines,
            tables=edition.tables,
            form=edition.form,
            measures=enlarged(edition.style, scale),
            scale=scale,
            measure=measure_for(size),
            fit=edition.fit,
        )

    @classmethod
    def without_edition(cls, ages: Sequence[int] | None) -> Layout:
        """The layout of what is set in no edition, and read from no wall."""
        size = text_size(ages)
        return cls(scale=size / TEXT_SIZE, measure=measure_for(size))


@dataclass(frozen=True, slots=True)
class Composed:
    """A document with its sections in order."""

    name: str
    """The phrase that names it: `worksheet`, `teacher_notes`, `student_booklet`."""
    labels: Labels
    title: str
    summary: str
    sections: tuple[Any, ...]
    """A frozen dataclass each; its class says what kind of section it is."""
    edition_title: str = ""
    """The edition's name as printed at the foot; nothing for a document that has none."""
    owner: str = ""
    """Whose sheet it is, printed at the foot of every page; empty where it is nobody's yet."""
    layout: Layout = field(default_factory=Layout)

    @property
    def places(self) -> Places:
        """What references can lead to: the lines and pictures that it prints."""
        return places_in(self.sections)
