"""The schema of a unit agrees with its model, and the one in the repository is fresh."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml
from tests.unit.conftest import UNIT, changed

from broadsheet.describe import docs
from broadsheet.describe.reference import reference_page
from broadsheet.describe.schema import schema_of, schema_text
from broadsheet.unit.models import Unit

ROOT = Path(__file__).parents[2]


def test_the_schema_in_the_repository_is_the_one_made_from_the_model() -> None:
    kept = (ROOT / "schema" / "unit.schema.json").read_text("utf-8")
    assert kept == schema_text(Unit), "run `make schema`"


@pytest.mark.parametrize("file", sorted((ROOT / "lessons" / "units").glob("*.yaml")), ids=str)
def test_the_schema_accepts_the_units_that_ship_and_leads_to_itself(file: Path) -> None:
    text = file.read_text("utf-8")
    jsonschema.validate(yaml.safe_load(text), schema_of(Unit))
    schema = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / schema).resolve() == ROOT / "schema" / "unit.schema.json"


@pytest.mark.parametrize(
    "change",
    [
        ("title:", "tittle:"),
        ("broadsheet: 1", "broadsheet: 2"),
        ("  - ../bridge.yaml", "  - /etc/passwd"),
        ("language: en", "language: English!"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(change: tuple[str, str]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(changed(UNIT, change)), schema_of(Unit))


def test_every_key_of_a_unit_stands_on_the_reference_page_with_its_meaning() -> None:
    page = reference_page()
    meanings = docs.of_fields(Unit)
    assert set(meanings) == set(Unit.model_fields)
    for name, meaning in meanings.items():
        assert f'<a id="unit.{name}"></a>' in page
        assert f" | {meaning} |" in page
