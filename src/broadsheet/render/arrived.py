"""What every format asks of a document as it arrives: its labels, its foot, and its files."""

from __future__ import annotations

from typing import Final

from broadsheet.locale.labels import Labels
from broadsheet.plain import Record, pack, unpack

_APART: Final = "\u2068{}\u2069"
"""Keeps a name in whichever direction from what stands beside it."""
_SET_BY: Final = {
    "answer_key": "teacher-notes",
    **dict.fromkeys(("text", "questions"), "worksheet"),
    **dict.fromkeys(("student_booklet", "teacher_booklet"), "booklet"),
}
"""Documents that share a template and a style sheet; the others have those of their own name."""


def labels_of(record: Record) -> Labels:
    """The labels that a document arrived with."""
    labels = unpack(pack(record), {Labels.__name__: Labels})
    if not isinstance(labels, Labels):
        raise TypeError("these are no labels")
    return labels


def file_of(document: Record) -> str:
    """What a document's template and style sheet are called, without their endings."""
    name = str(document.name)
    return _SET_BY.get(name, name.replace("_", "-"))


def foot_of(document: Record, labels: Labels) -> tuple[str, ...]:
    """What the foot of every page names; a document that has no name in our phrases has a title."""
    name = labels.say(document.name) if document.name in labels.phrases else ""
    owner = _APART.format(document.owner) if document.owner else ""
    named = labels.dot.join(filter(None, (name, document.edition_title)))
    return tuple(filter(None, (owner, named, document.title)))


def shown_of(it: Record, labels: Labels) -> str:
    """How much of a source a document shows, in a sentence without its stop."""
    what = "_characters" if it.by_character else ""
    if it.total is None:
        return labels.say(f"shows_unknown{what}", shown=it.count, n=it.count)
    if it.is_whole:
        return labels.say("shows_all_words")
    return labels.say(f"shows{what or '_words'}", shown=it.count, total=it.total, n=it.total)
