"""Sizes, faces and distances that all styles of a document are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from broadsheet.locale.labels import Labels
from broadsheet.render.docx.faces import Face, face_of
from broadsheet.render.docx.measures import Measures
from broadsheet.text.language_tags import base_of

_NO_SLANT: Final = ("ar", "he", "zh", "ja", "ko")
"""Languages in which what is emphasised is bold."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What the styles are made from."""

    measures: Measures
    labels: Labels
    width: int
    """Between the margins of a page, in twentieths of a point."""
    text: Face
    label: Face
    body: float
    """Size of running words, in points."""
    small: float
    tiny: float
    beside: float
    """Size of what stands beside the text."""
    leading: float
    """Distance of lines, in sizes of the type."""
    excerpt: float
    excerpt_leading: float
    """Distance of the lines of the text, in points."""
    between: float
    """Between two paragraphs, in millimetres."""
    is_tight: bool
    """Whether headings, items and rows stand close, as in a teacher's notes."""

    @classmethod
    def of(cls, measures: Measures, labels: Labels, width: int, *, for_teachers: bool) -> Sizes:
        """The sizes of a document; a teacher's notes are set smaller than what a class reads."""
        language = labels.language
        points = measures.points
        return cls(
            measures=measures,
            labels=labels,
            width=width,
            text=face_of(measures.faces("text"), language),
            label=face_of(measures.faces("label"), language),
            body=9 if for_teachers else points("size-body", 10),
            small=points("size-small", 9),
            tiny=points("size-tiny", 9),
            beside=points("size-small" if for_teachers else "size-tiny", 9),
            leading=1.22 if for_teachers else measures.number("leading", 1.35),
            excerpt=9.25 if for_teachers else points("excerpt-size", 11),
            excerpt_leading=12 if for_teachers else points("excerpt-leading", 14.6),
            between=0.8 if for_teachers else 1.2,
            is_tight=for_teachers,
        )

    @property
    def measure(self) -> float:
        """Width of a numbered line where lines are fixed, in sizes of its type."""
        return self.measures.number("measure", 32)

    @property
    def has_choices_in_pairs(self) -> bool:
        """Whether two choices stand beside each other, as on a sheet of one side."""
        width = self.measures.values.get("choice-width", "")
        return width.endswith("%") and float(width[:-1]) <= 50

    @property
    def has_slant(self) -> bool:
        """Whether emphasis slants."""
        slanted = not self.measures.says("emphasis-style", "normal")
        return slanted and base_of(self.labels.language) not in _NO_SLANT

    @property
    def number_column(self) -> int:
        """The column that numbers of lines stand in, in twentieths of a point."""
        return self.measures.twips("number-column", 25.5)
