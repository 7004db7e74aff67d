"""Prose for one document: quotations proved, marks as the language sets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from broadsheet.prose.curl import curl
from broadsheet.prose.nodes import (
    Citing,
    Emphasis,
    Inline,
    LineReference,
    Link,
    Marked,
    Phrase,
    PictureReference,
    Prose,
    Quoted,
    Strong,
    Text,
)
from broadsheet.prose.parse import parse, parse_phrase
from broadsheet.prose.walk import changed
from broadsheet.text.quotation_marks import Quotes

Prover: TypeAlias = Callable[[Marked], Quoted | LineReference | PictureReference | None]
"""From a mark to what it prints; None where it can't be proved and stands as typed."""


@dataclass(frozen=True, slots=True)
class ProseComposer:
    """Turns a lesson's prose into what one document prints."""

    prove: Prover
    quotes: Quotes
    """The language's outer and inner marks; straight ones in prose become them."""
    language: str
    cites: bool = False
    """Whether the document has a list of works; where it has none, citations are left out."""

    def block(self, text: str) -> Prose:
        """Compose paragraphs, lists and tables."""
        return curl(changed(parse(text), self._resolved), self.quotes, self.language)

    def inline(self, text: str) -> Phrase:
        """Compose a phrase that stands within a line."""
        return curl(changed(parse_phrase(text), self._resolved), self.quotes, self.language)

    def _resolved(self, inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
        nodes: list[Inline] = []
        for node in inside:
            match node:
                case Marked(typed):
                    nodes.append(self.prove(node) or Text(typed))
                case Citing() if not self.cites:
                    _left_out(nodes)
                case Emphasis(within) | Strong(within) | Link(within):
                    nodes.append(replace(node, inside=self._resolved(within)))
                case _:
                    nodes.append(node)
        return tuple(nodes)


def _left_out(nodes: list[Inline]) -> None:
    """Leave a citation out, and the blank before it with it."""
    if nodes and isinstance(before := nodes[-1], Text):
        nodes[-1] = Text(before.words.rstrip(" "))
