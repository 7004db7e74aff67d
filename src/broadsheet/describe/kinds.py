"""What a key takes, in an author's words: the model's types, read for the reference page."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from broadsheet.lesson.answer import Answer
from broadsheet.lesson.citation import Citation, OneOrSeveral
from broadsheet.lesson.models import Silenced, SourceLabel
from broadsheet.lesson.room import ClaimTable
from broadsheet.reading import values
from broadsheet.reading.dates import PartialDate

KINDS: Final[dict[str, str]] = {
    "Text": "words",
    "StudentProse": "student's prose",
    "Prose": "teacher's prose",
    "StudentPhrase": "student's phrase",
    "Phrase": "teacher's phrase",
    "Passages": "passages",
    "LineCount": "number of lines",
    "RowCount": "number of rows",
    "Height": "height",
    "Switch": "yes or no",
    "PartialDate": "date",
    "LanguageTag": "language",
    "Key": "key",
    "FilePath": "path",
    "UnitProse": "unit's prose",
    "LessonPath": "path of a lesson",
}
"""What an author calls the types of values, in the order in which the page explains them."""
_TYPES: Final = {**vars(values), PartialDate.__name__: PartialDate}

_MODELS: Final[dict[type[BaseModel], str]] = {
    Citation: "work",
    Silenced: "finding",
    ClaimTable: "claims",
}
"""What an author calls a model, where it is not its class's name."""


def takes(model: type[BaseModel], name: str) -> str:
    """Say in Markdown what a field takes, with links to where that is explained."""
    hint = get_type_hints(model, include_extras=True)[name]
    return _kind(hint, model.model_fields[name].metadata)


def without(field: FieldInfo) -> str:
    """Say in Markdown what holds when a field's key is left out."""
    if field.is_required():
        return "**needed**"
    if field.default is False:
        return "`no`"
    return f"`{field.default}`" if field.default else ""


def name_of(model: type[BaseModel]) -> str:
    """What an author calls a model."""
    return _MODELS.get(model, model.__name__.lower())


def anchor_of(kind: str) -> str:
    """The anchor under which a kind or a model is explained."""
    return kind.replace(" ", "-").replace("'", "")


def _kind(hint: Any, limits: list[Any]) -> str:
    for name, kind in KINDS.items():
        if _is(hint, _TYPES[name]):
            return f"[{kind}](#{anchor_of(kind)})"
    if hint == SourceLabel:
        return "`A` and `B`"
    base, *more = get_args(hint) if get_origin(hint) is Annotated else [hint]
    if any(isinstance(mark, OneOrSeveral) for mark in more):
        return f"{_kind(get_args(base)[0], [])}, or a list of them"
    return _compound(base, [*_flat(more), *limits])


def _compound(hint: Any, limits: list[Any]) -> str:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        parts = (_kind(part, limits) for part in arguments if part is not type(None))
        return " or ".join(dict.fromkeys(parts))
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in arguments)
    if origin is list:
        count = _between(limits)
        return f"list{' of ' + count if count else ''}: {_kind(arguments[0], [])}"
    if origin is dict:
        return f"{_kind(arguments[0], [])}, each with: {_kind(arguments[1], [])}"
    if hint is Answer:
        return "[teacher's prose](#teachers-prose), or [levels or rows](#answer)"
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return f"[{name_of(hint)}](#{name_of(hint)})"
    return f"whole number, {_between(limits)}"


def _is(hint: Any, named: Any) -> bool:
    """Tell whether a hint is a named type, perhaps with more marks behind."""
    if get_origin(hint) is not Annotated or get_origin(named) is not Annotated:
        return bool(hint is named)
    mine, theirs = get_args(hint), get_args(named)
    return bool(mine[: len(theirs)] == theirs)


def _flat(metadata: list[Any]) -> Iterator[Any]:
    for mark in metadata:
        yield from mark.metadata if isinstance(mark, FieldInfo) else [mark]


def _between(limits: list[Any]) -> str:
    least: Any = None
    most: Any = None
    for limit in limits:
        match limit:
            case Ge(ge=least) | MinLen(min_length=least):
                pass
            case Le(le=most) | MaxLen(max_length=most):
                pass
    if most is None:
        return "" if least is None else f"{least} or more"
    return f"{most}" if least == most else f"{least} to {most}"
