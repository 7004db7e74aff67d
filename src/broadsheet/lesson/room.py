"""The room that a question gives for its answer: its kinds, and what is typed for them."""

from __future__ import annotations

from typing import Annotated, Any, Final, TypeAlias

from pydantic import Discriminator, Field, Tag, field_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from broadsheet.reading import editors
from broadsheet.reading.strict import Strict
from broadsheet.reading.values import RowCount, StudentPhrase, Text

ROOMS: Final = (
    "choices",
    "scale",
    "table",
    "box",
    "claim_table",
    "framing_grid",
    "omission_table",
    "comparison_grid",
)
"""The kinds of room besides ruled lines; a question has one of them at most."""

WITH_REASON: Final = ("choices", "scale")
"""The kinds of room that ruled lines may follow, for the student's reason."""

DEFAULT_LINES: Final = 4
"""Ruled lines for a question that names no room."""


class Table(Strict):
    """A ruled table to fill in, with headed columns."""

    columns: list[Text] = Field(min_length=2, max_length=6)
    """Headings of the columns."""
    rows: RowCount | Annotated[list[Text], Field(min_length=1)] = 3
    """How many empty rows (`3`), or a list of headings, one for each row."""

    @field_validator("rows", mode="wrap")
    @classmethod
    def _count_or_headings(cls, value: Any, handler: Any) -> Any:
        if isinstance(value, list):
            if not value:
                raise PydanticCustomError("rows", "a number of rows, or a list of headings")
            if all(isinstance(item, str) and item for item in value):
                return value
            raise PydanticCustomError("rows", "a number of rows, or a list of headings")
        return handler(value)


class ClaimTable(Strict):
    """A table on claims that the sheet prints, so that nobody copies them."""

    claims: list[StudentPhrase] = Field(min_length=1, max_length=12)
    """The claims, as `((words))` of the excerpt; each is printed in a row of its own."""
    own: RowCount | None = None
    """Rows more, for claims that the student finds."""


def _count_or_claims(value: object) -> str:
    return "given" if isinstance(value, dict | ClaimTable) else "count"


RowsOrClaims: TypeAlias = Annotated[
    Annotated[RowCount, Tag("count")] | Annotated[ClaimTable, Tag("given")],
    Discriminator(_count_or_claims),
]


def one_kind_of_room() -> JsonDict:
    """In JSON Schema: beside one kind of room no other, and lines for a reason only."""

    def refused(name: str, beside: str) -> JsonDict:
        message = f"A question has one kind of room: keep this one or `{beside}`."
        if name != "framing_grid":
            return editors.refused(message)
        switched_off: JsonDict = {"type": "string", "pattern": editors.NO}
        return {"anyOf": [{"enum": [False], "errorMessage": message}, switched_off]}

    # `framing_grid: no` is no room, so the others refuse it and not it them.
    rooms = sorted(ROOMS, key=lambda room: room == "framing_grid")
    beside = {room: rooms[at + 1 :] for at, room in enumerate(rooms[:-1])}
    beside["space"] = [room for room in ROOMS if room not in WITH_REASON]
    return {
        "dependencies": {
            room: {"properties": {other: refused(other, room) for other in others}}
            for room, others in beside.items()
        }
    }
