"""Questions with their answers, for the notes and for the key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from broadsheet.plain import Record
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Phrase, Prose
from broadsheet.prose.walk import visible
from broadsheet.render.docx.place import Place, shared
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.writer import Cell, Row

_PLACE: Final = Place("Broadsheet Answer", "Broadsheet Answer", 2)
_CELL, _HEAD = "Broadsheet Cell", "Broadsheet Cell Head"


class AnswerWriter:
    """Writes questions with what a teacher may expect."""

    def __init__(self, prose: ProseWriter) -> None:
        self.prose, self.writer, self.labels = prose, prose.writer, prose.labels

    def write(self, it: Record) -> Iterator[str]:
        """The section of all questions, answered."""
        writer, labels = self.writer, self.labels
        yield writer.paragraph("Heading 1", writer.run(labels.say("answers")))
        for question in it.questions:
            yield from self._question(question)
        yield writer.paragraph("Heading 2", writer.run(labels.say("exit_ticket")))
        asked = Place("Broadsheet Asked", "Broadsheet Asked", 2)
        yield from self.prose.blocks(it.exit_ticket.ask, asked)
        if it.exit_ticket.look_for:
            yield from self._headed("look_for", it.exit_ticket.look_for)
        if it.total:
            total = labels.say("total_points", n=it.total)
            yield writer.paragraph("Broadsheet Total", writer.run(total))

    def questions_named(self, numbers: Sequence[int]) -> str:
        """Questions by their numbers."""
        comma = self.labels.list_comma or self.labels.comma
        listed = comma.join(map(str, numbers))
        return self.labels.say("questions_named", n=len(numbers), numbers=listed)

    def facts_named(self, facts: Any) -> str:
        """Facts by the works that they rest on."""
        return f"{self.labels.say('uses_facts')} {spoken.works(facts, self.labels)}"

    def _question(self, it: Record) -> Iterator[str]:
        writer, labels = self.writer, self.labels
        letter = labels.say(f"letter_{it.part}")
        head = writer.label(letter, "Broadsheet Letter")
        head += writer.run(f"\u2002{labels.say('question')} {it.number} ")
        yield writer.paragraph("Heading 2", head, self._details(it))
        asked = Place("Broadsheet Asked", "Broadsheet Asked", 2)
        yield from self.prose.blocks(it.ask, asked)
        if it.right:
            yield self._right(it.right)
        if it.filled:
            yield self._filled(it.filled)
        yield from self._columns(it)

    def _right(self, choices: Sequence[Record]) -> str:
        """The right choices, each with its letter."""
        writer, labels = self.writer, self.labels
        head = writer.label(labels.say("right_choice", n=len(choices)), "Broadsheet Level")
        told = (
            writer.bold(labels.letters[choice.number - 1])
            + writer.run(" ")
            + self.prose.phrase(choice.words)
            for choice in choices
        )
        named = head + writer.run(" ") + writer.run(labels.dot).join(told)
        return writer.paragraph("Broadsheet Answer", named)

    def _details(self, it: Record) -> str:
        """Points, depth and references of the facts, in one line."""
        labels = self.labels
        parts = (
            labels.say("points", n=it.points) if it.points else "",
            labels.say("depth", n=it.depth) if it.depth else "",
            self.facts_named(it.facts) if it.facts else "",
        )
        return self.writer.label(labels.dot.join(filter(None, parts)), "Broadsheet Small")

    def _filled(self, it: Record) -> str:
        """The question's table, filled in."""
        writer = self.writer

        def cell(words: object, style: str) -> Cell:
            return Cell([writer.paragraph(style, self.prose.phrase(words))])

        head = Row([cell(words, _HEAD) for words in it.heads], is_head=True)
        rows = [
            Row(
                [
                    cell(words, _HEAD if it.names_rows and at == 0 else _CELL)
                    for at, words in enumerate(row)
                ]
            )
            for row in it.rows
        ]
        widths = shared(writer.width, it.shares)
        return writer.table("Broadsheet Table", widths, [head, *rows])

    def _columns(self, it: Record) -> Iterator[str]:
        """Answers beside what else is accepted, as wide as their words ask for."""
        left = [block for level in it.levels for block in self._level(level)]
        right = [*self._items("accept", it.accept), *self._items("reject", it.reject)]
        if not (left and right):
            yield from (*left, *right)
            return
        wide = sum(len(_words(level.answer)) + 40 for level in it.levels)
        other = sum(len(_words(item)) + 40 for item in (*it.accept, *it.reject))
        share = max(24, min(62, 100 * wide // (wide + other)))
        row = Row([Cell(left), Cell(right)], is_parted=True)
        widths = shared(self.writer.width, [share, 100 - share])
        yield self.writer.table("Broadsheet Layout", widths, [row])

    def _level(self, level: Record) -> list[str]:
        return self._headed(f"level_{level.name}", level.answer)

    def _headed(self, phrase: str, answer: Prose) -> list[str]:
        """An answer, run on from the words that head it."""
        head = self.writer.label(self.labels.say(phrase), "Broadsheet Level")
        return self.prose.blocks(answer, _PLACE, head + self.writer.run(" "))

    def _items(self, phrase: str, items: Sequence[Phrase]) -> Iterator[str]:
        """What else earns the marks, or what does not; the first item is headed."""
        for at, item in enumerate(items):
            lead = ""
            if at == 0:
                lead = self.writer.label(self.labels.say(phrase), "Broadsheet Level")
                lead += self.writer.run(" ")
            yield self.writer.paragraph("List Bullet", lead, self.prose.phrase(item))


def _words(piece: object) -> str:
    return visible(piece) if isinstance(piece, Prose | Phrase) else str(piece)
