"""Read YAML into a document that knows where everything stands.

PyYAML's parser gives events; this module builds the tree from them itself, because PyYAML's
own loaders guess types (`no`, `012`), keep the last of two duplicate keys in silence, build
objects from tags, and follow aliases without a limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from broadsheet.findings import Finding, Place, Rule
from broadsheet.lesson import yaml_rules
from broadsheet.lesson.document import Document, Entry, Mapping, Node, Scalar, Sequence, Span
from broadsheet.lesson.yaml_errors import in_an_authors_words

MAX_BYTES: Final = 1024 * 1024
"""Largest file that is read, in bytes."""
MAX_NODES: Final = 20_000
"""Most values that a document may hold once its aliases are followed."""
MAX_DEPTH: Final = 30
"""Deepest nesting; the format itself nests eight deep."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Fault(Exception):
    """Ends the reading of one file; never leaves this module."""

    def __init__(self, rule: Rule, message: str, hint: str, span: Span | None) -> None:
        super().__init__(message)
        self.rule, self.message, self.hint, self.span = rule, message, hint, span


def read(file: Path) -> tuple[Document | None, list[Finding]]:
    """Read `file` as YAML. A fault that ends the reading is a finding, and no document."""
    try:
        text = _text_of(file)
    except _Fault as fault:
        return None, [Finding(fault.rule, fault.message, fault.hint, file)]
    return read_text(text, file)


def read_text(text: str, file: Path) -> tuple[Document | None, list[Finding]]:
    """Read YAML that is already at hand; `file` names it in findings."""
    empty = Document(file, text, Mapping({}, Span(0, 0)))
    builder = _Builder(text)
    try:
        root = builder.build()
    except _Fault as fault:
        place = empty.place(fault.span) if fault.span else Place(1, 1, 1, 1)
        return None, [Finding(fault.rule, fault.message, fault.hint, file, place)]
    document = Document(file, text, root)
    findings = [
        Finding(fault.rule, fault.message, fault.hint, file, document.place(fault.span))
        for fault in builder.faults
        if fault.span
    ]
    return document, findings


def _text_of(file: Path) -> str:
    rule = yaml_rules.UNREADABLE
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _Fault(rule, "there is no such file", "look at the spelling of its path", None) from None
    except IsADirectoryError:
        raise _Fault(rule, "this is a folder", "name the lesson's file", None) from None
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise _Fault(rule, f"the file cannot be read: {reason}", "", None) from None
    if len(data) > MAX_BYTES:
        raise _Fault(
            rule,
            "the file is larger than 1 MiB",
            "a lesson holds an excerpt and questions; keep whole texts in files of their own",
            None,
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Fault(
            rule,
            f"the file is not UTF-8: byte {data[error.start]:#04x} on line {line} cannot be read",
            "save it as UTF-8 in your editor",
            None,
        ) from None
    if not text.strip():
        raise _Fault(
            rule, "the file is empty", "`broadsheet new my-lesson` writes a lesson to start from", None
        )
    return text


@dataclass(slots=True)
class _Anchored:
    node: Node
    nodes: int


class _Builder:
    """Builds one document's tree from PyYAML's events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[_Fault] = []
        self._anchors: dict[str, _Anchored] = {}
        self._nodes = 0

    def build(self) -> Node:
        """Give the tree. Raises _Fault where reading cannot go on."""
        loader = _Loader(self.text)
        try:
            self._loader = loader
            while not loader.check_event(yaml.StreamEndEvent, yaml.DocumentStartEvent):
                loader.get_event()
            if loader.check_event(yaml.StreamEndEvent):
                raise _Fault(
                    yaml_rules.UNREADABLE, "the file holds nothing but comments", "", Span(0, 0)
                )
            loader.get_event()
            root = self._node(0)
            loader.get_event()
            if loader.check_event(yaml.DocumentStartEvent):
                raise _Fault(
                    yaml_rules.SYNTAX,
                    "a second document begins here",
                    "keep one lesson in one file, and remove the `---`",
                    self._span(loader.get_event()),
                )
            return root
        except yaml.YAMLError as error:
            message, hint, span = in_an_authors_words(error, self.text)
            raise _Fault(yaml_rules.SYNTAX, message, hint, Span(*span)) from None
        finally:
            loader.dispose()

    def _span(self, event: yaml.Event) -> Span:
        return Span(event.start_mark.index, event.end_mark.index)

    def _node(self, depth: int) -> Node:
        event = self._loader.get_event()
        span = self._span(event)
        if depth > MAX_DEPTH:
            raise _Fault(
                yaml_rules.ALIASES,
                f"values are nested more than {MAX_DEPTH} deep",
                "a lesson nests eight deep at most; look for a stray bracket or indent",
                span,
            )
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event.anchor, span)
        before = self._nodes
        self._count(1, span)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = Scalar(event.value, self._trimmed(span, event.style or ""), event.style or "")
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(span, depth)
        else:
            node = self._mapping(span, depth)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(node, self._nodes - before)
        return node

    def _count(self, nodes: int, span: Span) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise _Fault(
                yaml_rules.ALIASES,
                f"the document holds more than {MAX_NODES:,} values",
                "write the values out instead of nesting aliases (`*name`)",
                span,
            )

    def _alias(self, anchor: str, span: Span) -> Node:
        anchored = self._anchors.get(anchor)
        if anchored is None:
            raise _Fault(
                yaml_rules.SYNTAX,
                f"`*{anchor}` refers to nothing above it",
                "a value that begins with `*` needs quotation marks",
                span,
            )
        self._count(anchored.nodes, span)
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
                raise _Fault(
                    yaml_rules.SYNTAX,
                    "a key here is a list or a mapping",
                    "a value that begins with `[` or `{` needs quotation marks",
                    key.span,
                )
            value = self._node(depth + 1)
            if key.text in entries:
                first = self.text.count("\n", 0, entries[key.text].key.span.start) + 1
                self.faults.append(
                    _Fault(
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
