"""The outline of a lesson or a unit: its parts and questions, to be found and walked through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from broadsheet.editor.opened import Opened
from broadsheet.lesson.question import PARTS
from broadsheet.reading.document import Document, Entry, Mapping, Node, Scalar, Sequence, Span

_LONGEST: Final = 80
"""Characters of a question that an outline shows."""
_WITH_PARTS: Final = ("sources", "questions", "facts", "references", "glossary", "notes")
_SHOWN: Final = ("ask", "do", "title", "says", "code")
"""Keys whose words name an item of a list."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file, with the parts within it."""

    name: str
    detail: str
    span: Span
    name_span: Span
    """Where its name stands, within `span`."""
    parts: tuple[Part, ...] = ()


def outline(opened: Opened) -> tuple[Part, ...]:
    """The parts of a file in the order in which they stand; none where it can't be read."""
    document = opened.document
    if document is None or not isinstance(document.root, Mapping):
        return ()
    numbers = _numbers(document.root)
    return tuple(_part(document, entry, numbers) for entry in document.root.entries.values())


def _part(document: Document, entry: Entry, numbers: dict[Span, int]) -> Part:
    value = entry.value
    parts: tuple[Part, ...] = ()
    if isinstance(value, Mapping) and entry.key.text in _WITH_PARTS:
        parts = tuple(_part(document, each, numbers) for each in value.entries.values())
    elif isinstance(value, Sequence) and entry.key.text in PARTS:
        parts = tuple(_question(document, item, numbers.get(item.span, 0)) for item in value.items)
    span = _whole(document, entry.key.span, value)
    return Part(entry.key.text, _words(value), span, entry.key.span, parts)


def _question(document: Document, item: Node, number: int) -> Part:
    first = document.first_line_of(item) if isinstance(item, Scalar) else item.span
    span = _whole(document, Span(item.span.start, item.span.start), item)
    return Part(f"{number}. {_words(item)}", "", span, Span(first.start, first.start))


def _numbers(root: Mapping) -> dict[Span, int]:
    """The number that each question bears on the sheet, by where it stands."""
    held = root.entries.get("questions")
    parts = held.value.entries if held and isinstance(held.value, Mapping) else {}
    items = (
        item
        for part in PARTS
        if part in parts and isinstance(parts[part].value, Sequence)
        for item in _items(parts[part].value)
    )
    return {item.span: number for number, item in enumerate(items, 1)}


def _items(node: Node) -> Iterator[Node]:
    yield from node.items if isinstance(node, Sequence) else ()


def _words(node: Node) -> str:
    """The first words of a value, or of what names it."""
    if isinstance(node, Mapping):
        shown = (node.entries[key].value for key in _SHOWN if key in node.entries)
        return next((_words(each) for each in shown), "")
    words = " ".join(node.text.split()) if isinstance(node, Scalar) else ""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _whole(document: Document, start: Span, value: Node) -> Span:
    """From a key to the last visible character of its value; an alias's value stands elsewhere."""
    end = len(document.text[: value.span.end].rstrip())
    return Span(start.start, max(end, start.end))
