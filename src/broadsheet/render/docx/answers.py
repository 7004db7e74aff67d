"""Questions with their answers, for the notes and for the key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from broadsheet.plain import Record
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Phrase, Prose
from broadsheet.prose.walk import visible
from broadsheet.render.docx.blocks import (
    Block,
    Cell,
    Paragraph,
    Piece,
    Row,
    Styled,
    Table,
    between,
    bold,
    paragraph,
)
from broadsheet.render.docx.place import Place, shared
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.render.docx.sizes import Sizes

_PLACE: Final = Place("Broadsheet Answer", "Broadsheet Answer", 2)
_ASKED: Final = Place("Broadsheet Asked", "Broadsheet Asked", 2)
_CELL, _HEAD = "Broadsheet Cell", "Broadsheet Cell Head"


class AnswerWriter:
    """Writes questions with what a teacher may expect."""

    def __init__(self, sizes: Sizes) -> None:
        self.sizes, self.labels = sizes, sizes.labels
        self.prose = ProseWriter(sizes)

    def write(self, it: Record) -> Iterator[Block]:
        """The section of all questions, answered."""
        labels, ticket = self.labels, it.exit_ticket
        yield paragraph("Heading 1", labels.say("answers"))
        for question in it.questions:
            yield from self._question(question)
        yield paragraph("Heading 2", labels.say("exit_ticket"))
        yield from self.prose.blocks(ticket.ask, _ASKED)
        if ticket.look_for:
            yield from self.prose.blocks(ticket.look_for, _PLACE, self._head("look_for"))
        if it.total:
            yield paragraph("Broadsheet Total", labels.say("total_points", n=it.total))

    def questions_named(self, numbers: Sequence[int]) -> str:
        """Questions by their numbers."""
        comma = self.labels.list_comma or self.labels.comma
        listed = comma.join(map(str, numbers))
        return self.labels.say("questions_named", n=len(numbers), numbers=listed)

    def facts_named(self, facts: Any) -> str:
        """Facts by the works that they rest on."""
        return f"{self.labels.say('uses_facts')} {spoken.works(facts, self.labels)}"

    def _head(self, phrase: str, **values: object) -> list[Piece]:
        """The words that head an answer, which runs on from them."""
        return [Styled("Broadsheet Level", [self.labels.say(phrase, **values)]), " "]

    def _question(self, it: Record) -> Iterator[Block]:
        labels = self.labels
        letter = Styled("Broadsheet Letter", [labels.say(f"letter_{it.part}")])
        named = f"\u2002{labels.say('question')} {it.number} "
        yield paragraph("Heading 2", letter, named, self._details(it))
        yield from self.prose.blocks(it.ask, _ASKED)
        if it.right:
            yield self._right(it.right)
        if it.filled:
            yield self._filled(it.filled)
        yield from self._columns(it)

    def _details(self, it: Record) -> Styled:
        """Points, depth and references of the facts, in one line."""
        labels = self.labels
        parts = (
            labels.say("points", n=it.points) if it.points else "",
            labels.say("depth", n=it.depth) if it.depth else "",
            self.facts_named(it.facts) if it.facts else "",
        )
        return Styled("Broadsheet Small", [labels.dot.join(filter(None, parts))])

    def _right(self, choices: Sequence[Record]) -> Paragraph:
        """The right choices, each with its letter."""
        labels = self.labels
        told = ([bold(labels.letters[it.number - 1]), " ", it.words] for it in choices)
        head = self._head("right_choice", n=len(choices))
        return paragraph("Broadsheet Answer", *head, *between(labels.dot, told))

    def _filled(self, it: Record) -> Table:
        """The question's table, filled in."""

        def row(words: Sequence[Piece], *heads: int) -> list[Cell]:
            styles = (_HEAD if at in heads else _CELL for at in range(len(words)))
            return [Cell([paragraph(*each)]) for each in zip(styles, words, strict=True)]

        head = Row(row(it.heads, *range(len(it.heads))), is_head=True)
        rows = [Row(row(words, *([0] if it.names_rows else []))) for words in it.rows]
        return Table("Broadsheet Table", shared(self.sizes.width, it.shares), [head, *rows])

    def _columns(self, it: Record) -> Iterator[Block]:
        """Answers beside what else is accepted, as wide as their words ask for."""
        left = [
            block
            for level in it.levels
            for block in self.prose.blocks(level.answer, _PLACE, self._head(f"level_{level.name}"))
        ]
        right = [*self._items("accept", it.accept), *self._items("reject", it.reject)]
        if not (left and right):
            yield from (*left, *right)
            return
        wide = sum(len(_words(level.answer)) + 40 for level in it.levels)
        other = sum(len(_words(item)) + 40 for item in (*it.accept, *it.reject))
        share = max(24, min(62, 100 * wide // (wide + other)))
        row = Row([Cell(left), Cell(right)], is_parted=True)
        yield Table("Broadsheet Layout", shared(self.sizes.width, [share, 100 - share]), [row])

    def _items(self, phrase: str, items: Sequence[Phrase]) -> Iterator[Block]:
        """What else earns the marks, or what does not; the first item is headed."""
        for at, item in enumerate(items):
            lead = [] if at else self._head(phrase)
            yield paragraph("List Bullet", *lead, item)


def _words(piece: object) -> str:
    return visible(piece) if isinstance(piece, Prose | Phrase) else str(piece)
