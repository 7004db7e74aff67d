"""Model answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from broadsheet.findings import YamlPath
from broadsheet.reading.strict import Strict
from broadsheet.reading.values import Phrase, Prose

LevelName: TypeAlias = Literal["proficient", "emerging", "beginning"]

LEVELS: Final[tuple[LevelName, ...]] = ("proficient", "emerging", "beginning")
"""What an answer may have a text for, from full marks down."""


class Answer(Strict):
    """A model answer: plain prose, a text for each of three levels, or the cells of a table."""

    proficient: Prose | None = None
    """The answer that earns full marks. Plain prose under `answer` means this."""
    emerging: Prose | None = None
    """An answer on the way: what it has and what it lacks."""
    beginning: Prose | None = None
    """A first attempt: what to build on."""
    rows: Annotated[list[Annotated[list[Phrase], Field(min_length=1)]], Field(min_length=1)] | (
        None
    ) = None
    """What a student writes in each row of a table, cell by cell, as in `[[a fact, none given]]`.

    Cells that the sheet prints are left out. The sheet makes every row as high as the longest cell
    needs, and the answer key prints the table filled in.
    """

    def full_marks(self) -> Iterator[tuple[YamlPath, str]]:
        """Yield each text that earns full marks, as typed, with its path from here."""
        if self.proficient is not None:
            yield ("proficient",), self.proficient
        for row, cells in enumerate(self.rows or ()):
            for column, cell in enumerate(cells):
                yield ("rows", row, column), cell

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.proficient is None and self.rows is None:
            raise PydanticCustomError("answer", "an answer, or the rows of a table")
        return self

    @model_validator(mode="before")
    @classmethod
    def _plain_prose(cls, value: object) -> object:
        return {"proficient": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        levels = handler.resolve_ref_schema(handler(schema))
        plain = levels["properties"]["proficient"]
        levels["anyOf"] = [{"required": ["proficient"]}, {"required": ["rows"]}]
        return {"title": levels["title"], "anyOf": [plain, levels]}
