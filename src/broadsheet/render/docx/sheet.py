"""The sections of a student's sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import Any, Final

from broadsheet.plain import Record, kind_of
from broadsheet.render.addresses import SCHOOL
from broadsheet.render.docx.blocks import kept_together, kept_with_next
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.pictures import picture
from broadsheet.render.docx.place import Place, ruled, shared
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.rooms import RoomWriter
from broadsheet.render.docx.text import TextWriter
from broadsheet.render.docx.writer import Cell, Row, Writer
from broadsheet.text.no_break import NO_BREAK_SPACE

_ASKED: Final = {"name": "student_name", "class": "student_class", "date": "today"}
_LOGO: Final = 25.5
"""How high a school's logo is, in points: 9 mm."""
_BESIDE: Final = "Broadsheet Beside"


class SheetWriter:
    """Writes sections of a student's sheets."""

    def __init__(self, writer: Writer, layout: Record) -> None:
        self.writer, self.labels = writer, writer.labels
        self.flowing = layout.lines == "flowing"
        self.stacked = layout.tables == "stacked"
        self.prose = ProseWriter(writer)
        self.text = TextWriter(self.prose)
        self.rooms = RoomWriter(self.prose, stacked=self.stacked)

    @property
    def kinds(self) -> dict[str, Callable[[Any], list[str]]]:
        """What writes each kind of section."""
        return {
            "SchoolHead": self._school_head,
            "NameFields": lambda it: [
                self.name_fields(it.asked),
                self.writer.paragraph("Broadsheet Name Gap"),
            ],
            "Title": self._title,
            "Goals": lambda it: [*self._goals(it)],
            "SourceBox": lambda it: self.text.about(it.source),
            "BeforeReading": self._before_reading,
            "Reading": lambda it: [*self._reading(it)],
            "Glossary": self._glossary,
            "Lens": lambda it: [*self._lens(it)],
            "Leaving": lambda it: [*self._leaving(it)],
        }

    def write(self, section: Record) -> list[str]:
        """The paragraphs and tables of a section."""
        return self.kinds[kind_of(section)](section)

    def say(self, phrase: str, **values: object) -> str:
        """A phrase as a run."""
        return self.writer.run(self.labels.say(phrase, **values))

    def _school_head(self, it: Record) -> list[str]:
        head, writer = it.head, self.writer
        logo = ""
        if head.logo:
            described = head.school or head.words or "logo"
            logo = picture(writer, SCHOOL + head.logo, described, _LOGO, 198) + writer.run("\u2002")
        between = self.labels.dot if head.school and head.words else ""
        words = writer.bold(head.school) + writer.run(between + head.words)
        return [writer.paragraph("Broadsheet School", logo, words)]

    def name_fields(self, asked: tuple[str, ...], width: int = 0) -> str:
        """Where a student writes whose sheet it is."""
        writer = self.writer
        cells = [
            Cell([writer.paragraph("Broadsheet Name Field", self.say(_ASKED[name]))])
            for name in asked
        ]
        widths = shared(width or writer.width, [2, *(1 for _ in asked[1:])])
        return writer.table("Broadsheet Fields", widths, [Row(cells)])

    def _title(self, it: Record) -> list[str]:
        writer, labels = self.writer, self.labels
        above = []
        if it.level is not None:
            told = f"{it.level}{labels.dot}{labels.say('minutes', n=it.minutes)}"
            above.append(writer.paragraph("Broadsheet Kicker", writer.run(told)))
        return [*above, writer.paragraph("Title", writer.run(it.title))]

    def _goals(self, it: Record) -> Iterator[str]:
        for goal in it.goals:
            runs = self.rooms.tick() + self.writer.run("\t") + self.prose.phrase(goal)
            yield self.writer.paragraph("Broadsheet Tick", runs)

    def _before_reading(self, it: Record) -> list[str]:
        heading = self.writer.paragraph("Heading 1", self.say("before_reading"))
        return kept_together([heading, ruled(self.writer, it.lines)])

    def _reading(self, it: Record) -> Iterator[str]:
        text = it.text
        if it.margin == "source":
            yield from self.text.picture(text)
            source = [self._heading(text), *self.text.about(text.source, _BESIDE)]
            yield self._lines_after(source, text)
            return
        yield self._heading(text)
        yield from self.text.picture(text)
        if it.margin == "notes":
            yield self._lines_beside(text, self._notes())
        elif it.margin == "glosses":
            glosses = (list(map(self.text.glossed, it.glosses)) for it in text.paragraphs)
            empty = [self.writer.paragraph(_BESIDE)]
            yield self._lines_beside(text, (Cell(each or empty) for each in glosses))
        else:
            yield from self._lines(text)

    def _lines(self, text: Record) -> list[str]:
        return self.text.lines(text, flowing=self.flowing)

    def _heading(self, text: Record) -> str:
        phrase = "read_text_labelled" if text.label else "read_text"
        return self.writer.paragraph("Heading 1", self.say(phrase, label=text.label))

    def _column(self) -> int:
        """How wide a column for numbered lines is: no line turns over in it."""
        sizes = self.writer.sizes
        return sizes.number_column + round(sizes.measure * sizes.excerpt * 20) + twips(8)

    def _paragraphs(self, text: Record) -> Iterator[list[str]]:
        """The paragraphs of a text: a page may end between any two."""
        for paragraph in text.paragraphs:
            yield self.text.paragraph(text, paragraph, flowing=self.flowing)

    def _notes(self) -> Iterator[Cell]:
        """Room for notes: one cell beside all paragraphs."""
        said = self.writer.bold(self.labels.say("my_notes"))
        key = self._key(self.labels.say("notes_key"))
        yield Cell([self.writer.paragraph(_BESIDE, runs) for runs in (said, key)], merged="restart")
        yield from repeat(Cell([self.writer.paragraph(_BESIDE)], merged="continue"))

    def _lines_beside(self, text: Record, beside: Iterable[Cell]) -> str:
        """Lines with what stands beside them."""
        wide = min(self._column(), self.writer.width * 4 // 5)
        rows = [self.text.row(*each) for each in zip(self._paragraphs(text), beside, strict=False)]
        return self.writer.table("Broadsheet Columns", [wide, self.writer.width - wide], rows)

    def _lines_after(self, source: list[str], text: Record) -> str:
        """Lines behind what is said of their source, which is one cell beside them all."""
        wide = self._column()
        row = Row([Cell(source), Cell(self._lines(text))], is_parted=True)
        return self.writer.table("Broadsheet Layout", [self.writer.width - wide, wide], [row])

    def _key(self, phrase: str) -> str:
        """A phrase of ours with its one piece of markup, `**bold**`."""
        parts = phrase.split("**")
        return "".join(
            self.writer.bold(part) if at % 2 else self.writer.run(part)
            for at, part in enumerate(parts)
        )

    def _glossary(self, it: Record) -> list[str]:
        writer = self.writer
        heading = writer.paragraph("Heading 2", self.say("words_glossed"))
        told = [writer.paragraph("Broadsheet Gloss", self.text.gloss(each)) for each in it.glosses]
        if self.flowing:
            return [heading, *told]
        pairs = [told[at : at + 2] for at in range(0, len(told), 2)]
        rows = [
            Row([Cell([each]) for each in (*pair, writer.paragraph("Broadsheet Gloss"))[:2]])
            for pair in pairs
        ]
        return [heading, writer.table("Broadsheet Layout", [writer.width // 2] * 2, rows)]

    def _lens(self, it: Record) -> Iterator[str]:
        labels, writer = self.labels, self.writer
        letter = writer.label(labels.say(f"letter_{it.part}"), "Broadsheet Letter")
        asks = writer.label(labels.say(f"{it.part}_asks"), "Broadsheet Small")
        heading = writer.run(f"\u2002{labels.say(it.part)}\u2002")
        yield writer.paragraph("Broadsheet Lens", letter, heading, asks)
        for question in it.questions:
            yield from self._question(question)

    def _question(self, it: Record) -> list[str]:
        writer, labels = self.writer, self.labels
        number = writer.bold(it.number) + writer.run("\t")
        place = Place("Broadsheet Question", "Broadsheet Ask", 2, self.rooms.inset)
        asked = self.prose.blocks(it.ask, place, number, self._points(it.points))
        for index, step in enumerate(it.steps):
            letters = labels.letters
            letter = (letters[index] if index < len(letters) else str(index + 1)).lower()
            runs = writer.bold(letter) + writer.run("\t") + self.prose.phrase(step)
            asked.append(writer.paragraph("Broadsheet Step", runs))
        helps = []
        if it.words:
            helps.append(("word_bank", writer.run(labels.dot.join(it.words))))
        if it.starter:
            helps.append(("begin_with", self.prose.phrase(it.starter)))
        for phrase, runs in helps:
            head = writer.bold(labels.say(phrase)) + writer.run(" ")
            asked.append(writer.paragraph("Broadsheet Help", head, runs))
        room = self.rooms.room(it.room)
        if self.rooms.is_parted(it.room):
            return [*map(kept_with_next, asked), *room]
        return kept_together([*asked, *room])

    def _points(self, points: int | None) -> str:
        """What a question is worth, at the end of its last line."""
        if not points:
            return ""
        told = self.labels.say("points", n=points).replace(" ", NO_BREAK_SPACE)
        return self.writer.run("\t") + self.writer.label(told, "Broadsheet Small")

    def _leaving(self, it: Record) -> Iterator[str]:
        writer = self.writer
        yield from kept_together(
            [
                writer.paragraph("Broadsheet Lens", self.say("exit_ticket")),
                *self.prose.blocks(it.exit_ticket.ask, Place(below=1)),
                ruled(writer, it.exit_ticket.lines),
                writer.paragraph("Broadsheet Own", self.say("own_question"), keep=True),
                ruled(writer, it.own_question.lines),
            ]
        )
        yield from kept_together([*self._self_assessment(it.self_assessment)])
        if it.total:
            yield writer.paragraph("Broadsheet Total", self.say("total_points", n=it.total))

    def _self_assessment(self, it: Record) -> Iterator[str]:
        writer, labels = self.writer, self.labels
        if self.stacked:
            yield writer.paragraph("Heading 1", self.say("self_assessment"))
            for goal in it.goals:
                yield writer.paragraph("Normal", self.prose.phrase(goal), keep=True)
                said = (writer.run(f"\u00a0{labels.say(step)}\u2003") for step in it.degrees)
                yield writer.paragraph("Normal", *(self.rooms.tick() + step for step in said))
            return
        heads = [self.say("self_assessment"), *(self.say(step) for step in it.degrees)]
        head = [writer.paragraph("Broadsheet Cell Head", told) for told in heads]
        box = Cell([writer.paragraph("Broadsheet Cell to Tick", self.rooms.tick())])
        goals = [writer.paragraph("Broadsheet Cell", self.prose.phrase(goal)) for goal in it.goals]
        rows = [
            Row([Cell([each], at_foot=True) for each in head], is_head=True),
            *(Row([Cell([goal]), *(box for _ in it.degrees)]) for goal in goals),
        ]
        yield writer.paragraph("Broadsheet Gap")
        widths = shared(writer.width, [61, *(39 // len(it.degrees) for _ in it.degrees)])
        yield writer.table("Broadsheet Table", widths, rows)
