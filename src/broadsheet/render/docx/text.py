"""The numbered text of a source, what is said of it, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from broadsheet.plain import Record
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Image, LineReference
from broadsheet.prose.walk import everything
from broadsheet.render.addresses import LESSON
from broadsheet.render.docx.blocks import kept_with_next
from broadsheet.render.docx.pictures import picture
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.writer import Cell, Manner, Row, line_name
from broadsheet.render.docx.xml import tag

_BESIDE = "Broadsheet Beside"
_MOST_WHOLE = 12
"""Most lines of a paragraph that stands on one page with what stands beside it."""
_SHAPES = {"heading": "Broadsheet Line Heading", "item": "Set In", "set_apart": "Set In"}


class TextWriter:
    """Writes the texts of a document."""

    def __init__(self, prose: ProseWriter) -> None:
        self.prose = prose
        self.writer, self.labels = prose.writer, prose.labels

    def lines(self, text: Record, *, flowing: bool) -> list[str]:
        """The paragraphs of a text: one for each numbered line, or where it flows, as they are."""
        return [
            block
            for paragraph in text.paragraphs
            for block in _kept(self.paragraph(text, paragraph, flowing=flowing), flowing=flowing)
        ]

    def paragraph(self, text: Record, it: Record, *, flowing: bool) -> list[str]:
        """A paragraph of a text; one without lines is the mark of a cut."""
        manner = self._manner_of(text)
        mirrored = text.direction == "rtl"
        if not it.lines:
            style = "Broadsheet Flowing Text" if flowing else "Broadsheet Line End"
            lead = "" if flowing else "\t"
            run = self.writer.run(f"{lead}[…]", manner)
            return [self.writer.paragraph(style, run, mirrored=mirrored)]
        if flowing:
            return [*self._flowing(text, it, manner, mirrored=mirrored)]
        return [self._fixed(text, it, at, manner, mirrored=mirrored) for at in range(len(it.lines))]

    def row(self, paragraphs: Sequence[str], beside: Cell) -> Row:
        """A paragraph with what stands beside it; no page ends within a short one.

        Its lines are not kept together one by one: in a table, that would keep all rows together.
        """
        return Row([Cell(paragraphs), beside], is_parted=len(paragraphs) > _MOST_WHOLE)

    def _manner_of(self, text: Record) -> Manner:
        foreign = text.language != self.labels.language
        return Manner(language=text.language if foreign else "", direction=text.direction)

    def _number(self, text: Record, line: Record, style: str, *, resumed: bool) -> str:
        if not (line.shows_number or resumed):
            return ""
        return self.writer.label(f"{text.label}{line.number}", style)

    def _fixed(self, text: Record, it: Record, at: int, manner: Manner, *, mirrored: bool) -> str:
        """A line with its number hanging before it; what turns over is set in."""
        writer, line = self.writer, it.lines[at]
        resumed = bool(it.resumes) and at == 0
        number = self._number(text, line, "Broadsheet Line Number", resumed=resumed)
        runs = [number, writer.run("\t")]
        if it.shape in ("item", "set_apart"):
            label = it.label if at == 0 else ""
            runs += [writer.run(label, manner) if label else "", writer.run("\t")]
        rows = [self._pieces(row, manner) for row in line.rows]
        runs.append(writer.run("\n").join(rows))
        own, tabs = self._indent(line, turns=len(rows) > 1)
        name = line_name(f"{text.label}{line.number}")
        style = _style_of(it.shape, ends=at == len(it.lines) - 1)
        placed = writer.place(name, "".join(runs))
        return writer.paragraph(style, placed, own=own, tabs=tabs, mirrored=mirrored)

    def _indent(self, line: Record, *, turns: bool) -> tuple[str, str]:
        """How a line of verse is set in, and where what turns over begins."""
        if not (line.indent or turns):
            return "", ""
        em = self.writer.sizes.excerpt * 20
        begin = self.writer.sizes.number_column + round(line.indent * em)
        left = begin + round(2 * em) if turns else begin
        stops = tag("tabs", tag("tab", val="left", pos=begin)) if turns else ""
        return tag("ind", left=left, hanging=left), stops

    def _flowing(
        self, text: Record, it: Record, manner: Manner, *, mirrored: bool
    ) -> Iterator[str]:
        """A paragraph that flows: a number stands before the first word of its line."""
        writer = self.writer
        runs = [writer.run(f"{it.label} ", manner)] if it.label else []
        style = "Broadsheet Flowing Heading" if it.shape == "heading" else "Broadsheet Flowing Text"
        if it.shape in ("item", "set_apart"):
            style = "Broadsheet Flowing Set In"
        for at, line in enumerate(it.lines):
            resumed = bool(it.resumes) and at == 0
            number = self._number(text, line, "Broadsheet Flowing Number", resumed=resumed)
            told = number + writer.run("\u00a0", manner) if number else ""
            placed = writer.place(line_name(f"{text.label}{line.number}"), told)
            words = placed + self._pieces(line.pieces, manner)
            if it.shape == "lines":
                yield writer.paragraph("Broadsheet Flowing Set In", *runs, words, mirrored=mirrored)
                runs = []
            else:
                runs.append(words + (writer.run(line.blank, manner) if line.blank else ""))
        if runs:
            yield writer.paragraph(style, *runs, mirrored=mirrored)

    def _pieces(self, pieces: Sequence[Record], manner: Manner) -> str:
        return "".join(
            self.writer.run(
                piece.text,
                Manner(
                    "Broadsheet Explained" if piece.is_glossed else None,
                    strong=piece.emphasis == "strong",
                    emphasis=piece.emphasis == "em",
                    language=manner.language,
                    direction=manner.direction,
                ),
            )
            for piece in pieces
        )

    def picture(self, text: Record, tallest: str = "picture-height") -> list[str]:
        """The picture of a source with its credit, where it has one."""
        if not text.picture:
            return []
        writer, labels, it = self.writer, self.labels, text.picture
        image = next(node for node in everything(it.image) if isinstance(node, Image))
        most = writer.sizes.measures.points(tallest, 170)
        shown = picture(writer, LESSON + image.address, image.description, most)
        named = ""
        if text.label:
            named = writer.bold(labels.say("picture_labelled", label=text.label))
            named += writer.run(labels.dot)
        credit = writer.run(f"{it.credit}{labels.stop}{it.rights}")
        return [
            writer.paragraph("Broadsheet Picture", shown),
            writer.paragraph("Caption", named, credit, keep=True),
        ]

    def about(self, source: Record, style: str = "Broadsheet Source") -> list[str]:
        """What is said of a source above its text."""
        writer, labels, prose = self.writer, self.labels, self.prose
        letter = writer.label(source.label, "Broadsheet Letter") if source.label else ""
        if letter:
            letter += writer.run("\u2002")
        first = letter + prose.phrase(source.title, Manner(strong=True))
        first += writer.run(f"{labels.comma}{source.author or labels.say('unsigned')}")
        genre = source.genre[:1].upper() + source.genre[1:]
        second = self.details(source, genre) + writer.run(labels.stop + self.shown(source.shown))
        third = writer.run(source.rights)
        if source.url:
            third += writer.run(f" {labels.say('find_it')} ") + prose.address(source.url)
        return [writer.paragraph(style, runs) for runs in (first, second, third)]

    def details(self, source: Record, genre: str) -> str:
        """Genre, outlet, day and pages of a source in one line."""
        day: Any = source.published
        parts = (genre, source.outlet, self.labels.date(day) if day else "", source.pages)
        return self.prose.phrase(spoken.parted(parts, self.labels))

    def shown(self, it: Record) -> str:
        """How much of a source is shown."""
        labels = self.labels
        if it.total is None:
            phrase = "shows_unknown_characters" if it.by_character else "shows_unknown"
            return labels.say(phrase, shown=it.count, n=it.count)
        if it.is_whole:
            return labels.say("shows_all_words")
        phrase = "shows_characters" if it.by_character else "shows_words"
        return labels.say(phrase, shown=it.count, total=it.total, n=it.total)

    def gloss(self, gloss: Record) -> str:
        """A word explained, with its line, in the runs of one paragraph."""
        writer, labels = self.writer, self.labels
        told = self.prose.phrase(gloss.term, Manner(strong=True))
        lines = gloss.lines
        if isinstance(lines, LineReference):
            told += writer.run(labels.gap)
            told += writer.to_line(lines, spoken.aside(lines, labels)) + writer.run(labels.gap)
        else:
            told += writer.run(" ")
        return told + self.prose.phrase(gloss.meaning)

    def glossed(self, gloss: Record) -> str:
        """A word explained beside its line."""
        return self.writer.paragraph(_BESIDE, self.gloss(gloss))


def _kept(blocks: list[str], *, flowing: bool) -> list[str]:
    """Lines of a paragraph: no page ends after the first of them, nor begins with the last."""
    if flowing:
        return blocks
    ends = {0, len(blocks) - 2}
    last = len(blocks) - 1
    return [
        kept_with_next(block) if at in ends and at < last else block
        for at, block in enumerate(blocks)
    ]


def _style_of(shape: str, *, ends: bool) -> str:
    if shape == "heading":
        return _SHAPES[shape]
    end = " End" if ends else ""
    return f"Broadsheet Line{' ' + _SHAPES[shape] if shape in _SHAPES else ''}{end}"
