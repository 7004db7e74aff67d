"""JSON Schema of a format, the lesson's or another, for editors and other programs.

An editor must never underline what our own reader accepts; what it lets pass, `broadsheet check`
still finds. `errorMessage` and `markdownDescription` are VS Code's words, which validators ignore.
"""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from broadsheet.describe import docs
from broadsheet.lesson.models import Lesson
from broadsheet.reading.strict import Strict

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The dialect that editors' YAML extensions understand."""


def schema_of(model: type[Strict]) -> dict[str, Any]:
    """The schema of a model that a whole file is read as, as plain values in a stable order."""
    schema = model.model_json_schema(
        schema_generator=_ForEditors, ref_template="#/definitions/{model}"
    )
    definitions = schema.pop("$defs", {})
    title = f"{_TITLE}{model.__name__.lower()}"
    return {"$schema": DIALECT, **schema, "title": title, "definitions": definitions}


def schema_text(model: type[Strict] = Lesson) -> str:
    """The schema of a model as the text of its file."""
    return json.dumps(schema_of(model), ensure_ascii=False, indent=2) + "\n"


def is_schema(data: bytes) -> bool:
    """Tell whether a file is a schema that this release or another one made."""
    try:
        title = json.loads(data).get("title")
    except (ValueError, AttributeError, RecursionError):
        return False
    return isinstance(title, str) and title.startswith(_TITLE)


_TITLE: Final = "Broadsheet "


class _ForEditors(GenerateJsonSchema):
    """Pydantic's schema, in the form that serves an author who types YAML in an editor."""

    def field_title_should_be_set(self, _schema: Any) -> bool:
        """Give fields no title: an editor shows their names already."""
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave null out: an optional key is left out, and an empty value is an error."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out defaults that mean "nothing", which an editor would fill in."""
        given = super().default_schema(schema)
        return {k: v for k, v in given.items() if k != "default" or v}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """Take a number in quotation marks too, as our reader does."""
        return {
            **super().int_schema(schema),
            "type": ["integer", "string"],
            "pattern": r"^\s*[0-9]+\s*$",
            "errorMessage": "Write a whole number.",
        }

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Put what a key may be under `propertyNames`, where a wrong key gets our message."""
        given = super().dict_schema(schema)
        given.pop("patternProperties", None)
        given["propertyNames"] = self.generate_inner(schema["keys_schema"])
        given["additionalProperties"] = self.generate_inner(schema["values_schema"])
        return given

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Describe a model by its docstring, and its fields by theirs."""
        given = super().model_schema(schema)
        _describe(given, docs.of_class(schema["cls"]))
        for name, words in docs.of_fields(schema["cls"]).items():
            _describe(given["properties"][name], words)
        return given


def _describe(schema: JsonSchemaValue, words: str) -> None:
    """Say what it means, as Markdown too where it has marks or where a model says it otherwise."""
    schema["description"] = words
    if "`" in words or "$ref" in schema:
        schema["markdownDescription"] = words
