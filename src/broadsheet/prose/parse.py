"""Prose to nodes: the library's tree of elements, read once and kept for all documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, cast
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor as Engine

from broadsheet.excerpt.quotation import mark_at
from broadsheet.prose import phrases
from broadsheet.prose.blocks import Blocks
from broadsheet.prose.citing import keys_in
from broadsheet.prose.nodes import (
    BULLET,
    Address,
    Alignment,
    Block,
    BlockQuotation,
    Citing,
    Code,
    Emphasis,
    Heading,
    Image,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Marked,
    Paragraph,
    Phrase,
    Prose,
    RuledLine,
    Strong,
    Table,
    Text,
)
from broadsheet.text.scripts import folded

_KEPT: Final = 2048
"""Pieces of prose that are kept as nodes: several documents and checks read each."""

_PARTED: Final = re.compile(r"\n(?:[^\S\n]*\n)+")


@lru_cache(maxsize=_KEPT)
def parse(text: str) -> Prose:
    """Read prose for a place that has room for paragraphs, lists and tables."""
    markdown = _markdown()
    root = Element("prose")
    markdown.parser.parseChunk(root, "\n".join(_lines(text)))
    return Prose(tuple(_blocks(_with_phrases(root), [])))


@lru_cache(maxsize=_KEPT)
def parse_phrase(text: str) -> Phrase:
    """Read prose for a place within a line.

    There, no sign at the beginning of a line is markup, and a blank line ends a line.
    """
    root = Element("phrase")
    for part in _PARTED.split("\n".join(_lines(text)).strip()):
        SubElement(root, "paragraph").text = part
    inside: list[Inline] = []
    for paragraph in _with_phrases(root):
        inside += [LineBreak()] * bool(inside) + list(_inlines(paragraph))
    return Phrase(tuple(inside))


@cache
def _markdown() -> Markdown:
    markdown = Markdown()
    # A lesson is data: what looks like HTML is shown as text.
    markdown.preprocessors.deregister("html_block")
    markdown.parser.blockprocessors.register(Blocks(markdown.parser), "blocks", 200)
    phrases.register(markdown)
    return markdown


def _lines(text: str) -> list[str]:
    """The lines of a text, without the characters that the library uses as signs of its own."""
    lines = text.split("\n")
    for preprocessor in _markdown().preprocessors:
        lines = preprocessor.run(lines)
    return lines


def _with_phrases(root: Element) -> Element:
    """Put elements for what is marked up within the lines of a tree."""
    return cast(Engine, _markdown().treeprocessors["inline"]).run(root)


def _blocks(parent: Element, levels: list[int]) -> Iterator[Block]:
    """The blocks in an element; `levels` are those of the headings that stand above."""
    for element in parent:
        match element.tag:
            case "heading":
                typed = int(element.get("level", "1"))
                while levels and levels[-1] >= typed:
                    levels.pop()
                levels.append(typed)
                yield Heading(_inlines(element), len(levels))
            case "list":
                numbered = bool(element.get("numbered"))
                items = [
                    Item(
                        item.get("mark", "") if numbered else BULLET,
                        tuple(_blocks(item, levels)),
                    )
                    for item in element
                ]
                yield List(numbered, tuple(items))
            case "quotation":
                yield BlockQuotation(tuple(_blocks(element, levels)))
            case "table":
                heads, *rows = [tuple(_inlines(cell) for cell in row) for row in element]
                names = element.get("alignments", "").split(",")
                yield Table(cast(tuple[Alignment, ...], tuple(names)), heads, tuple(rows))
            case "ruled":
                yield RuledLine()
            case _:
                yield Paragraph(_inlines(element))


def _inlines(parent: Element) -> tuple[Inline, ...]:
    """What stands within an element, its white space folded."""
    return tuple(_joined(_parts(parent)))


def _parts(parent: Element) -> Iterator[Inline]:
    yield Text(folded(parent.text or ""))
    for element in parent:
        yield _inline(element)
        yield Text(folded(element.tail or ""))


def _joined(parts: Iterable[Inline]) -> Iterator[Inline]:
    """Neighbouring texts as one, and none that is empty."""
    words = ""
    for part in parts:
        if isinstance(part, Text):
            words += part.words
            continue
        if words:
            yield Text(words)
        yield part
        words = ""
    if words:
        yield Text(words)


def _inline(element: Element) -> Inline:
    text = element.text or ""
    match element.tag:
        case "emphasis":
            return Emphasis(_inlines(element))
        case "strong":
            return Strong(_inlines(element))
        case "code":
            return Code(folded(text))
        case "address":
            return Address(text)
        case "link":
            return Link(_inlines(element), element.get("address", ""))
        case "image":
            return Image(element.get("address", ""), text, element.get("caption", ""))
        case "break":
            return LineBreak()
        case "citation":
            return Citing(text, tuple(keys_in(text)))
        case "mark" if mark := mark_at(text, 0):
            return Marked(text, mark)
        case _:
            return Text(folded(text))
