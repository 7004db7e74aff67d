"""Quotation marks and apostrophes through all of a piece of prose.

A pair may open before a word in italics and close after it, or open in one paragraph and close in
the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from broadsheet.prose.nodes import (
    Emphasis,
    Image,
    Inline,
    LineBreak,
    Link,
    Phrase,
    Prose,
    Strong,
    Text,
)
from broadsheet.prose.walk import changed
from broadsheet.text.quotation_marks import WORD, Quotes, changes, curled

_Piece = TypeVar("_Piece", bound=Prose | Phrase)
_BETWEEN: Final = "\n"
"""What stands between two paragraphs for the marks of one that closes in the next."""


def curl(piece: _Piece, quotes: Quotes, language: str) -> _Piece:
    """A piece with straight marks changed to those of a language."""
    text: list[str] = []

    def note(inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
        text.extend((*_flat(inside), _BETWEEN))
        return inside

    changed(piece, note)
    instead = changes("".join(text), quotes, language)
    return changed(piece, _Curler(instead, quotes, language).line)


def _flat(inside: Iterable[Inline]) -> Iterator[str]:
    for node in inside:
        match node:
            case Text(words):
                yield words
            case Emphasis(within) | Strong(within) | Link(within):
                yield from _flat(within)
            case LineBreak():
                yield _BETWEEN
            case _:
                yield WORD


@dataclass(slots=True)
class _Curler:
    """Changes marks by where they stand in the flat text, from its beginning to its end."""

    instead: dict[int, str]
    quotes: Quotes
    language: str
    at: int = 0

    def line(self, inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
        nodes = self._each(inside)
        self.at += len(_BETWEEN)
        return nodes

    def _each(self, inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(self._node, inside))

    def _node(self, node: Inline) -> Inline:
        match node:
            case Text(words):
                start, self.at = self.at, self.at + len(words)
                return Text(
                    "".join(self.instead.get(start + at, sign) for at, sign in enumerate(words))
                )
            case Emphasis(within) | Strong(within) | Link(within):
                return replace(node, inside=self._each(within))
        self.at += 1
        if isinstance(node, Image):
            return replace(
                node,
                description=curled(node.description, self.quotes, self.language),
                caption=curled(node.caption, self.quotes, self.language),
            )
        return node
