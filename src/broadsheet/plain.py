"""Values that travel between processes: text, numbers, bytes, lists, mappings and records.

What is read back is data: reading it runs nothing, whoever wrote it. A record keeps the names of
its fields and forgets everything else, so that who is given one sees values and no more.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final

_LENGTH: Final = struct.Struct("!Q")


class Record:
    """Named values that can be read, and nothing else."""

    __slots__ = ("_kind", "_values")
    _kind: str
    _values: dict[str, Any]

    def __init__(self, kind: str, values: Mapping[str, Any]) -> None:
        """`kind` is the name of the class that it was a value of."""
        object.__setattr__(self, "_kind", kind)
        object.__setattr__(self, "_values", dict(values))

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(f"{self._kind} has no attribute {name!r}") from None

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{name} can't be changed")

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and pack(self) == pack(other)

    def __hash__(self) -> int:
        return hash((self._kind, *self._values))

    def __repr__(self) -> str:
        return f"{self._kind}({', '.join(self._values)})"


def pack(value: Any) -> bytes:
    """Write a value down. The same value gives the same bytes.

    An object with named fields becomes a record of these and of its properties. Raises TypeError
    for what is neither plain nor made of plain values.
    """
    blobs: list[bytes] = []
    written = json.dumps(_down(value, blobs), ensure_ascii=False, separators=(",", ":"))
    head = written.encode("utf-8", "surrogatepass")
    return b"".join((_LENGTH.pack(len(head)), head, *blobs))


def unpack(data: bytes, kinds: Mapping[str, Any] | None = None) -> Any:
    """Read back what was written down; `kinds` are the classes whose values are made again.

    Raises ValueError where it was not written by `pack`.
    """
    try:
        (length,) = _LENGTH.unpack_from(data)
        end = _LENGTH.size + length
        written = json.loads(data[_LENGTH.size : end].decode("utf-8", "surrogatepass"))
        return _up(written, memoryview(data)[end:], kinds or {})
    except (struct.error, LookupError, TypeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError(f"this is no plain value: {error}") from None


def kind_of(record: Record) -> str:
    """The name of the class that a record was a value of."""
    return record._kind  # noqa: SLF001 - its own module


def leaves(value: Any) -> Iterator[Any]:
    """What a value holds in its records, mappings and lists, in order."""
    match value:
        case Record():
            for name in value:
                yield from leaves(getattr(value, name))
        case Mapping():
            for item in value.values():
                yield from leaves(item)
        case tuple() | list():
            for item in value:
                yield from leaves(item)
        case _:
            yield value


def _down(value: Any, blobs: list[bytes]) -> Any:
    """A value as JSON knows them; what JSON does not know is an object with one key."""
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return str(value)
        case bytes():
            start = sum(map(len, blobs))
            blobs.append(value)
            return {"bytes": [start, start + len(value)]}
        case list() | tuple():
            return [_down(item, blobs) for item in value]
        case Mapping():
            return {"map": [[_key(key), _down(item, blobs)] for key, item in value.items()]}
        case Record():
            return _record(value._kind, {name: getattr(value, name) for name in value}, blobs)  # noqa: SLF001 - its own module
        case _:
            return _record(type(value).__name__, _named(value), blobs)


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be text, and this is {type(key).__name__}")
    return str(key)


def _record(kind: str, values: Mapping[str, Any], blobs: list[bytes]) -> Any:
    return {"record": [kind, {name: _down(item, blobs) for name, item in values.items()}]}


def _named(value: Any) -> dict[str, Any]:
    """What an object is made of, if it has named fields."""
    kind = type(value)
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
    elif hasattr(kind, "model_fields"):  # of pydantic, which need not be loaded here
        names = list(kind.model_fields)
    else:
        raise TypeError(f"{kind.__name__} is not plain")
    properties = [
        name
        for name, member in vars(kind).items()
        if isinstance(member, property) and not name.startswith(("_", "model_"))
    ]
    return {name: getattr(value, name) for name in (*names, *properties)}


def _up(written: Any, blobs: memoryview, kinds: Mapping[str, Any]) -> Any:
    if isinstance(written, list):
        return tuple(_up(item, blobs, kinds) for item in written)
    if not isinstance(written, dict):
        return written
    ((what, of),) = written.items()
    match what:
        case "bytes":
            start, end = of
            return bytes(blobs[start:end])
        case "map":
            return {key: _up(item, blobs, kinds) for key, item in of}
        case "record":
            name, named = of
            values = {key: _up(item, blobs, kinds) for key, item in named.items()}
            if kind := kinds.get(name):
                names = (field.name for field in fields(kind))
                return kind(**{key: values[key] for key in names if key in values})
            return Record(name, values)
        case _:
            raise LookupError(what)
