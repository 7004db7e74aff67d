"""Tags and anchors: YAML takes them from before a value, where an author may have meant words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from broadsheet.reading.document import Span

_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s*(?:#.*\s*)*)+")

_KINDS: Final = frozenset(
    f"!!{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)
"""Tags that say of what kind a value is; the model says it already."""


@dataclass(frozen=True, slots=True)
class Property:
    """A tag or an anchor before a value."""

    text: str
    span: Span

    @property
    def what(self) -> str:
        """What YAML takes it for."""
        return "a tag" if self.text.startswith("!") else "the name of this value"


def properties_at(text: str, start: int) -> Iterator[Property]:
    """What stands before a value and is no part of it, if it may be meant as words."""
    before = _PROPERTIES.match(text, start)
    for found in re.finditer(r"[&!]\S*", before[0] if before else ""):
        begins = start + found.start()
        if found[0] not in _KINDS:
            yield Property(found[0], Span(begins, begins + len(found[0])))


def past_properties(text: str, span: Span) -> Span:
    """The span of the value that stands behind its anchor and its tag."""
    before = _PROPERTIES.match(text, span.start, span.end)
    return Span(before.end(), span.end) if before else span
