"""Which keys a model knows, and what they take, wherever a path leads in a file."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from broadsheet.findings import YamlPath


def only_value(model: type[BaseModel], name: str, path: YamlPath) -> str:
    """What a key takes where it takes one thing alone, else a sign for whatever it is."""
    kinds = {
        found.model_fields[name].annotation
        for found in _models_at(model, path)
        if name in found.model_fields
    }
    values = [get_args(kind) for kind in kinds if get_origin(kind) is Literal]
    return str(values[0][0]) if values and len(values[0]) == 1 else "…"


def keys_at(model: type[BaseModel], path: YamlPath) -> set[str]:
    """Names of the keys that may stand at `path`."""
    return {name for found in _models_at(model, path) for name in found.model_fields}


def _models_at(model: type[BaseModel], path: YamlPath) -> list[type[BaseModel]]:
    """The models of which the value at `path` may be one."""
    models = [model]
    for step in path:
        if isinstance(step, str):
            stepped = [
                inner
                for outer in models
                if step in outer.model_fields
                for inner in _models_in(outer.model_fields[step].annotation)
            ]
            models = stepped or models
    return models


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) is not None or isinstance(annotation, types.UnionType):
        for argument in get_args(annotation):
            yield from _models_in(argument)
