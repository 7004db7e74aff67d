"""Facts, and the works that vouch for them."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import (
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    Tag,
    WithJsonSchema,
    field_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from broadsheet.reading.dates import PartialDate
from broadsheet.reading.strict import Strict
from broadsheet.reading.values import Key, Phrase, Text

TO_BE_RECHECKED: Final = "to be re-checked"
_AGAIN: Final = WithJsonSchema({"const": TO_BE_RECHECKED, "title": TO_BE_RECHECKED})

WorkKind: TypeAlias = Literal[
    "book",
    "periodical",
    "chapter",
    "article",
    "case",
    "law",
    "resolution",
    "statement",
    "data",
    "page",
]
"""What a work is: its title is printed as that field prints it.

A report is a `book`; a `periodical` is a newspaper or magazine as a whole, or an issue of one.
"""


class Citation(Strict):
    """A work that vouches for a fact, complete enough to be looked up."""

    title: Text
    """Title of the work, page or record."""
    kind: WorkKind | None = None
    """What the work is, which says how its title is printed; without, in quotation marks. A report
    is a `book`; a newspaper or magazine cited as a whole, or an issue of it, is a `periodical`."""
    part_of: Text | None = None
    """Title of the newspaper, journal or book in which an article or chapter appeared."""
    author: Text | None = None
    """Who wrote it."""
    publisher: Text | None = None
    """Who published it: newspaper, institution, press."""
    date: PartialDate | None = None
    """When it was published."""
    where: Text | None = None
    """Page, article, table or document number."""
    url: Text | None = None
    """Address, where there is one."""
    checked: PartialDate | Annotated[Literal["to be re-checked"], _AGAIN] | None = None
    """The day somebody last read it there, or `to be re-checked`."""
    note: Text | None = None
    """How it was read, where that matters: “as reported by …”."""

    @field_validator("checked", mode="wrap")
    @classmethod
    def _date_or_recheck(cls, value: Any, _handler: Any) -> Any:
        if value is None or value == TO_BE_RECHECKED:
            return value
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(value)
        except ValueError as error:
            reason = f"{error}, or `{TO_BE_RECHECKED}`"
            raise PydanticCustomError("date", "{reason}", {"reason": reason}) from None


class OneOrSeveral:
    """Marks a list of which an author may write the only item without a list around it."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Give the schema of an item, or of a list of them."""
        several = handler(schema)
        one = several["items"]
        return {"anyOf": [*one.get("oneOf", [one]), several]}


def _work_or_key(value: object) -> str:
    return "key" if isinstance(value, str) else "work"


WorkOrKey = Annotated[
    Annotated[Citation, Tag("work")] | Annotated[Key, Tag("key")], Discriminator(_work_or_key)
]
"""A work described on the spot, or the key of one of the references."""


class Fact(Strict):
    """Something outside the excerpt, with its source and the day it became known."""

    says: Phrase
    """The fact, in plain words."""
    known: PartialDate
    """The day it became public. Later than the piece: printed as “what happened next”."""
    cite: Annotated[list[WorkOrKey], Field(min_length=1), OneOrSeveral()]
    """The work that vouches for it, or a key of `references`; or several in a list."""

    @field_validator("cite", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        return value if isinstance(value, list) else [value]
