"""`broadsheet schema`: the schema, or the reference page, printed or written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from broadsheet.describe.reference import reference_page
from broadsheet.describe.schema import schema_of, schema_text
from broadsheet.lesson.models import Lesson

Run = Callable[..., Result]


def test_the_schema_is_printed_as_json(run: Run) -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.output) == schema_of(Lesson)


def test_the_reference_page_is_printed_as_markdown(run: Run) -> None:
    assert run("schema", "--reference").output == reference_page()


def test_either_is_written_to_a_file_in_a_folder_that_is_made(run: Run, tmp_path: Path) -> None:
    run("schema", "--output", "schema/lesson.schema.json")
    run("schema", "--reference", "--output", "docs/format.md")
    assert (tmp_path / "schema" / "lesson.schema.json").read_bytes() == schema_text().encode()
    assert (tmp_path / "docs" / "format.md").read_bytes() == reference_page().encode()


def test_a_file_that_cannot_be_written_is_said_and_left(run: Run, tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("my own words", "utf-8")
    result = run("schema", "--output", "docs/format.md")
    assert result.exit_code == 2
    assert "can't be written" in result.output
    assert (tmp_path / "docs").read_text("utf-8") == "my own words"


@pytest.mark.parametrize("options", [(), ("--unit",), ("--reference",)])
@pytest.mark.parametrize("there", ["broadsheet: 1\n", '{"title": "Ours"}', "[]", "", "# Notes\n"])
def test_only_a_file_of_its_kind_is_written_over(
    run: Run, tmp_path: Path, options: tuple[str, ...], there: str
) -> None:
    (tmp_path / "lesson.yaml").write_text(there, "utf-8")
    result = run("schema", *options, "--output", "lesson.yaml")

    assert result.exit_code == 2
    assert "is left as it is" in result.output
    assert (tmp_path / "lesson.yaml").read_text("utf-8") == there


@pytest.mark.parametrize("options", [(), ("--unit",), ("--reference",)])
def test_a_file_of_its_kind_is_written_anew(run: Run, options: tuple[str, ...]) -> None:
    assert run("schema", *options, "--output", "made").exit_code == 0
    assert run("schema", *options, "--output", "made").exit_code == 0
