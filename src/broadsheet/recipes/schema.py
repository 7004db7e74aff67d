"""The recipe: describe the format, for editors and for people."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from broadsheet.describe.reference import is_reference_page, reference_page
from broadsheet.describe.schema import is_schema, schema_text
from broadsheet.recipes.refusal import Refusal
from broadsheet.system import reason_of
from broadsheet.unit.models import Unit
from broadsheet.write import is_free, write_whole


class Description(Enum):
    """What describes the format."""

    LESSON = "the JSON Schema of a lesson"
    UNIT = "the JSON Schema of a unit"
    REFERENCE = "the reference page"


def described(what: Description) -> str:
    """Give a description's text, made from the models."""
    match what:
        case Description.LESSON:
            return schema_text()
        case Description.UNIT:
            return schema_text(Unit)
        case Description.REFERENCE:
            return reference_page()


def write_description(what: Description, output: Path) -> Refusal | None:
    """Write a description to a file, unless that holds something else."""
    is_ours = is_reference_page if what is Description.REFERENCE else is_schema
    try:
        if not is_free(output, is_ours):
            return Refusal(
                f"{output} is there already, and holds something else", "it is left as it is"
            )
        write_whole(output, described(what).encode())
    except OSError as error:
        return Refusal(f"{output} can't be written", reason_of(error))
    return None
