"""Ways through nodes: to change what stands in them, to find something, to read what is seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias, TypeVar

from broadsheet.prose.nodes import (
    Address,
    Block,
    BlockQuotation,
    Cited,
    Citing,
    Code,
    Emphasis,
    Foreign,
    Heading,
    Image,
    Inline,
    LineBreak,
    LineReference,
    Link,
    List,
    Marked,
    Paragraph,
    Phrase,
    PictureReference,
    Prose,
    Quoted,
    Strong,
    Table,
    Text,
)

_Piece = TypeVar("_Piece", bound=Prose | Phrase)
SAFE_ADDRESSES: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
"""What the address of a link may begin with."""

Numbered: TypeAlias = Quoted | LineReference | PictureReference | Cited
"""Nodes that hold numbers and labels, which each language says in its words."""

Said: TypeAlias = Callable[[Numbered], str]
"""What such a node says."""

Change: TypeAlias = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]
"""From all that stands in one line or paragraph to what stands there instead."""


def changed(piece: _Piece, change: Change) -> _Piece:
    """A piece with each of its lines and paragraphs changed, in the order in which they stand."""
    if isinstance(piece, Phrase):
        return replace(piece, inside=change(piece.inside))
    return replace(piece, blocks=tuple(_changed(block, change) for block in piece.blocks))


def _changed(block: Block, change: Change) -> Block:
    match block:
        case Paragraph(inside) | Heading(inside):
            return replace(block, inside=change(inside))
        case List(items=items):
            return replace(
                block,
                items=tuple(
                    replace(item, blocks=tuple(_changed(inner, change) for inner in item.blocks))
                    for item in items
                ),
            )
        case BlockQuotation(blocks):
            return BlockQuotation(tuple(_changed(inner, change) for inner in blocks))
        case Table(heads=heads, rows=rows):
            return replace(
                block,
                heads=tuple(change(cell) for cell in heads),
                rows=tuple(tuple(change(cell) for cell in row) for row in rows),
            )
    return block


def everything(piece: Prose | Phrase) -> Iterator[Inline]:
    """Every node that stands within a line, in order, those within others included."""
    for inside in by_line(piece):
        yield from inside


def by_line(piece: Prose | Phrase) -> Iterator[tuple[Inline, ...]]:
    """The nodes of each line, paragraph and cell, those within others included."""
    found: list[tuple[Inline, ...]] = []

    def look(inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
        found.append(tuple(_each(inside)))
        return inside

    changed(piece, look)
    yield from found


def _each(inside: Iterable[Inline]) -> Iterator[Inline]:
    for node in inside:
        yield node
        if isinstance(node, (Emphasis, Strong, Link)):
            yield from _each(node.inside)


def is_told(link: Link) -> bool:
    """Tell whether a link's words are its address, so that paper need not add it."""
    return _bare(seen(link.inside)) == _bare(address_to_print(link))


def address_to_print(link: Link) -> str:
    """A link's address as it stands on paper."""
    return re.sub(r"(?i)\Amailto:", "", link.address)


def _bare(address: str) -> str:
    return address.split("://", maxsplit=1)[-1].removeprefix("www.").rstrip("/").lower()


def by_number(node: Numbered) -> str:
    """Lines and works by their numbers alone, where no language has words for them."""
    match node:
        case Quoted(inside, lines):
            return f"{seen(inside)} ({by_number(lines)})"
        case LineReference(first, last, label):
            return "–".join(f"{label}{line}" for line in dict.fromkeys((first, last)))
        case PictureReference(label):
            return f"({label}#)"
        case Cited(numbers):
            return f"[{', '.join(map(str, numbers))}]"


def seen(inside: Iterable[Inline], said: Said = by_number) -> str:
    """The words that a reader sees of a line."""
    return "".join(_seen(node, said) for node in inside)


def _seen(node: Inline, said: Said) -> str:
    match node:
        case Text(words) | Code(words) | Address(words) | Foreign(words):
            return words
        case Emphasis(inside) | Strong(inside):
            return seen(inside, said)
        case Link(inside):
            words = seen(inside, said)
            return words if is_told(node) else f"{words} ({address_to_print(node)})"
        case Image(caption=caption):
            return caption
        case LineBreak():
            return "\n"
        case Marked(typed) | Citing(typed):
            return typed
        case Quoted() | LineReference() | PictureReference() | Cited():
            return said(node)


def visible(piece: Prose | Phrase, said: Said = by_number) -> str:
    """The words that a reader sees of a piece of prose, each paragraph and cell on its line."""
    if isinstance(piece, Phrase):
        return seen(piece.inside, said)
    return "\n".join(line for block in piece.blocks for line in _lines(block, said))


def _lines(block: Block, said: Said) -> Iterator[str]:
    match block:
        case Paragraph(inside) | Heading(inside):
            yield seen(inside, said)
        case List(items=items):
            for item in items:
                lines = [line for inner in item.blocks for line in _lines(inner, said)]
                yield " ".join([item.mark, *lines[:1]])
                yield from lines[1:]
        case BlockQuotation(blocks):
            for inner in blocks:
                yield from _lines(inner, said)
        case Table(heads=heads, rows=rows):
            for row in (heads, *rows):
                yield from (seen(cell, said) for cell in row)
