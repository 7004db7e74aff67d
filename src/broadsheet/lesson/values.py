"""The kinds of value a lesson's keys hold, each read from the words the author typed.

The reader gives every scalar as text, so each kind says for itself what that text may be:
`no` is a word where words are wanted and a switch where a switch is wanted.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Annotated, Any, Final, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema


@dataclass(frozen=True, slots=True)
class Markdown:
    """Marks a field as prose: Markdown with `((quotations))` and `[@citations]`."""

    for_student: bool = False
    """True where the student reads it, False where only the teacher does."""


# Editors read YAML by its own rules, in which `1984` is a number: the schema allows what we accept.
_WORDS_IN_AN_EDITOR: Final = WithJsonSchema({"type": ["string", "number", "boolean"]})

Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), _WORDS_IN_AN_EDITOR
]
"""A few words on one line, printed as they stand."""

Prose = Annotated[str, StringConstraints(min_length=1), Markdown(), _WORDS_IN_AN_EDITOR]
"""Markdown for the teacher; may quote the excerpt with `((words))` and cite with `[@key]`."""

StudentProse = Annotated[
    str, StringConstraints(min_length=1), Markdown(for_student=True), _WORDS_IN_AN_EDITOR
]
"""Markdown for the student; may quote the excerpt with `((words))`."""

KEY_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$"

Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]
"""A name that prose can cite: letters, digits, `-`, `_`, `.` and `:`."""

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A language tag after BCP 47, such as `en`, `en-GB` or `uk`."""


def _switch(value: object) -> object:
    words = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
    if isinstance(value, str) and value.lower() in words:
        return words[value.lower()]
    raise PydanticCustomError("switch", "yes or no")


Switch = Annotated[
    bool,
    BeforeValidator(_switch),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]}),
]
"""`yes` or `no`."""


def _counted(*units: str) -> BeforeValidator:
    pattern = re.compile(rf"(\d{{1,3}})(?:\s+(?:{'|'.join(units)}))?", re.IGNORECASE)

    def read(value: object) -> object:
        if isinstance(value, str) and (found := pattern.fullmatch(value.strip())):
            return int(found[1])
        raise PydanticCustomError(
            "measure", "a number of {unit}", {"unit": units[0], "example": f"4 {units[0]}"}
        )

    return BeforeValidator(read)


LineCount = Annotated[
    int,
    _counted("lines", "line"),
    Field(ge=1, le=40),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^\d+ lines?$"}]}
    ),
]
"""A number of ruled lines, as in `4 lines`."""

RowCount = Annotated[
    int,
    _counted("rows", "row"),
    Field(ge=1, le=30),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^\d+ rows?$"}]}
    ),
]
"""A number of empty rows in a table, as in `4 rows`."""

_LENGTH: Final = re.compile(r"(\d{1,3}(?:\.\d)?)\s*(cm|mm)")


def _length(value: object) -> object:
    if isinstance(value, str) and (found := _LENGTH.fullmatch(value.strip())):
        return float(found[1]) * (10 if found[2] == "cm" else 1)
    raise PydanticCustomError(
        "measure", "a height in cm or mm", {"unit": "cm or mm", "example": "5 cm"}
    )


Height = Annotated[
    float,
    BeforeValidator(_length),
    Field(ge=10, le=220),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}(\.\d)?\s*(cm|mm)$"}),
]
"""The height of a box in mm, typed as `5 cm` or `50 mm`."""


def _relative_path(value: str) -> str:
    if value.startswith(("/", "~", "\\")) or ":" in value or ".." in value.split("/"):
        raise PydanticCustomError("outside", "a path inside the lesson's own folder")
    return value


FilePath = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_relative_path),
]
"""A path within the lesson's own folder, such as `sources/phase-2-begins.txt`."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as precisely as it is known: `2022-09-21`, `2022-09` or `2022`."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISO 8601 date.

        Raises ValueError with a sentence for the author when there is no such day.
        """
        found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text.strip())
        if not found:
            raise ValueError("write a date as 2022-09-21, 2022-09 or 2022")
        year, month, day = (int(part) if part else None for part in found.groups())
        if not year:
            raise ValueError("there is no year 0")
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f"there is no month {month}")
        if day is not None and month is not None:
            last = calendar.monthrange(year, month)[1]
            if not 1 <= day <= last:
                raise ValueError(
                    f"there is no day {day} in {calendar.month_name[month]} {year}, which has {last}"
                )
        return cls(year, month, day)

    @property
    def first_day(self) -> tuple[int, int, int]:
        """The earliest day it could mean, as year, month, day."""
        return (self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> tuple[int, int, int]:
        """The latest day it could mean, as year, month, day."""
        month = self.month or 12
        return (self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def is_after(self, other: PartialDate) -> bool:
        """Tell whether it is later than `other` whatever day each means."""
        return self.first_day > other.last_day

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def read(value: object) -> PartialDate:
            if isinstance(value, cls):
                return value
            if not isinstance(value, str):
                raise PydanticCustomError("date", "a date such as 2022-09-21")
            try:
                return cls.parse(value)
            except ValueError as error:
                raise PydanticCustomError(
                    "date", "{reason}", {"reason": str(error), "typed": value}
                ) from None

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
                {"type": "integer", "minimum": 1, "maximum": 9999},
            ]
        }
