"""A lesson that can't be typed, read as far as it goes, so that its other faults are found too.

It is for checking alone and is never built. Keys with one right spelling are read as meant; other
faulty values are left out. What a check then says of something that was left out, or of a part that
it was left out of, follows from the gap and is not said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Sequence as Many
from dataclasses import dataclass, replace
from typing import Final

from broadsheet.findings import Finding, Remark, YamlPath
from broadsheet.lesson.models import Lesson
from broadsheet.lesson.room import ROOMS
from broadsheet.reading import format_rules
from broadsheet.reading.document import Document, Entry, Mapping, Node, Scalar, Sequence
from broadsheet.reading.typed import typed

_ROUNDS: Final = 12
"""Leaving a value out can only show a fault one level up; the format nests eight deep."""


@dataclass(frozen=True, slots=True)
class PartialLesson:
    """As much of a lesson as could be typed, and the document that is left of its file."""

    lesson: Lesson
    document: Document
    left_out: tuple[YamlPath, ...]

    def stands(self, remark: Remark) -> bool:
        """Tell whether a remark holds of the file too."""
        return _stands(remark, self.document, self.left_out)


def read_in_part(
    document: Document, remarks: Many[Remark]
) -> tuple[PartialLesson | None, list[Finding]]:
    """Read what can be read of a document in which `remarks` are all that typing it says.

    Gives the lesson, if there is one, and the findings: those that `remarks` make, without the
    ones that a right spelling answers, and those that come to light behind them.
    """
    findings: list[Finding] = []
    left_out: tuple[YamlPath, ...] = ()
    for _ in range(_ROUNDS):
        renamed = {remark.path: remark for remark in _misspelt(remarks, document)}
        if renamed:
            findings += [document.locate(remark) for remark in renamed.values()]
            for path, remark in renamed.items():
                document = _renamed(document, path, remark.near_match or "")
        else:
            findings += _located(remarks, document, left_out)
            gaps = {gap for remark in remarks for gap in _gaps(remark, document)}
            if not all(_may_be_left_out(gap) for gap in gaps):
                return None, _once(findings)
            document = _without(document, gaps)
            left_out = (*left_out, *sorted(gaps, key=str))
        lesson, remarks = typed(Lesson, document)
        if lesson is not None:
            findings += _located(remarks, document, left_out)
            return PartialLesson(lesson, document, left_out), _once(findings)
    return None, _once(findings)


def _located(
    remarks: Iterable[Remark], document: Document, left_out: tuple[YamlPath, ...]
) -> list[Finding]:
    return [document.locate(r) for r in remarks if _stands(r, document, left_out)]


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once: a key read as meant changes the paths of all that is under it."""
    return list({(f.code, f.place, f.message): f for f in reversed(list(findings))}.values())


def _stands(remark: Remark, document: Document, left_out: tuple[YamlPath, ...]) -> bool:
    words = _words(remark, document)
    return not any(
        gap[: len(remark.path)] == remark.path or remark.path[: len(gap)] == gap or words == gap[-1]
        for gap in left_out
    )


def _words(remark: Remark, document: Document) -> str | None:
    *_, (_, node) = document.steps(remark.path)
    if not isinstance(node, Scalar):
        return None
    words = node.text[slice(*remark.span)] if remark.span else node.text
    return words.removeprefix("@")


def _misspelt(remarks: Iterable[Remark], document: Document) -> Iterator[Remark]:
    """The unknown keys whose one right spelling is free to take."""
    for remark in remarks:
        if remark.rule is format_rules.UNKNOWN_KEY and remark.near_match is not None:
            *_, (_, around) = document.steps(remark.path[:-1])
            if isinstance(around, Mapping) and remark.near_match not in around.entries:
                yield remark


def _gaps(remark: Remark, document: Document) -> Iterator[YamlPath]:
    """The keys to leave out so that a fault is gone."""
    path = remark.path
    if remark.rule is format_rules.TWO_ROOMS:
        *_, (_, question) = document.steps(path)
        if isinstance(question, Mapping):
            yield from ((*path, key) for key in ("space", *ROOMS) if key in question.entries)
        return
    while path and isinstance(path[-1], int):
        path = path[:-1]
    yield path


def _may_be_left_out(gap: YamlPath) -> bool:
    """The whole lesson may not, nor all questions of a part: the others' numbers would change."""
    return bool(gap) and not (gap[0] == "questions" and len(gap) <= 2)


def _without(document: Document, gaps: Iterable[YamlPath]) -> Document:
    root = document.root
    for gap in gaps:
        root = _changed(root, gap, lambda _name, _entry: None)
    return replace(document, root=root)


def _renamed(document: Document, path: YamlPath, name: str) -> Document:
    return replace(document, root=_changed(document.root, path, lambda _name, entry: (name, entry)))


def _changed(
    node: Node, path: YamlPath, change: Callable[[str, Entry], tuple[str, Entry] | None]
) -> Node:
    """A copy of the tree with the entry at `path` changed, or left out where `change` says None."""
    step, rest = path[0], path[1:]
    if isinstance(node, Sequence) and isinstance(step, int):
        items = list(node.items)
        items[step] = _changed(items[step], rest, change)
        return replace(node, items=tuple(items))
    if not isinstance(node, Mapping):
        return node
    entries: dict[str, Entry] = {}
    for name, entry in node.entries.items():
        if name != step:
            entries[name] = entry
        elif rest:
            entries[name] = replace(entry, value=_changed(entry.value, rest, change))
        elif (new := change(name, entry)) is not None:
            entries[new[0]] = new[1]
    return replace(node, entries=entries)
