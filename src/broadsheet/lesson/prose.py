"""Every piece of prose in a lesson, with the path of its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from pydantic import BaseModel

from broadsheet.findings import YamlPath
from broadsheet.lesson.models import Lesson
from broadsheet.reading.values import Markdown


@dataclass(frozen=True, slots=True)
class ProseValue:
    """One value of prose: where it stands, its text, and who reads it."""

    path: YamlPath
    text: str
    for_student: bool
    in_line: bool = False
    """True where it is printed within a line."""


def prose_values(lesson: Lesson) -> Iterator[ProseValue]:
    """Yield every piece of prose in a lesson, in the order of the format."""
    yield from _in_value(lesson, None, ())


def _in_value(value: object, mark: Markdown | None, path: YamlPath) -> Iterator[ProseValue]:
    if isinstance(value, BaseModel):
        for name, inner in _marks(type(value)).items():
            yield from _in_value(getattr(value, name), inner, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _in_value(item, mark, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _in_value(item, mark, (*path, key))
    elif isinstance(value, str) and mark is not None:
        yield ProseValue(path, value, mark.for_student, mark.in_line)


@cache
def _marks(model: type[BaseModel]) -> dict[str, Markdown | None]:
    """For each field of a model, whether its text is prose."""
    return {
        name: next(
            (
                part
                for part in (*field.metadata, *_parts(field.annotation))
                if isinstance(part, Markdown)
            ),
            None,
        )
        for name, field in model.model_fields.items()
    }


def _parts(annotation: object) -> Iterator[object]:
    for argument in get_args(annotation):
        yield argument
        yield from _parts(argument)
