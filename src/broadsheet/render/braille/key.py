"""The answer key as passages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from broadsheet.render.braille.passages import BELOW, FURTHER_BELOW, Passage, title
from broadsheet.render.braille.writer import Writer


def key_head(writer: Writer, it: Any) -> Iterator[Passage]:
    """What stands above a key."""
    yield title(it.title, writer.labels.language)
    yield writer.one(f"{writer.say('answer_key')}{writer.labels.comma}{it.level}")


def answers(writer: Writer, it: Any) -> Iterator[Passage]:
    """All questions, answered."""
    for question in it.questions:
        yield from _answered(writer, question)
    yield writer.headed(writer.say("exit_ticket"))
    yield from writer.each(it.exit_ticket.ask)
    if it.exit_ticket.look_for:
        yield from writer.labelled("look_for", writer.lines(it.exit_ticket.look_for))
    if it.total:
        yield writer.one(writer.say("total_points", n=it.total))


def _answered(writer: Writer, it: Any) -> Iterator[Passage]:
    yield writer.headed(
        f"{writer.say('question')} {it.number}{writer.labels.comma}{writer.say(it.part)}"
    )
    yield from writer.each(it.ask)
    if it.right:
        right = [f"{writer.letter(each.number - 1)} {writer.line(each.words)}" for each in it.right]
        yield from writer.labelled("right_choice", right, n=len(right))
    if it.filled:
        for row in it.filled.rows:
            cells = zip(it.filled.heads, row, strict=True)
            said = [(head, writer.line(cell)) for head, cell in cells if cell]
            for head, cell in said:
                words = f"{head}{writer.labels.colon}{cell}" if head else cell
                yield writer.one(words, BELOW if (head, cell) == said[0] else FURTHER_BELOW)
    for level in it.levels:
        yield from writer.labelled(f"level_{level.name}", writer.lines(level.answer))
    yield from writer.labelled("accept", [writer.line(each) for each in it.accept])
    yield from writer.labelled("reject", [writer.line(each) for each in it.reject])
