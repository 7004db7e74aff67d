"""What stands at a place of a text: a value, and in it a quotation, a citation or a code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from broadsheet.editor.opened import Opened
from broadsheet.excerpt.quotation import Mark, marks
from broadsheet.findings import YamlPath
from broadsheet.prose.citing import cited
from broadsheet.reading.document import Document, Mapping, Node, Scalar, Span


@dataclass(frozen=True, slots=True)
class Value:
    """A value without parts, and the keys that lead to it."""

    path: YamlPath
    scalar: Scalar


@dataclass(frozen=True, slots=True)
class Quoting:
    """A `((…))`."""

    mark: Mark
    span: Span


@dataclass(frozen=True, slots=True)
class Citing:
    """The key of a fact or a reference."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Coded:
    """The code of a standard or of a finding."""

    code: str
    is_finding: bool
    span: Span


Thing: TypeAlias = Quoting | Citing | Coded


def value_at(document: Document, offset: int) -> Value | None:
    """The value that covers a place, or ends there."""
    found = [value for value in values(document.root) if _covers(value.scalar.span, offset)]
    return found[0] if found else None


def values(node: Node, path: YamlPath = ()) -> Iterator[Value]:
    """Yield every value without parts under a node, in order; keys are not among them."""
    if isinstance(node, Scalar):
        yield Value(path, node)
    elif isinstance(node, Mapping):
        for name, entry in node.entries.items():
            yield from values(entry.value, (*path, name))
    else:
        for index, item in enumerate(node.items):
            yield from values(item, (*path, index))


def thing_at(opened: Opened, offset: int) -> Thing | None:
    """What stands at a place and means something else."""
    document = opened.document
    value = value_at(document, offset) if document else None
    if document is None or value is None:
        return None
    return next((each for each in things_in(document, value) if _covers(each.span, offset)), None)


def things_in(document: Document, value: Value) -> Iterator[Thing]:
    """Yield what a value holds that means something else."""
    path, scalar = value.path, value.scalar
    keys = [step for step in path if isinstance(step, str)]
    whole = document.first_line_of(scalar)
    if keys[-1:] == ["standards"]:
        yield Coded(scalar.text.strip(), is_finding=False, span=whole)
    elif keys == ["ignore", "code"]:
        yield Coded(scalar.text.strip(), is_finding=True, span=whole)
    elif keys[-1:] == ["cite"] or (keys[-1:] == ["facts"] and len(keys) > 1):
        yield Citing(scalar.text.strip(), whole)
    elif keys[-1:] != ["excerpt"]:
        for mark in marks(scalar.text):
            yield Quoting(mark, document.within(scalar, mark.start, mark.end))
        for each in cited(scalar.text):
            yield Citing(each.key, document.within(scalar, each.start, each.end))


def _covers(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end
