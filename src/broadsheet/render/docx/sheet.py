"""The sections of a student's sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import Any, Final

from broadsheet.plain import Record, kind_of
from broadsheet.render.addresses import SCHOOL
from broadsheet.render.docx.blocks import (
    Block,
    Cell,
    Paragraph,
    Picture,
    Piece,
    Row,
    Styled,
    Table,
    bold,
    kept,
    kept_together,
    paragraph,
)
from broadsheet.render.docx.leaving import LeavingWriter
from broadsheet.render.docx.place import Place, ruled
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.rooms import TICK, RoomWriter, in_pairs
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.text import TextWriter
from broadsheet.text.no_break import NO_BREAK_SPACE

_LOGO: Final = 25.5
"""How high a school's logo is, in points: 9 mm."""
_WIDEST_LOGO: Final = 198
_BESIDE: Final = "Broadsheet Beside"


class SheetWriter:
    """Writes sections of a student's sheets."""

    def __init__(self, sizes: Sizes, layout: Record) -> None:
        self.sizes, self.labels = sizes, sizes.labels
        self.flowing = layout.lines == "flowing"
        self.prose, self.text = ProseWriter(sizes), TextWriter(sizes)
        self.rooms = RoomWriter(sizes, stacked=layout.tables == "stacked")
        self.leaving = LeavingWriter(sizes, stacked=layout.tables == "stacked")

    @property
    def kinds(self) -> dict[str, Callable[[Any], Iterable[Block]]]:
        """What writes each kind of section."""
        return {
            "SchoolHead": self._school_head,
            "NameFields": lambda it: [
                self.leaving.name_fields(it.asked),
                paragraph("Broadsheet Name Gap"),
            ],
            "Title": self._title,
            "Goals": lambda it: [
                paragraph("Broadsheet Tick", TICK, "\t", goal) for goal in it.goals
            ],
            "SourceBox": lambda it: self.text.about(it.source),
            "BeforeReading": self._before_reading,
            "Reading": self._reading,
            "Glossary": self._glossary,
            "Lens": self._lens,
            "Leaving": self.leaving.write,
        }

    def write(self, section: Record) -> Iterable[Block]:
        """The paragraphs and tables of a section."""
        return self.kinds[kind_of(section)](section)

    def _school_head(self, it: Record) -> Iterator[Block]:
        head = it.head
        logo: list[Piece] = []
        if head.logo:
            described = head.school or head.words or "logo"
            logo = [Picture(SCHOOL + head.logo, described, _LOGO, _WIDEST_LOGO), "\u2002"]
        dot = self.labels.dot if head.school and head.words else ""
        yield paragraph("Broadsheet School", *logo, bold(head.school), dot + head.words)

    def _title(self, it: Record) -> Iterator[Block]:
        if it.level is not None:
            minutes = self.labels.say("minutes", n=it.minutes)
            yield paragraph("Broadsheet Kicker", f"{it.level}{self.labels.dot}{minutes}")
        yield paragraph("Title", it.title)

    def _before_reading(self, it: Record) -> list[Block]:
        heading = paragraph("Heading 1", self.labels.say("before_reading"))
        return kept_together([heading, ruled(self.sizes, it.lines)])

    def _reading(self, it: Record) -> Iterator[Block]:
        text = it.text
        phrase = "read_text_labelled" if text.label else "read_text"
        heading = paragraph("Heading 1", self.labels.say(phrase, label=text.label))
        if it.margin == "source":
            yield from self.text.picture(text)
            yield self._lines_after([heading, *self.text.about(text.source, _BESIDE)], text)
            return
        yield heading
        yield from self.text.picture(text)
        if it.margin == "notes":
            yield self._lines_beside(text, self._notes())
        elif it.margin == "glosses":
            glosses = ([*map(self.text.gloss, each.glosses)] for each in text.paragraphs)
            yield self._lines_beside(text, (Cell(each or [paragraph(_BESIDE)]) for each in glosses))
        else:
            yield from self.text.lines(text, flowing=self.flowing)

    def _notes(self) -> Iterator[Cell]:
        """Room for notes: one cell beside all paragraphs."""
        # Phrases of ours have one piece of markup, `**bold**`.
        key = self.labels.say("notes_key").split("**")
        told = [bold(part) if at % 2 else part for at, part in enumerate(key)]
        said = paragraph(_BESIDE, bold(self.labels.say("my_notes")))
        yield Cell([said, paragraph(_BESIDE, *told)], merged="restart")
        yield from repeat(Cell([paragraph(_BESIDE)], merged="continue"))

    def _lines_beside(self, text: Record, beside: Iterable[Cell]) -> Table:
        """Lines with what stands beside them; a page may end between any two paragraphs."""
        wide = min(self.text.column(), self.sizes.width * 4 // 5)
        lines = (self.text.paragraph(text, it, flowing=self.flowing) for it in text.paragraphs)
        rows = [self.text.row(*each) for each in zip(lines, beside, strict=False)]
        return Table("Broadsheet Columns", [wide, self.sizes.width - wide], rows)

    def _lines_after(self, source: list[Block], text: Record) -> Table:
        """Lines behind what is said of their source, which is one cell beside them all."""
        wide = self.text.column()
        lines = self.text.lines(text, flowing=self.flowing)
        row = Row([Cell(source), Cell(lines)], is_parted=True)
        return Table("Broadsheet Layout", [self.sizes.width - wide, wide], [row])

    def _glossary(self, it: Record) -> list[Block]:
        heading = paragraph("Heading 2", self.labels.say("words_glossed"))
        style = "Broadsheet Gloss"
        told: list[Block] = [self.text.gloss(each, style) for each in it.glosses]
        return [
            heading,
            *(told if self.flowing else [in_pairs(told, paragraph(style), self.sizes)]),
        ]

    def _lens(self, it: Record) -> Iterator[Block]:
        labels = self.labels
        letter = Styled("Broadsheet Letter", [labels.say(f"letter_{it.part}")])
        asks = Styled("Broadsheet Small", [labels.say(f"{it.part}_asks")])
        yield paragraph("Broadsheet Lens", letter, f"\u2002{labels.say(it.part)}\u2002", asks)
        for question in it.questions:
            yield from self._question(question)

    def _question(self, it: Record) -> list[Block]:
        place = Place("Broadsheet Question", "Broadsheet Ask", 2, self.rooms.inset)
        number = (bold(str(it.number)), "\t")
        asked = self.prose.blocks(it.ask, place, number, self._points(it.points))
        asked += (self._step(index, step) for index, step in enumerate(it.steps))
        asked += self._helps(it)
        room = self.rooms.room(it.room)
        if self.rooms.is_parted(it.room):
            return [*map(kept, asked), *room]
        return kept_together([*asked, *room])

    def _points(self, points: int | None) -> list[Piece]:
        """What a question is worth, at the end of its last line."""
        if not points:
            return []
        told = self.labels.say("points", n=points).replace(" ", NO_BREAK_SPACE)
        return ["\t", Styled("Broadsheet Small", [told])]

    def _step(self, index: int, step: Piece) -> Paragraph:
        letters = self.labels.letters
        letter = (letters[index] if index < len(letters) else str(index + 1)).lower()
        return paragraph("Broadsheet Step", bold(letter), "\t", step)

    def _helps(self, it: Record) -> Iterator[Paragraph]:
        """What an edition gives to lean on."""
        helps = (("word_bank", self.labels.dot.join(it.words or ())), ("begin_with", it.starter))
        for phrase, told in helps:
            if told:
                yield paragraph("Broadsheet Help", bold(self.labels.say(phrase)), " ", told)
