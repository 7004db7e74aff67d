"""Which values of a document are words, as its model says: of one line, or of paragraphs."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
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


def words_at(document: Node, model: type[BaseModel]) -> Iterator[Words]:
    """Yield the values of a document that its model takes for words, in order."""
    return _words_at(document, _shape_of(model), ())


class _Shape:
    """What an annotation says of values, worked out once for all of them."""

    def __init__(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> None:
        self._kinds = list(_alternatives(annotation, metadata))
        self._fields: dict[str, _Shape] = {}

    @cached_property
    def has_paragraphs(self) -> bool | None:
        """Whether a value that is text has paragraphs; None where it isn't words."""
        texts = [metadata for kind, metadata in self._kinds if kind is str]
        for metadata in texts:
            rules = [each for each in metadata if isinstance(each, StringConstraints)]
            checked = any(isinstance(each, AfterValidator) for each in metadata)
            if rules and not checked and all(rule.pattern is None for rule in rules):
                return not any(rule.strip_whitespace for rule in rules)
        for kind, _ in self._kinds if not texts else ():
            # Plain prose in place of a mapping, as under `answer`, means its first key.
            if _is_model(kind):
                field = next(iter(kind.model_fields.values()))
                return _Shape(field.annotation, tuple(field.metadata)).has_paragraphs
        return None

    @cached_property
    def items(self) -> list[_Shape]:
        """Of the items of a value that is a list."""
        return [_Shape(get_args(kind)[0]) for kind, _ in self._kinds if _origin(kind) is list]

    def under(self, name: str) -> _Shape | None:
        """Of the value under a key of a mapping."""
        if name in self._fields:
            return self._fields[name]
        for kind, _ in self._kinds:
            if _is_model(kind) and name in kind.model_fields:
                field = kind.model_fields[name]
                self._fields[name] = _Shape(field.annotation, tuple(field.metadata))
                return self._fields[name]
            if _origin(kind) is dict:
                return self._values
        return None

    @cached_property
    def _values(self) -> _Shape:
        return next(_Shape(get_args(kind)[1]) for kind, _ in self._kinds if _origin(kind) is dict)


@lru_cache(maxsize=16)
def _shape_of(model: type[BaseModel]) -> _Shape:
    return _Shape(model)


def _words_at(node: Node, shape: _Shape, path: YamlPath) -> Iterator[Words]:
    if isinstance(node, Scalar):
        if shape.has_paragraphs is not None:
            yield Words(path, node, shape.has_paragraphs)
    elif isinstance(node, Sequence):
        for items in shape.items:
            for index, item in enumerate(node.items):
                yield from _words_at(item, items, (*path, index))
    else:
        for name, entry in node.entries.items():
            value = shape.under(name)
            if value is not None:
                yield from _words_at(entry.value, value, (*path, name))


def _alternatives(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[_Kind]:
    origin = get_origin(annotation)
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
