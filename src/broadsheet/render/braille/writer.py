"""How passages are said in a document's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from broadsheet.locale.labels import Labels
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Phrase, Prose
from broadsheet.prose.walk import visible
from broadsheet.render.braille.passages import (
    BELOW,
    FURTHER_BELOW,
    PARAGRAPH,
    Indent,
    Passage,
    heading,
    passage,
)


class Writer:
    """Says sections in a document's language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.say = labels.say
        self._said = spoken.speaker(labels)

    def lines(self, piece: Any) -> list[str]:
        """The words of prose, each paragraph, item and cell by itself."""
        if isinstance(piece, Prose | Phrase):
            return [line for line in visible(piece, self._said).split("\n") if line.strip()]
        return [str(piece)] if piece else []

    def line(self, piece: Any) -> str:
        """The same in one line."""
        return " ".join(self.lines(piece))

    def one(self, words: str, indent: Indent = PARAGRAPH) -> Passage:
        """A passage of words."""
        return passage(words, self.labels.language, indent)

    def each(self, piece: Any, indent: Indent = PARAGRAPH) -> Iterator[Passage]:
        """A passage for each of the lines of prose."""
        yield from (self.one(line, indent) for line in self.lines(piece))

    def headed(self, words: str) -> Passage:
        """A heading."""
        return heading(words, self.labels.language)

    def letter(self, at: int) -> str:
        """The letter of a choice or a step, counted from 0."""
        letters = self.labels.letters
        return letters[at] if at < len(letters) else str(at + 1)

    def labelled(self, label: str, lines: Sequence[str], **values: object) -> Iterator[Passage]:
        """Lines behind a label, of which the first stands on its line."""
        if lines:
            yield self.one(f"{self.say(label, **values)}{self.labels.colon}{lines[0]}", BELOW)
        yield from (self.one(line, FURTHER_BELOW) for line in lines[1:])
