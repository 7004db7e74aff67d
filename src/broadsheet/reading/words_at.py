"""Which values of a document are words, as its model says: of one line, or of paragraphs."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, StringConstraints

from broadsheet.findings import YamlPath
from broadsheet.reading.document import Node, Scalar, Sequence

_Kind: TypeAlias = tuple[Any, tuple[Any, ...]]
"""One of the kinds that an annotation allows, and what is said of it besides."""


@dataclass(frozen=True, slots=True)
class Words:
    """A value that is words, and where it stands."""

    path: YamlPath
    scalar: Scalar
    has_paragraphs: bool
    """False for a title and the like, which is one line however it is written."""


def words_at(node: Node, annotation: Any, path: YamlPath = ()) -> Iterator[Words]:
    """Yield the values under a node that its annotation takes for words, in order."""
    kinds = list(_alternatives(annotation, ()))
    if isinstance(node, Scalar):
        has_paragraphs = _are_words(kinds)
        if has_paragraphs is not None:
            yield Words(path, node, has_paragraphs)
    elif isinstance(node, Sequence):
        for kind, _ in kinds:
            if _origin(kind) is list:
                for index, item in enumerate(node.items):
                    yield from words_at(item, get_args(kind)[0], (*path, index))
    else:
        for name, entry in node.entries.items():
            value = next(_values_under(name, kinds), None)
            if value is not None:
                yield from words_at(entry.value, value, (*path, name))


def _values_under(name: str, kinds: list[_Kind]) -> Iterator[Any]:
    for kind, _ in kinds:
        if _is_model(kind) and name in kind.model_fields:
            field = kind.model_fields[name]
            yield Annotated[field.annotation, *field.metadata, None]
        elif _origin(kind) is dict:
            yield get_args(kind)[1]


def _are_words(kinds: list[_Kind]) -> bool | None:
    """Whether a value that is text has paragraphs; None where it isn't words."""
    texts = [metadata for kind, metadata in kinds if kind is str]
    for metadata in texts:
        rules = [each for each in metadata if isinstance(each, StringConstraints)]
        checked = any(isinstance(each, AfterValidator) for each in metadata)
        if rules and not checked and all(rule.pattern is None for rule in rules):
            return not any(rule.strip_whitespace for rule in rules)
    for kind, _ in kinds if not texts else ():
        # Plain prose in place of a mapping, as under `answer`, means its first key.
        if _is_model(kind):
            field = next(iter(kind.model_fields.values()))
            return _are_words(list(_alternatives(field.annotation, tuple(field.metadata))))
    return None


def _alternatives(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[_Kind]:
    origin = _origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        yield from _alternatives(inner, (*metadata, *more))
    elif origin is Union or isinstance(annotation, types.UnionType):
        for argument in get_args(annotation):
            yield from _alternatives(argument, metadata)
    else:
        yield annotation, metadata


def _origin(kind: Any) -> object:
    return get_origin(kind)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
