"""Where what is quoted or cited stands, and where a fact is used."""

from __future__ import annotations

import os
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from broadsheet.editor.opened import Opened
from broadsheet.editor.under import Citing, Quoting, thing_at, things_in, value_at, values
from broadsheet.excerpt.quotation import Pictured, Quotation, Unproved, prove
from broadsheet.findings import YamlPath
from broadsheet.lesson.models import source_path
from broadsheet.reading.document import Document, Mapping, Scalar, Span

_FILES: Final = ("text", "fingerprint", "file", "logo")
"""Keys whose values name a file beside ours."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A place in a file."""

    file: Path
    span: Span


def goal_of(opened: Opened, offset: int) -> Goal | None:
    """Where what stands at a place leads: a fact, words of the excerpt, a file."""
    document = opened.document
    thing = thing_at(opened, offset)
    if document is None:
        return None
    if isinstance(thing, Citing):
        key = _key_of(document, thing.key)
        return Goal(opened.file, key.span) if key else None
    if isinstance(thing, Quoting) and opened.lesson:
        proved = prove(thing.mark, opened.excerpts)
        span = None if isinstance(proved, Unproved) else _meant(opened, document, proved)
        return Goal(opened.file, span) if span else None
    file = _file_at(opened, document, offset)
    return Goal(file, Span(0, 0)) if file else None


def uses_of(opened: Opened, offset: int) -> Iterator[Span]:
    """Yield where the fact or reference at a place is cited, after its own key."""
    document = opened.document
    if document is None:
        return
    thing = thing_at(opened, offset)
    wanted = thing.key if isinstance(thing, Citing) else _key_at(document, offset)
    if wanted is None:
        return
    if key := _key_of(document, wanted):
        yield key.span
    for value in values(document.root):
        for each in things_in(document, value):
            if isinstance(each, Citing) and each.key == wanted:
                yield each.span


def _entries(document: Document) -> Iterator[tuple[str, Scalar]]:
    """The facts and references by key, with where each key stands."""
    root = document.root
    for kind in ("facts", "references"):
        held = root.entries.get(kind) if isinstance(root, Mapping) else None
        if held and isinstance(held.value, Mapping):
            for name, entry in held.value.entries.items():
                yield name, entry.key


def _key_of(document: Document, name: str) -> Scalar | None:
    return next((key for each, key in _entries(document) if each == name), None)


def _key_at(document: Document, offset: int) -> str | None:
    return next(
        (name for name, key in _entries(document) if key.span.start <= offset <= key.span.end), None
    )


def _meant(opened: Opened, document: Document, meant: Quotation | Pictured) -> Span | None:
    """Where quoted words stand in the excerpt as it is typed, or the picture of a source."""
    source = source_path(meant.label)
    if isinstance(meant, Pictured):
        *_, (key, _) = document.steps((*source, "picture"))
        return key.span if key else None
    return _in_excerpt(opened, document, meant, (*source, "excerpt"))


def _in_excerpt(
    opened: Opened, document: Document, quotation: Quotation, path: YamlPath
) -> Span | None:
    *_, (_, node) = document.steps(path)
    excerpt = opened.excerpts[quotation.label]
    first, *last = (excerpt.occurrences(words) for words in quotation.text.split(" … ", 1))
    if not isinstance(node, Scalar) or not first:
        return None
    start, end = first[0], (last or [first])[0][0]
    origins = [excerpt.paragraphs[each.paragraph].origins for each in (start, end)]
    begins = _as_typed(node.text, origins[0][start.start])
    ends = _as_typed(node.text, origins[1][end.end - 1] + 1)
    return document.within(node, begins, ends)


def _as_typed(text: str, offset: int) -> int:
    """An offset in a text that is composed (NFC), as one in the text itself."""
    if unicodedata.is_normalized("NFC", text):
        return offset
    every = range(len(text) + 1)
    return bisect_left(every, offset, key=lambda at: len(unicodedata.normalize("NFC", text[:at])))


def _file_at(opened: Opened, document: Document, offset: int) -> Path | None:
    """A file that is named at a place, and is there."""
    value = value_at(document, offset)
    keys = [step for step in value.path if isinstance(step, str)] if value else []
    if value is None or not (keys[-1:] == ["lessons"] or (keys and keys[-1] in _FILES)):
        return None
    file = Path(os.path.normpath(opened.file.parent / value.scalar.text.strip()))
    return file if file.is_file() else None
