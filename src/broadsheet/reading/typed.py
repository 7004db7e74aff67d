"""A document's values, typed as a model; what can't be typed is a remark at its own key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from broadsheet.findings import Remark, YamlPath
from broadsheet.reading import format_rules as rules
from broadsheet.reading.document import Document, Mapping, Node, Scalar, Sequence, plain
from broadsheet.reading.faults import remark_for

Model = TypeVar("Model", bound=BaseModel)


def typed(model: type[Model], document: Document) -> tuple[Model | None, list[Remark]]:
    """Type a document's values as `model`; each fault becomes a remark at its own key."""
    remarks = [
        Remark(
            rules.EMPTY_VALUE,
            f"{name} is empty",
            _empty_hint(document, path),
            path,
            at_key=True,
        )
        for path, name in _empty_values(document.root, ())
    ]
    value = None
    try:
        value = model.model_validate(plain(document.root))
    except ValidationError as error:
        faults = error.errors(include_url=False)
        remarks += [remark_for(fault, model, document) for fault in faults if not _is_empty(fault)]
    return value, list(dict.fromkeys(remarks))


def _empty_hint(document: Document, path: YamlPath) -> str:
    *_, (key, node) = document.steps(path)
    start = key.span.end if key else node.span.start
    line = document.text[start:].split("\n", 1)[0]
    if re.match(r":?\s*#[^\s#]", line):
        return 'what follows `#` is a comment to YAML: put the whole value in quotation marks ("…")'
    if isinstance(path[-1], int):
        return "write it after its dash, or take the dash out"
    return "write its value after the colon, or leave the key out if it is optional"


def _is_empty(fault: ErrorDetails) -> bool:
    return fault["input"] is None and fault["type"] != "missing"


def _empty_values(node: Node, path: YamlPath) -> Iterator[tuple[YamlPath, str]]:
    if isinstance(node, Mapping):
        for name, entry in node.entries.items():
            if isinstance(entry.value, Scalar) and entry.value.is_empty:
                yield (*path, name), f"`{name}`"
            yield from _empty_values(entry.value, (*path, name))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            if isinstance(item, Scalar) and item.is_empty:
                of_list = f" of `{path[-1]}`" if path else ""
                yield (*path, index), f"item {index + 1}{of_list}"
            yield from _empty_values(item, (*path, index))
