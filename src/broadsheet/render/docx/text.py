"""The numbered text of a source, what is said of it, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from broadsheet.plain import Record
from broadsheet.prose import spoken
from broadsheet.prose.nodes import (
    Address,
    Emphasis,
    Foreign,
    Image,
    LineReference,
    Phrase,
    Strong,
    Text,
)
from broadsheet.prose.walk import everything
from broadsheet.render.addresses import LESSON
from broadsheet.render.arrived import shown_of
from broadsheet.render.docx.blocks import (
    Block,
    Cell,
    Paragraph,
    Picture,
    Piece,
    Pieces,
    Placed,
    Row,
    Styled,
    ToLines,
    between,
    bold,
    kept,
    paragraph,
)
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.sizes import Sizes

_BESIDE: Final = "Broadsheet Beside"
_MOST_WHOLE: Final = 12
"""Most lines of a paragraph that stands on one page with what stands beside it."""
_SET_IN: Final = ("item", "set_apart")


class TextWriter:
    """Writes the texts of a document."""

    def __init__(self, sizes: Sizes) -> None:
        self.sizes, self.labels = sizes, sizes.labels

    def lines(self, text: Record, *, flowing: bool) -> list[Block]:
        """The paragraphs of a text: no page ends after one line of them, nor begins with one."""
        written: list[Block] = []
        for each in text.paragraphs:
            lines = self.paragraph(text, each, flowing=flowing)
            ends = () if flowing else (0, len(lines) - 2)
            last = len(lines) - 1
            written += (kept(it) if at in ends and at < last else it for at, it in enumerate(lines))
        return written

    def paragraph(self, text: Record, it: Record, *, flowing: bool) -> list[Paragraph]:
        """A paragraph of a text: one for each numbered line, or where it flows, as it is.

        One without lines is the mark of a cut.
        """
        if it.lines and flowing:
            written = [*self._flowing(text, it)]
        elif it.lines:
            written = [self._fixed(text, it, at) for at in range(len(it.lines))]
        else:
            style = "Broadsheet Flowing Text" if flowing else "Broadsheet Line End"
            written = [paragraph(style, "" if flowing else "\t", self._words(text, "[…]"))]
        return [replace(each, is_mirrored=text.direction == "rtl") for each in written]

    def row(self, paragraphs: Sequence[Block], beside: Cell) -> Row:
        """A paragraph with what stands beside it; no page ends within a short one.

        Its lines are not kept together one by one: in a table, that would keep all rows together.
        """
        return Row([Cell(paragraphs), beside], is_parted=len(paragraphs) > _MOST_WHOLE)

    def _words(self, text: Record, words: str) -> Text | Foreign:
        """Words of a text, in its language."""
        if text.language == self.labels.language:
            return Text(words)
        return Foreign(words, text.language, text.direction)

    def _pieces(self, text: Record, pieces: Sequence[Record]) -> Iterator[Piece]:
        for piece in pieces:
            words = self._words(text, piece.text)
            inside: Piece = words
            if piece.emphasis:
                inside = Strong((words,)) if piece.emphasis == "strong" else Emphasis((words,))
            yield Styled("Broadsheet Explained", [inside]) if piece.is_glossed else inside

    def _number(self, text: Record, it: Record, at: int, style: str) -> list[Piece]:
        line = it.lines[at]
        resumed = bool(it.resumes) and at == 0
        told = f"{text.label}{line.number}"
        return [Styled(style, [told])] if line.shows_number or resumed else []

    def _fixed(self, text: Record, it: Record, at: int) -> Paragraph:
        """A line with its number hanging before it; what turns over is set in."""
        line, is_last = it.lines[at], at == len(it.lines) - 1
        pieces = [*self._number(text, it, at, "Broadsheet Line Number"), "\t"]
        style = "Broadsheet Line"
        if it.shape in _SET_IN:
            pieces += [self._words(text, it.label if at == 0 else ""), "\t"]
            style += " Set In"
        style = f"{style} Heading" if it.shape == "heading" else style + " End" * is_last
        pieces += between("\n", [[*self._pieces(text, row)] for row in line.rows])
        written = paragraph(style, Placed(line_name(f"{text.label}{line.number}"), pieces))
        return self._indented(written, line.indent, turns=len(line.rows) > 1)

    def _indented(self, line: Paragraph, indent: float, *, turns: bool) -> Paragraph:
        """A line of verse as it is set in, and where what turns over begins."""
        if not (indent or turns):
            return line
        em = self.sizes.excerpt * 20
        begin = self.sizes.number_column + round(indent * em)
        left = begin + round(2 * em) if turns else begin
        return replace(line, indent=(left, left), stop=begin if turns else 0)

    def _flowing(self, text: Record, it: Record) -> Iterator[Paragraph]:
        """A paragraph that flows: a number stands before the first word of its line."""
        kind = "Heading" if it.shape == "heading" else "Text"
        style = f"Broadsheet Flowing {'Set In' if it.shape in (*_SET_IN, 'lines') else kind}"
        waiting: list[Piece] = [self._words(text, f"{it.label} ")] if it.label else []
        for at, line in enumerate(it.lines):
            number = self._number(text, it, at, "Broadsheet Flowing Number")
            told = [*number, self._words(text, "\u00a0")] if number else []
            waiting.append(Placed(line_name(f"{text.label}{line.number}"), told))
            waiting += self._pieces(text, line.pieces)
            if it.shape == "lines":
                yield paragraph(style, *waiting)
                waiting = []
            else:
                waiting.append(self._words(text, line.blank))
        if waiting:
            yield paragraph(style, *waiting)

    def picture(self, text: Record, tallest: str = "picture-height") -> list[Block]:
        """The picture of a source with its credit, where it has one."""
        if not text.picture:
            return []
        labels, it = self.labels, text.picture
        image = next(node for node in everything(it.image) if isinstance(node, Image))
        most = self.sizes.measures.points(tallest, 170)
        named: list[Piece] = []
        if text.label:
            named = [bold(labels.say("picture_labelled", label=text.label)), labels.dot]
        shown = Picture(LESSON + image.address, image.description, most)
        credit = f"{it.credit}{labels.stop}{it.rights}"
        return [
            paragraph("Broadsheet Picture", shown),
            kept(paragraph("Caption", *named, credit)),
        ]

    def about(self, source: Record, style: str = "Broadsheet Source") -> list[Block]:
        """What is said of a source above its text."""
        labels = self.labels
        letter: Pieces = ()
        if source.label:
            letter = (Styled("Broadsheet Letter", [source.label]), "\u2002")
        by = f"{labels.comma}{source.author or labels.say('unsigned')}"
        genre = source.genre[:1].upper() + source.genre[1:]
        shown = labels.stop + shown_of(source.shown, labels)
        found: Pieces = (f" {labels.say('find_it')} ", Address(source.url)) if source.url else ()
        return [
            paragraph(style, *letter, bold(source.title), by),
            paragraph(style, self.details(source, genre), shown),
            paragraph(style, source.rights, *found),
        ]

    def details(self, source: Record, genre: str) -> Phrase:
        """Genre, outlet, day and pages of a source in one line."""
        day: Any = source.published
        parts = (genre, source.outlet, self.labels.date(day) if day else "", source.pages)
        return spoken.parted(parts, self.labels)

    def gloss(self, gloss: Record, style: str = _BESIDE) -> Paragraph:
        """A word explained, with its line."""
        labels, lines = self.labels, gloss.lines
        where: list[Piece] = [" "]
        if isinstance(lines, LineReference):
            where = [labels.gap, ToLines(lines, spoken.aside(lines, labels)), labels.gap]
        return paragraph(style, bold(gloss.term), *where, gloss.meaning)

    def column(self) -> int:
        """How wide a column for numbered lines is: no line turns over in it."""
        sizes = self.sizes
        return sizes.number_column + round(sizes.measure * sizes.excerpt * 20) + twips(8)


def line_name(line: str) -> str:
    """The name of the place where a numbered line stands."""
    return f"line_{line}"
