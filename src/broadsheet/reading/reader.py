"""Read YAML into a document that knows where everything stands.

PyYAML's parser gives events; this module builds the tree from them itself, because PyYAML's
own loaders guess types (`no`, `012`), keep the last of two duplicate keys in silence, build
objects from tags, and follow aliases without a limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from broadsheet.findings import Finding, Rule
from broadsheet.reading import yaml_rules
from broadsheet.reading.document import Document, Entry, Mapping, Node, Scalar, Sequence, Span
from broadsheet.reading.escapes import EscapedPairs
from broadsheet.reading.file_text import MAX_BYTES, text_of
from broadsheet.reading.properties import Property, past_properties, properties_at
from broadsheet.reading.scalar_text import joined_lines
from broadsheet.reading.words_rules import NOT_READ

MAX_NODES: Final = 20_000
"""Most values that a document may hold once its aliases are followed."""
MAX_CHARACTERS: Final = MAX_BYTES
"""Most characters of all values once aliases are followed: no more than fit into a file."""
MAX_DEPTH: Final = 30
"""Deepest nesting; the format itself nests eight deep."""

# PyYAML follows YAML 1.1, where these end a line. Text from a web page or a word processor brings
# them along unseen, and no editor counts the last three.
_OTHER_LINE_ENDS: Final = re.compile("\r(?!\n)|[\x85\u2028\u2029]")

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _ReadingError(Exception):
    """Ends the reading of one file; never leaves this module."""

    def __init__(self, rule: Rule, message: str, hint: str, span: Span) -> None:
        super().__init__(message)
        self.rule, self.message, self.hint, self.span = rule, message, hint, span

    def finding(self, document: Document) -> Finding:
        place = document.place(self.span)
        return Finding(self.rule, self.message, self.hint, document.file, place)


def read(file: Path) -> tuple[Document | None, list[Finding]]:
    """Read `file` as YAML. A fault that ends the reading is a finding, and no document."""
    text = text_of(file)
    return (None, [text]) if isinstance(text, Finding) else read_text(text, file)


def read_text(text: str, file: Path) -> tuple[Document | None, list[Finding]]:
    """Read YAML that is already at hand; `file` names it in findings.

    The root of a text that holds no value, but comments at most, is an empty scalar.
    """
    text = _OTHER_LINE_ENDS.sub(_as_yaml_1_2, text)
    builder = _Builder(text)
    try:
        root = builder.build()
    except _ReadingError as fault:
        return None, [fault.finding(Document(file, text, Mapping({}, Span(0, 0))))]
    document = Document(file, text, root)
    return document, [fault.finding(document) for fault in builder.faults]


def _unread(found: Property) -> _ReadingError:
    return _ReadingError(
        NOT_READ,
        f"“{found.text}” is {found.what} to YAML, and is not read",
        'put the whole value in quotation marks ("…")',
        found.span,
    )


def _as_yaml_1_2(line_end: re.Match[str]) -> str:
    """One character for one, so that every place stays where it is."""
    return "\n" if line_end[0] == "\r" else " "


@dataclass(slots=True)
class _Anchored:
    node: Node
    nodes: int
    characters: int


class _Builder:
    """Builds one document's tree from PyYAML's events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._pairs = EscapedPairs.of(text)
        self.faults: list[_ReadingError] = []
        self._anchors: dict[str, _Anchored] = {}
        self._unread: list[Property] = []
        self._nodes = self._characters = 0

    def build(self) -> Node:
        """Give the tree. Raises _ReadingError where reading cannot go on."""
        loader = _Loader(self._pairs.text)
        try:
            self._loader = loader
            while not loader.check_event(yaml.StreamEndEvent, yaml.DocumentStartEvent):
                loader.get_event()
            root: Node = Scalar("", Span(0, 0), "")
            if not loader.check_event(yaml.StreamEndEvent):
                loader.get_event()
                root = self._node(0)
            loader.get_event()
            if loader.check_event(yaml.DocumentStartEvent):
                raise _ReadingError(
                    yaml_rules.SYNTAX,
                    "a second document begins here",
                    "keep one lesson in one file, and remove the `---`",
                    self._span(loader.get_event()),
                )
            self.faults += map(_unread, self._unread)
            return root
        except yaml.YAMLError as error:
            from broadsheet.reading.yaml_errors import in_an_authors_words

            message, hint, span = in_an_authors_words(error, self.text)
            raise _ReadingError(yaml_rules.SYNTAX, message, hint, Span(*span)) from None
        finally:
            loader.dispose()

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(start.index if start else 0, end.index if end else 0)

    def _node(self, depth: int) -> Node:
        event = self._loader.get_event()
        span = self._span(event)
        if depth > MAX_DEPTH:
            raise _ReadingError(
                yaml_rules.ALIASES,
                f"values are nested more than {MAX_DEPTH} deep",
                "a lesson nests eight deep at most; look for a stray bracket or indent",
                span,
            )
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event.anchor or "", span)
        before = self._nodes, self._characters
        self._count(1, len(getattr(event, "value", "")), span)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor or event.tag:
                span = past_properties(self.text, span)
            style = event.style or ""
            text = self._pairs.read(event.value, span.start, span.end, style)
            text = joined_lines(self.text, span.start, span.end, text, style)
            node = Scalar(text, self._trimmed(span, style), style)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(span, depth)
        else:
            node = self._mapping(span, depth)
        if event.anchor or event.tag:
            self._unread += properties_at(self.text, self._span(event).start)
        if event.anchor:
            nodes, characters = self._nodes - before[0], self._characters - before[1]
            self._anchors[event.anchor] = _Anchored(node, nodes, characters)
        return node

    def _count(self, nodes: int, characters: int, span: Span) -> None:
        self._nodes += nodes
        self._characters += characters
        too_many = f"{MAX_NODES:,} values" if self._nodes > MAX_NODES else ""
        if self._characters > MAX_CHARACTERS:
            too_many = f"{MAX_CHARACTERS:,} characters"
        if too_many:
            raise _ReadingError(
                yaml_rules.ALIASES,
                f"the document holds more than {too_many}",
                "write the values out instead of nesting aliases (`*name`)",
                span,
            )

    def _alias(self, anchor: str, span: Span) -> Node:
        anchored = self._anchors.get(anchor)
        if anchored is None:
            raise _ReadingError(
                yaml_rules.SYNTAX,
                f"`*{anchor}` refers to nothing above it",
                "a value that begins with `*` needs quotation marks",
                span,
            )
        self._count(anchored.nodes, anchored.characters, span)
        self._unread = [each for each in self._unread if each.text != f"&{anchor}"]
        return anchored.node

    def _trimmed(self, span: Span, style: str) -> Span:
        """A block ends at the next key for YAML; for an author, with its last word."""
        if style not in ("|", ">"):
            return span
        written = self.text[span.start : span.end]
        return Span(span.start, span.start + len(written.rstrip()))

    def _sequence(self, start: Span, depth: int) -> Sequence:
        items = []
        while not self._loader.check_event(yaml.SequenceEndEvent):
            items.append(self._node(depth + 1))
        end = self._span(self._loader.get_event())
        return Sequence(tuple(items), Span(start.start, end.end))

    def _mapping(self, start: Span, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not self._loader.check_event(yaml.MappingEndEvent):
            key = self._node(depth + 1)
            if not isinstance(key, Scalar):
                raise _ReadingError(
                    yaml_rules.SYNTAX,
                    "a key here is a list or a mapping",
                    "a value that begins with `[` or `{` needs quotation marks",
                    key.span,
                )
            value = self._node(depth + 1)
            if key.text in entries:
                first = self.text.count("\n", 0, entries[key.text].key.span.start) + 1
                self.faults.append(
                    _ReadingError(
                        yaml_rules.DUPLICATE_KEY,
                        f"`{key.text}` stands twice: first on line {first}",
                        "keep one of the two",
                        key.span,
                    )
                )
                continue
            entries[key.text] = Entry(key, value)
        end = self._span(self._loader.get_event())
        return Mapping(entries, Span(start.start, end.end))
