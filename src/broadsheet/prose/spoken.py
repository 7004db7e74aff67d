"""What nodes and lists say in a document's language: lines, works, and parts in one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from unicodedata import bidirectional

from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import (
    Cited,
    Emphasis,
    Foreign,
    Inline,
    LineReference,
    Phrase,
    PictureReference,
    Quoted,
    Text,
)
from broadsheet.prose.walk import Numbered, Said, seen

_LATIN: Final = "ltr"


def lines(reference: LineReference, labels: Labels) -> str:
    """Lines as a language refers to them: `line 7`, `lines B3–B4`."""
    return labels.lines(reference.first, reference.last, reference.label)


def aside(reference: LineReference, labels: Labels) -> str:
    """Lines as they follow words: in brackets, without the blank before."""
    return labels.bracketed(lines(reference, labels))


def picture(reference: PictureReference, labels: Labels) -> str:
    """A picture as a language points at it, in brackets: `(see the picture)`."""
    label = reference.label
    return labels.bracketed(
        labels.say("see_picture_labelled", label=label) if label else labels.say("see_picture")
    )


def works(cited: Cited, labels: Labels) -> str:
    """Works by their numbers in the list of references: `[1, 2]`."""
    comma = labels.list_comma or labels.comma
    return f"[{comma.join(map(str, cited.numbers))}]"


def speaker(labels: Labels) -> Said:
    """What nodes that hold numbers say in a language."""

    def said(node: Numbered) -> str:
        match node:
            case Quoted(inside, reference):
                return f"{seen(inside, said)}{labels.gap}{aside(reference, labels)}"
            case LineReference():
                return lines(node, labels)
            case PictureReference():
                return picture(node, labels)
            case Cited():
                return works(node, labels)

    return said


def listed(items: Iterable[object], labels: Labels) -> Phrase:
    """Put the items of a list in one line; empty ones are left out. See `parted`."""
    return parted(items, labels, labels.list_comma)


def parted(items: Iterable[object], labels: Labels, comma: str | None = None) -> Phrase:
    """Put parts of a description in one line, with commas; empty ones are left out.

    From right to left, an item in Latin letters is set apart, so that it does not draw its
    neighbours into its own direction, nor they its figures into theirs.
    """
    nodes: list[Inline] = []
    for item in items:
        if not item:
            continue
        inside = item.inside if isinstance(item, Phrase) else (Text(str(item)),)
        if labels.direction != _LATIN:
            inside = _set_apart(inside)
        nodes += [Text(comma or labels.comma)] * bool(nodes) + list(inside)
    return Phrase(tuple(nodes))


def _set_apart(inside: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Words that begin in Latin letters, as words of a direction of their own."""
    if any(isinstance(node, Foreign) for node in inside):
        return inside
    match inside:
        case (Emphasis(words_inside),):
            return (Emphasis(_set_apart(words_inside)),)
    words = seen(inside)
    return (Foreign(words, "", _LATIN),) if _begins_left_to_right(words) else inside


def _begins_left_to_right(words: str) -> bool:
    """Tell whether the first letter, after figures and marks, is of a script such as Latin."""
    strong = (bidirectional(character) for character in words)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "") == "L"
