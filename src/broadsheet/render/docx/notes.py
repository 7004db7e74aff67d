"""The sections of a teacher's notes, and of the answer key by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from broadsheet.plain import Record, kind_of
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Phrase
from broadsheet.render.arrived import shown_of
from broadsheet.render.docx.answers import AnswerWriter
from broadsheet.render.docx.blocks import (
    Block,
    Cell,
    Piece,
    Pieces,
    Row,
    Table,
    between,
    bold,
    kept,
    paragraph,
)
from broadsheet.render.docx.place import Place, shared
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.text import TextWriter
from broadsheet.render.docx.works import works

_CELL: Final = "Broadsheet Cell"
_HEAD: Final = "Broadsheet Cell Head"
_BOXED: Final = {"care": "Broadsheet Care", "families": "Broadsheet Families"}
"""Sections in a box of their own."""


class NotesWriter:
    """Writes sections of a teacher's notes."""

    def __init__(self, sizes: Sizes) -> None:
        self.sizes, self.labels = sizes, sizes.labels
        self.prose, self.text = ProseWriter(sizes), TextWriter(sizes)
        self.answers = AnswerWriter(sizes)

    @property
    def kinds(self) -> dict[str, Callable[[Any], Iterable[Block]]]:
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
            "References": lambda it: works(it, self.labels),
        }

    def write(self, section: Record) -> Iterable[Block]:
        """The paragraphs and tables of a section."""
        return self.kinds[kind_of(section)](section)

    def _overview(self, it: Record) -> Iterator[Block]:
        labels = self.labels
        parts = [labels.say("teacher_notes"), it.level, labels.say("minutes", n=it.minutes)]
        topics = (labels.dot, spoken.listed(it.topics, labels)) if it.topics else ()
        yield paragraph("Broadsheet Kicker", labels.dot.join(parts), *topics)
        yield paragraph("Title", it.title)
        yield paragraph("Broadsheet Summary", it.summary)
        rows = [*map(self._source, it.sources)]
        rows.append((labels.say("objectives"), self._sentences(it.objectives)))
        materials = self._sentences(it.materials) if it.materials else [labels.say("copies_asked")]
        rows.append((labels.say("materials"), materials))
        if it.works:
            rows.append((labels.say("checked"), self._tally(it.works)))
        yield Table(
            "Broadsheet Table",
            shared(self.sizes.width, [14, 86]),
            [
                Row([Cell([paragraph(_HEAD, head)]), Cell([paragraph(_CELL, *told)])])
                for head, told in rows
            ],
        )

    def _source(self, source: Record) -> tuple[str, Pieces]:
        """What is read, with the words that head it."""
        labels = self.labels
        named = "source_labelled" if source.label else "text_read"
        author = f"{labels.comma}{source.author or labels.say('unsigned')}{labels.comma}"
        shown = labels.stop + shown_of(source.shown, labels)
        if source.shown.has_unproved_emphasis:
            shown += f" {labels.say('emphasis_unproved')}"
        details = self.text.details(source, source.genre)
        rights = shown + labels.sentence_gap + source.rights
        return labels.say(named, label=source.label), (bold(source.title), author, details, rights)

    def _sentences(self, phrases: Sequence[Phrase]) -> Pieces:
        return between(self.labels.sentence_gap, ([each] for each in phrases))

    def _tally(self, cited: Record) -> Pieces:
        """How many works are cited, how many of them were read and when, and how many wait."""
        labels = self.labels
        days: Any = (cited.first, cited.last)
        said = (
            labels.say("works_read", n=cited.read, days=labels.days(*days)) if cited.read else "",
            labels.say("works_waiting", n=cited.waiting) if cited.waiting else "",
        )
        all_of_them = f"{labels.say('works_cited', n=cited.cited)}{labels.sentence_gap}"
        return (spoken.parted((all_of_them,), labels), spoken.parted(said, labels))

    def _key_head(self, it: Record) -> Iterator[Block]:
        told = f"{self.labels.say('answer_key')}{self.labels.dot}{it.level}"
        yield paragraph("Broadsheet Kicker", told)
        yield paragraph("Title", it.title)

    def _standards(self, it: Record) -> Iterator[Block]:
        labels = self.labels
        yield paragraph("Heading 1", labels.say("standards"))
        for standard in it.standards:
            told = f"{labels.colon}{standard.paraphrase}" if standard.paraphrase else ""
            if standard.questions:
                named = self.answers.questions_named(standard.questions)
                told += f"{labels.gap}{labels.bracketed(named)}"
            yield paragraph("Broadsheet Listed", bold(standard.code), told)

    def _plan(self, it: Record) -> Iterator[Block]:
        """The clock runs on from step to step; a column that no step fills is left out."""
        asks = any(step.questions for step in it.steps)
        yield paragraph("Heading 1", self.labels.say(it.heading))
        names = ["plan_minutes", "plan_do", *(["standard_questions"] if asks else [])]
        heads = [Cell([paragraph(_HEAD, self.labels.say(name))]) for name in names]
        rows = [Row([*self._step(step)][: len(heads)]) for step in it.steps]
        widths = shared(self.sizes.width, [9, 81, 10] if asks else [9, 91])
        yield Table("Broadsheet Table", widths, [Row(heads, is_head=True), *rows])

    def _step(self, step: Record) -> Iterator[Cell]:
        labels = self.labels
        yield Cell([paragraph(_CELL, bold(f"{step.begins}{labels.to}{step.ends}"))])
        lead: list[Piece] = []
        if step.hand_out:
            named = bold(f"{labels.say('hand_out')}{labels.colon}")
            lead = [named, bold(step.hand_out), bold(labels.stop)]
        yield Cell(self.prose.blocks(step.do, Place(_CELL, _CELL), lead))
        yield Cell([paragraph(_CELL, spoken.listed(step.questions, labels))])

    def _told(self, it: Record) -> Iterator[Block]:
        style = _BOXED.get(it.heading, "Normal")
        yield paragraph("Heading 1", self.labels.say(it.heading))
        yield from self.prose.blocks(it.words, Place(style, style))

    def _excerpt(self, it: Record) -> Iterator[Block]:
        """Each paragraph, with the cut before it, beside what bears on its lines."""
        text = it.text
        phrase = "the_excerpt_labelled" if text.label else "the_excerpt"
        yield paragraph("Heading 1", self.labels.say(phrase, label=text.label))
        yield from self.text.picture(text, "notes-picture-height")
        rows, waiting = [], list[Block]()
        for at, each in enumerate(text.paragraphs):
            waiting += self.text.paragraph(text, each, flowing=False)
            if each.lines or at == len(text.paragraphs) - 1:
                beside = paragraph("Broadsheet Beside", *self._beside(it.beside[at]))
                rows.append(self.text.row(waiting, Cell([beside])))
                waiting = []
        wide = self.text.column()
        yield Table("Broadsheet Columns", [wide, self.sizes.width - wide], rows)

    def _beside(self, notes: Sequence[Record]) -> Pieces:
        """What a teacher may want to know of some lines."""
        parting = self.labels.stop.strip() + self.labels.sentence_gap
        return between(parting, map(self._note, notes))

    def _note(self, note: Record) -> Pieces:
        labels, answers = self.labels, self.answers
        parts = [answers.questions_named(note.questions)] if note.questions else []
        parts += [answers.facts_named(note.facts)] if note.facts else []
        told: list[Pieces] = [[labels.comma.join(parts)]] if parts else []
        told += ((bold(gloss.term), labels.gap, gloss.meaning) for gloss in note.glosses)
        return (bold(Phrase((note.lines,))), labels.colon, *between(labels.dot, told))

    def _facts(self, it: Record) -> Iterator[Block]:
        labels = self.labels
        pair = "_pair" if it.of_pair else ""
        heading = it.heading + (pair if it.heading == "left_out" else "")
        yield paragraph("Heading 1", labels.say(heading))
        yield kept(paragraph("Normal", labels.say(f"{it.heading}_intro{pair}")))
        for row in it.rows:
            known = (bold(labels.date(row.known)), labels.colon, row.says, labels.gap)
            cited = spoken.works(row.cited, labels) if row.cited else ""
            yield paragraph("Broadsheet Listed", *known, cited, *self._bears_on(row))

    def _bears_on(self, row: Record) -> Pieces:
        """The lines and questions that a fact bears on, in brackets."""
        labels = self.labels
        if not (row.lines or row.questions):
            return ()
        opening, closing = labels.brackets
        lines = between(labels.comma, ([each] for each in row.lines))
        dot = labels.dot if row.lines and row.questions else ""
        named = self.answers.questions_named(row.questions) if row.questions else ""
        return (labels.gap + opening, *lines, dot + named + closing)

    def _gets_right(self, it: Record) -> Iterator[Block]:
        pair = "_pair" if it.of_pair else ""
        yield paragraph("Heading 1", self.labels.say(f"gets_right{pair}"))
        if it.words:
            yield from self.prose.blocks(it.words, Place())
        for number in it.credits:
            yield paragraph("Normal", self.labels.say(f"credits_text{pair}", number=number))
