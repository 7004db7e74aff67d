"""What prose is made of: plain, frozen values that know neither HTML nor paper.

`parse` gives marks and citations as they were typed; compose/ puts `Quoted`, `LineReference` and
`Cited` in their places. Lines and works are numbers: a renderer says them, see `spoken`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:  # processes that lay out can do without what reads lessons
    from broadsheet.excerpt.quotation import Mark

BULLET: Final = "•"
"""What stands before an item of a list that is not numbered, whatever sign was typed."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words without markup; their white space is folded to single blanks."""

    words: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart, as in italics."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that weigh more, as in bold."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Words shown sign for sign."""

    words: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address that is written out, and so needs no link to be told."""

    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web or to a mailbox."""

    inside: tuple[Inline, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture beside the lesson."""

    address: str
    """Its path from the lesson's folder."""
    description: str
    """What it shows, for who can't see it."""
    caption: str = ""
    """What is printed under it."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line that the author ended."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A `((…))` that nothing has proved yet."""

    typed: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Citing:
    """A `[@key]` whose works have no numbers yet."""

    typed: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineReference:
    """Lines of the excerpt."""

    first: int
    last: int
    label: str = ""
    """`A` or `B` in a pair, else empty."""


@dataclass(frozen=True, slots=True)
class PictureReference:
    """The picture of a source, pointed at."""

    label: str = ""
    """`A` or `B` in a pair, else empty."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words that keep an order of their own: most often those of another language."""

    words: str
    language: str
    """Empty where only their direction is another than the document's."""
    direction: str
    """The direction they are written in, `ltr` or `rtl`."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the excerpt, and the lines on which they stand."""

    inside: tuple[Inline, ...]
    """The words, in the marks of the document's language."""
    lines: LineReference


@dataclass(frozen=True, slots=True)
class Cited:
    """Works of the list of references, by number."""

    numbers: tuple[int, ...]


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | Code
    | Address
    | Link
    | Image
    | LineBreak
    | Marked
    | Citing
    | LineReference
    | PictureReference
    | Foreign
    | Quoted
    | Cited
)
"""What stands within a line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that run on."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, one below that of the place where the prose is printed."""

    inside: tuple[Inline, ...]
    level: int
    """1 for the first heading of a piece of prose; no level is skipped on the way down."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    mark: str
    """Its number as typed, such as `3.` or `b)`; a bullet where none was."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class List:
    """Items that are numbered, or that have bullets."""

    numbered: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class BlockQuotation:
    """Paragraphs set apart as someone else's."""

    blocks: tuple[Block, ...]


Alignment: TypeAlias = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: as many cells in each row as there are columns."""

    alignments: tuple[Alignment, ...]
    """One for each column; empty where the author asks for none."""
    heads: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class RuledLine:
    """A line to write on."""


Block: TypeAlias = Paragraph | Heading | List | BlockQuotation | Table | RuledLine
"""What stands on lines of its own."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Prose of one value of a lesson, for a place that has room for paragraphs and lists."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Prose of one value of a lesson, for a place within a line."""

    inside: tuple[Inline, ...]
