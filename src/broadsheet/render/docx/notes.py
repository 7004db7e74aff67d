"""The sections of a teacher's notes, and of the answer key by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from broadsheet.plain import Record, kind_of
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Phrase
from broadsheet.render.docx.answers import AnswerWriter
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.place import Place, shared
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.text import TextWriter
from broadsheet.render.docx.works import WorkWriter
from broadsheet.render.docx.writer import Cell, Manner, Row, Writer

_CELL: Final = "Broadsheet Cell"
_BESIDE: Final = "Broadsheet Beside"
_BOXED: Final = {"care": "Broadsheet Care", "families": "Broadsheet Families"}
"""Sections in a box of their own."""


class NotesWriter:
    """Writes sections of a teacher's notes."""

    def __init__(self, writer: Writer) -> None:
        self.writer, self.labels = writer, writer.labels
        self.prose = ProseWriter(writer)
        self.text = TextWriter(self.prose)
        self.answers = AnswerWriter(self.prose)

    @property
    def kinds(self) -> dict[str, Callable[[Any], Iterable[str]]]:
        """What writes each kind of section."""
        return {
            "Overview": self._overview,
            "KeyHead": self._key_head,
            "Standards": self._standards,
            "Plan": self._plan,
            "Told": self._told,
            "Excerpt": self._excerpt,
            "Answers": self.answers.write,
            "Facts": self._facts,
            "GetsRight": self._gets_right,
            "References": WorkWriter(self.prose).write,
        }

    def write(self, section: Record) -> list[str]:
        """The paragraphs and tables of a section."""
        return [*self.kinds[kind_of(section)](section)]

    def _heading(self, phrase: str, **values: object) -> str:
        return self.writer.paragraph("Heading 1", self._say(phrase, **values))

    def _say(self, phrase: str, **values: object) -> str:
        return self.writer.run(self.labels.say(phrase, **values))

    def _overview(self, it: Record) -> Iterator[str]:
        writer, labels = self.writer, self.labels
        parts = [labels.say("teacher_notes"), it.level, labels.say("minutes", n=it.minutes)]
        told = writer.run(labels.dot.join(parts))
        if it.topics:
            told += writer.run(labels.dot) + self.prose.phrase(spoken.listed(it.topics, labels))
        yield writer.paragraph("Broadsheet Kicker", told)
        yield writer.paragraph("Title", writer.run(it.title))
        yield writer.paragraph("Broadsheet Summary", writer.run(it.summary))
        rows = [*self._sources(it.sources)]
        rows.append((labels.say("objectives"), self._sentences(it.objectives)))
        materials = self._sentences(it.materials) or self._say("copies_asked")
        rows.append((labels.say("materials"), materials))
        if it.works:
            rows.append((labels.say("checked"), self.prose.phrase(self._tally(it.works))))
        widths = shared(writer.width, [14, 86])
        yield writer.table(
            "Broadsheet Table",
            widths,
            [
                Row(
                    [
                        Cell([writer.paragraph("Broadsheet Cell Head", writer.run(head))]),
                        Cell([writer.paragraph(_CELL, runs)]),
                    ]
                )
                for head, runs in rows
            ],
        )

    def _sources(self, sources: Sequence[Record]) -> Iterator[tuple[str, str]]:
        """What is read, each with the words that head it."""
        writer, labels = self.writer, self.labels
        for source in sources:
            named = "source_labelled" if source.label else "text_read"
            runs = self.prose.phrase(source.title, Manner(strong=True))
            author = source.author or labels.say("unsigned")
            runs += writer.run(f"{labels.comma}{author}{labels.comma}")
            runs += self.text.details(source, source.genre)
            shown = labels.stop + self.text.shown(source.shown)
            if source.shown.has_unproved_emphasis:
                shown += f" {labels.say('emphasis_unproved')}"
            runs += writer.run(shown + labels.sentence_gap + source.rights)
            yield labels.say(named, label=source.label), runs

    def _sentences(self, phrases: Sequence[Phrase]) -> str:
        gap = self.writer.run(self.labels.sentence_gap) if self.labels.sentence_gap else ""
        return gap.join(map(self.prose.phrase, phrases))

    def _tally(self, works: Record) -> Phrase:
        """How many works are cited, how many of them were read and when, and how many wait."""
        labels = self.labels
        days: Any = (works.first, works.last)
        said = (
            labels.say("works_read", n=works.read, days=labels.days(*days)) if works.read else "",
            labels.say("works_waiting", n=works.waiting) if works.waiting else "",
        )
        cited = f"{labels.say('works_cited', n=works.cited)}{labels.sentence_gap}"
        told = spoken.parted(said, labels)
        return Phrase((*spoken.parted((cited,), labels).inside, *told.inside))

    def _key_head(self, it: Record) -> Iterator[str]:
        told = f"{self.labels.say('answer_key')}{self.labels.dot}{it.level}"
        yield self.writer.paragraph("Broadsheet Kicker", self.writer.run(told))
        yield self.writer.paragraph("Title", self.writer.run(it.title))

    def _standards(self, it: Record) -> Iterator[str]:
        writer, labels = self.writer, self.labels
        yield self._heading("standards")
        for standard in it.standards:
            told = writer.bold(standard.code)
            if standard.paraphrase:
                told += writer.run(f"{labels.colon}{standard.paraphrase}")
            if standard.questions:
                named = self.answers.questions_named(standard.questions)
                told += writer.run(f"{labels.gap}{labels.bracketed(named)}")
            yield writer.paragraph("Broadsheet Listed", told)

    def _plan(self, it: Record) -> Iterator[str]:
        """The clock runs on from step to step; a column that no step fills is left out."""
        writer = self.writer
        asks = any(step.questions for step in it.steps)
        yield self._heading(it.heading)
        names = ["plan_minutes", "plan_do", *(["standard_questions"] if asks else [])]
        heads = [writer.paragraph("Broadsheet Cell Head", self._say(name)) for name in names]
        rows = [Row([Cell([head]) for head in heads], is_head=True)]
        rows += (Row([*self._step(step, asks=asks)]) for step in it.steps)
        shares = [9, 81, 10] if asks else [9, 91]
        yield writer.table("Broadsheet Table", shared(writer.width, shares), rows)

    def _step(self, step: Record, *, asks: bool) -> Iterator[Cell]:
        writer, labels = self.writer, self.labels
        clock = writer.bold(f"{step.begins}{labels.to}{step.ends}")
        yield Cell([writer.paragraph(_CELL, clock)])
        lead = ""
        if step.hand_out:
            lead = writer.bold(f"{labels.say('hand_out')}{labels.colon}")
            lead += self.prose.phrase(step.hand_out, Manner(strong=True)) + writer.bold(labels.stop)
        yield Cell(self.prose.blocks(step.do, Place(_CELL, _CELL), lead))
        if asks:
            numbers = self.prose.phrase(spoken.listed(step.questions, labels))
            yield Cell([writer.paragraph(_CELL, numbers)])

    def _told(self, it: Record) -> Iterator[str]:
        style = _BOXED.get(it.heading, "Normal")
        yield self._heading(it.heading)
        yield from self.prose.blocks(it.words, Place(style, style))

    def _excerpt(self, it: Record) -> Iterator[str]:
        """Each paragraph, with the cut before it, beside what bears on its lines."""
        text, writer = it.text, self.writer
        if text.label:
            yield self._heading("the_excerpt_labelled", label=text.label)
        else:
            yield self._heading("the_excerpt")
        yield from self.text.picture(text, "notes-picture-height")
        rows, waiting = [], list[str]()
        for at, paragraph in enumerate(text.paragraphs):
            waiting += self.text.paragraph(text, paragraph, flowing=False)
            if paragraph.lines or at == len(text.paragraphs) - 1:
                beside = writer.paragraph(_BESIDE, self._beside(it.beside[at]))
                rows.append(self.text.row(waiting, Cell([beside])))
                waiting = []
        sizes = writer.sizes
        wide = sizes.number_column + round(sizes.measure * sizes.excerpt * 20) + twips(8)
        yield writer.table("Broadsheet Columns", [wide, writer.width - wide], rows)

    def _beside(self, notes: Sequence[Record]) -> str:
        """What a teacher may want to know of some lines."""
        labels, writer = self.labels, self.writer
        between = writer.run(labels.stop.strip() + labels.sentence_gap)
        return between.join(map(self._note, notes))

    def _note(self, note: Record) -> str:
        labels, writer = self.labels, self.writer
        lines: Any = note.lines
        told = writer.to_line(lines, spoken.lines(lines, labels), Manner(strong=True))
        told += writer.run(labels.colon)
        parts = []
        if note.questions:
            parts.append(self.answers.questions_named(note.questions))
        if note.facts:
            parts.append(self.answers.facts_named(note.facts))
        pieces = [writer.run(labels.comma.join(parts))] if parts else []
        for gloss in note.glosses:
            meaning = writer.run(labels.gap) + self.prose.phrase(gloss.meaning)
            pieces.append(self.prose.phrase(gloss.term, Manner(strong=True)) + meaning)
        return told + writer.run(labels.dot).join(pieces)

    def _facts(self, it: Record) -> Iterator[str]:
        writer, labels = self.writer, self.labels
        pair = "_pair" if it.of_pair else ""
        yield self._heading(it.heading + (pair if it.heading == "left_out" else ""))
        yield writer.paragraph("Normal", self._say(f"{it.heading}_intro{pair}"), keep=True)
        for row in it.rows:
            told = writer.bold(labels.date(row.known)) + writer.run(labels.colon)
            told += self.prose.phrase(row.says) + writer.run(labels.gap)
            told += writer.run(spoken.works(row.cited, labels) if row.cited else "")
            yield writer.paragraph("Broadsheet Listed", told, self._bears_on(row))

    def _bears_on(self, row: Record) -> str:
        """The lines and questions that a fact bears on, in brackets."""
        writer, labels = self.writer, self.labels
        if not (row.lines or row.questions):
            return ""
        opening, closing = labels.brackets
        lines = (writer.to_line(each, spoken.lines(each, labels)) for each in row.lines)
        told = writer.run(labels.gap + opening) + writer.run(labels.comma).join(lines)
        between = labels.dot if row.lines and row.questions else ""
        named = self.answers.questions_named(row.questions) if row.questions else ""
        return told + writer.run(between + named + closing)

    def _gets_right(self, it: Record) -> Iterator[str]:
        pair = "_pair" if it.of_pair else ""
        yield self._heading(f"gets_right{pair}")
        if it.words:
            yield from self.prose.blocks(it.words, Place())
        for number in it.credits:
            said = self._say(f"credits_text{pair}", number=number)
            yield self.writer.paragraph("Normal", said)
