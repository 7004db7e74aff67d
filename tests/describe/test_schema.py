"""The schema in the repository is fresh, and serves an author who types in an editor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft7Validator
from tests.describe.editor import SCHEMA, VALIDATOR, changed, in_an_editor

from broadsheet.describe.schema import schema_text

ROOT: Final = Path(__file__).parents[2]


def test_the_schema_in_the_repository_is_the_one_made_from_the_models() -> None:
    kept = (ROOT / "schema" / "lesson.schema.json").read_text("utf-8")
    assert kept == schema_text(), "run `make schema`"


def test_the_schema_is_a_schema() -> None:
    assert list(Draft7Validator(Draft7Validator.META_SCHEMA).iter_errors(SCHEMA)) == []


def test_a_schema_is_the_same_bytes_each_time() -> None:
    assert schema_text() == schema_text()


def models() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every part of a lesson by its name, with its JSON Schema."""
    yield "Lesson", SCHEMA
    for name, schema in SCHEMA["definitions"].items():
        yield name, schema if "properties" in schema else schema["anyOf"][-1]


def test_an_editor_can_explain_every_key() -> None:
    unexplained = [
        f"{name}.{key}"
        for name, schema in models()
        for key, field in schema["properties"].items()
        if not field.get("description")
    ]
    assert unexplained == []


def test_an_editor_does_not_complete_a_key_with_nothing() -> None:
    defaults = {
        key: field["default"]
        for _, schema in models()
        for key, field in schema["properties"].items()
        if "default" in field
    }
    assert defaults == {"rows": 3}


def test_an_editor_does_not_complete_words_with_true_and_false() -> None:
    assert '"boolean"' not in schema_text()


def test_an_editor_does_not_complete_a_key_with_null() -> None:
    def kinds(schema: object) -> Iterator[dict[str, Any]]:
        if isinstance(schema, dict):
            if schema.get("type") == "null":
                yield schema
            schema = list(schema.values())
        if isinstance(schema, list):
            for part in schema:
                yield from kinds(part)

    refused = list(kinds(SCHEMA))
    assert refused
    assert all(schema["doNotSuggest"] for schema in refused)


def test_a_second_kind_of_room_is_told_why_it_is_refused() -> None:
    text = changed("box: 5 cm", "box: 5 cm\n      claim_table: 3 rows")
    (error,) = VALIDATOR.iter_errors(in_an_editor(text))
    assert error.absolute_path[-1] == "claim_table"
    assert isinstance(error.schema, dict)
    assert "keep this one or `box`" in error.schema["errorMessage"]
