"""A YAML document as its author sees it: every key and value with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from broadsheet.findings import Finding, Place, Remark, YamlPath
from broadsheet.reading.scalar_text import source_offsets, written_width
from broadsheet.reading.styles import as_written, with_blanks_of


@dataclass(frozen=True, slots=True)
class Span:
    """Start and end of something, as character offsets in the file's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value without parts: always text, whatever YAML would guess it to be."""

    text: str
    span: Span
    style: str
    """YAML's mark of the style: empty for plain, `'`, `"`, `|` or `>`."""

    @property
    def is_empty(self) -> bool:
        """True for a key with nothing after its colon."""
        return self.style == "" and self.text == ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order in which they stand."""

    entries: dict[str, Entry]
    span: Span


Node: TypeAlias = Scalar | Sequence | Mapping
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


def plain(node: Node) -> Plain:
    """Give the values without their places: text, lists, mappings, and None for nothing."""
    if isinstance(node, Scalar):
        return None if node.is_empty else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}


@dataclass(frozen=True)
class Document:
    """A YAML file that has been read: its text and the tree of its values."""

    file: Path
    text: str
    root: Node

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def offset(self, line: int, column: int) -> int:
        """Where a place begins, as an offset in the file's text; both count from 1."""
        return self._starts[line - 1] + column - 1

    def steps(self, path: YamlPath) -> Iterator[tuple[Scalar | None, Node]]:
        """Yield key (None for a list's item) and value for each step of `path` that exists.

        A step that leads nowhere is passed over, so that the nearest thing around it is found.
        """
        node: Node = self.root
        yield None, node
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
                entry = node.entries[step]
                node = entry.value
                yield entry.key, node
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                yield None, node

    def locate(self, remark: Remark) -> Finding:
        """Give a remark its place in this file."""
        key, node = list(self.steps(remark.path))[-1]
        meant = remark.near_match
        if remark.span is not None and isinstance(node, Scalar) and meant is not None:
            meant = self._as_written(meant, node, remark.span)
        if remark.at_key and key is not None:
            place = self.place(key.span)
        elif remark.span is not None and isinstance(node, Scalar):
            place = self.place(self.within(node, *remark.span))
        elif isinstance(node, Scalar) and not node.is_empty:
            place = self.place(self.first_line_of(node))
        elif key is not None:
            place = self.place(key.span)
        else:
            place = self.place(Span(node.span.start, node.span.start))
        return Finding(
            rule=remark.rule,
            message=remark.message,
            hint=remark.hint,
            file=self.file,
            place=place,
            path=remark.path,
            near_match=meant,
            sure=remark.sure,
        )

    def _as_written(self, words: str, node: Scalar, span: tuple[int, int]) -> str | None:
        """Words as they are to be written in place of a part of a value, or None."""
        before = self.text[max(node.span.start - 1000, 0) : node.span.start]
        line = before.rsplit("\n", 1)[-1]
        in_flow = before.rstrip().endswith(("[", "{", ",")) or "{" in line
        written = as_written(words, node.style, first=span[0] == 0, in_flow=in_flow)
        place = self.within(node, *span)
        return written and with_blanks_of(self.text[place.start : place.end], written)

    def first_line_of(self, node: Scalar) -> Span:
        """The part of a value to underline when all of it is meant."""
        if node.style in ("|", ">"):
            offsets = self._offsets(node)
            words = node.text.split("\n", 1)[0]
            if words and offsets:
                return Span(offsets[0], offsets[len(words) - 1] + 1)
        end = self.text.find("\n", node.span.start, node.span.end)
        return Span(node.span.start, end if end >= 0 else node.span.end)

    def within(self, node: Scalar, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of a value's text stand in the file."""
        offsets = self._offsets(node)
        if not offsets:
            return node.span
        first = offsets[min(start, len(offsets) - 1)]
        last = offsets[min(max(end - 1, start), len(offsets) - 1)]
        end = last + written_width(self.text, last, node.style)
        return Span(first, max(min(end, node.span.end), last + 1))

    def span_of(self, place: Place) -> Span:
        """Turn lines and columns, counted from 1, into offsets."""
        return Span(
            self.offset(place.line, place.column),
            self.offset(place.end_line, place.end_column),
        )

    def _offsets(self, node: Scalar) -> list[int]:
        """Where each character of a value stands: worked out once, for many may be pointed at."""
        span = node.span
        if span not in self._known_offsets:
            self._known_offsets[span] = source_offsets(
                self.text, span.start, span.end, node.text, node.style
            )
        return self._known_offsets[span]

    @cached_property
    def _known_offsets(self) -> dict[Span, list[int]]:
        return {}

    def place(self, span: Span) -> Place:
        """Turn offsets into lines and columns, counted from 1."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.end, span.start)) - 1
        return Place(
            line=first + 1,
            column=span.start - self._starts[first] + 1,
            end_line=last + 1,
            end_column=max(span.end, span.start) - self._starts[last] + 1,
        )
