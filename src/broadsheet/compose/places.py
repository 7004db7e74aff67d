"""What of its texts a document prints: where references in it can lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from broadsheet.compose.printed import PrintedText


@dataclass(frozen=True, slots=True)
class Places:
    """The numbered lines and the pictures that stand in a document."""

    lines: tuple[str, ...] = ()
    """By the label of their text and their number: `12`, or `B12` in a pair."""
    pictures: tuple[str, ...] = ()
    """By the label of their text: `A` or `B` in a pair, else empty."""


def places_in(sections: object) -> Places:
    """Find what references can lead to, wherever in some sections a text is printed."""
    texts = list(_texts_in(sections))
    return Places(
        lines=tuple(
            f"{text.label}{line.number}"
            for text in texts
            for paragraph in text.paragraphs
            for line in paragraph.lines
        ),
        pictures=tuple(text.label for text in texts if text.picture),
    )


def _texts_in(value: object) -> Iterator[PrintedText]:
    if isinstance(value, PrintedText):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts_in(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts_in(getattr(value, each.name))
