"""JSON Schema of the lesson format, for editors and other programs."""

from __future__ import annotations

from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from broadsheet.lesson.models import Lesson

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors' YAML extensions understand."""


class _Untitled(GenerateJsonSchema):
    """Pydantic titles every field by its name again; an editor shows the name already."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def lesson_schema() -> dict[str, Any]:
    """The schema of a lesson, as plain values in a stable order."""
    schema = Lesson.model_json_schema(
        schema_generator=_Untitled, ref_template="#/definitions/{model}"
    )
    schema["definitions"] = schema.pop("$defs")
    return {"$schema": DIALECT, "title": "Broadsheet lesson", **schema}
