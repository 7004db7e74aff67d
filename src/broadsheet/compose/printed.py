"""A source and the lines that are read of it, as every document has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from broadsheet.prose.nodes import LineReference, Phrase
from broadsheet.reading.dates import PartialDate
from broadsheet.text.brackets import CUT


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word of the text explained."""

    term: Phrase
    lines: LineReference | None
    """Where it first stands; None where it does not."""
    meaning: Phrase
    number: int = 0
    """From 1, in the order in which the glosses of a lesson are listed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line, all of one weight and explained or not."""

    text: str
    emphasis: Literal["", "em", "strong"] = ""
    gloss: int = 0
    """The number of the gloss on the same sheet that explains these words; 0 where none does."""

    @property
    def is_glossed(self) -> bool:
        """Whether these words are explained on the same sheet, and marked for that."""
        return self.gloss > 0


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A numbered line as it is printed."""

    number: int
    shows_number: bool
    text: str
    blank: str
    """What parts it from the next line, where text flows."""
    indent: float
    """By how many em it is set in."""
    rows: tuple[tuple[Piece, ...], ...]
    """More than one where a line of verse turns over."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All of it, where text flows."""
        return tuple(piece for row in self.rows for piece in row)


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """A paragraph of the excerpt; one without lines is the mark of a cut."""

    lines: tuple[PrintedLine, ...]
    shape: str = "prose"
    """`prose`, `lines`, `heading`, `item` or `set_apart`."""
    label: str = ""
    """What an item of a list begins with."""
    glosses: tuple[Gloss, ...] = ()
    """The words of it that are explained."""
    resumes: bool = False
    """True where it follows lines that this sheet leaves out; its first line shows its number."""

    @property
    def ends_with_cut(self) -> bool:
        """True where the mark of a cut stands at its end, or is all of it."""
        return not self.lines or self.lines[-1].text.endswith(CUT)


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of a source a document shows."""

    count: int
    """Words, or characters."""
    total: int | None
    """Of the whole source; None where it is not at hand."""
    by_character: bool
    """Whether characters are counted, as where no blank parts words."""
    has_unproved_emphasis: bool
    """Whether words are emphasised, and the source's file can't tell that they are so there."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is shown."""
        return self.total is not None and self.count >= self.total


@dataclass(frozen=True, slots=True)
class PrintedSource:
    """What is said of a source."""

    label: str
    """`A` or `B` in a pair, else empty."""
    title: Phrase
    author: str | None
    """None for a piece that is unsigned."""
    genre: str
    outlet: Phrase
    published: PartialDate
    pages: str | None
    url: str | None
    rights: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """The picture of a source."""

    image: Phrase
    """The image alone, with what it shows for who can't see it."""
    credit: str
    rights: str


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A source and the lines read from it."""

    label: str
    """`A` or `B` in a pair, else empty."""
    source: PrintedSource
    language: str
    direction: str
    """The direction its language is written in, `ltr` or `rtl`."""
    paragraphs: tuple[PrintedParagraph, ...]
    picture: PrintedPicture | None = None
    """Printed wherever its lines are, before them."""
