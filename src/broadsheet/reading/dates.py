"""Days, months and years, as precisely as they are known."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Any, Final, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from broadsheet.reading import editors

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as precisely as it is known: `2022-09-21`, `2022-09` or `2022`."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read an ISO 8601 date from whatever an author wrote.

        Raises ValueError with a sentence for the author when there is no such day.
        """
        found = isinstance(value, str) and _DATE.fullmatch(value.strip())
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
                name = calendar.month_name[month]
                raise ValueError(f"there is no day {day} in {name} {year}, which has {last}")
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
            try:
                return cls.parse(value)
            except ValueError as error:
                raise PydanticCustomError("date", "{reason}", {"reason": str(error)}) from None

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**editors.DATE}
