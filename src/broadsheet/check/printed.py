"""All that is printed of a lesson, with the path of each value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pydantic import BaseModel

from broadsheet.findings import YamlPath

_NOT_PRINTED: Final = frozenset({"ignore", "text", "fingerprint", "file", "view"})
"""Keys of a lesson and its sources that no document shows."""


class Printed(NamedTuple):
    """Text that is printed: the value at a path, or the path's last key."""

    path: YamlPath
    text: str
    at_key: bool = False


def printed(value: object, path: YamlPath = ()) -> Iterator[Printed]:
    """Yield what is printed of a value, in the order of the format."""
    if isinstance(value, str):
        yield Printed(path, value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in _NOT_PRINTED:
                yield from printed(getattr(value, name), (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from printed(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield Printed((*path, key), key, at_key=True)
            yield from printed(item, (*path, key))
