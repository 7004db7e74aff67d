"""`broadsheet check` and `broadsheet build` of units."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.conftest import Write

from broadsheet.cli.main import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_check_counts_lessons_and_units(write: Write) -> None:
    unit = write()
    assert run("check", unit.parent).output.splitlines()[-1] == "1 unit checked: no findings"
    both = run("check", unit.parents[1], unit.parent).output.splitlines()[-1]
    assert both.startswith("3 lessons and 1 unit checked:")


def test_check_fails_for_a_faulty_unit(write: Write) -> None:
    result = run("check", write(("../ferry.yaml", "../fery.yaml")))
    assert result.exit_code == 1
    assert "did you mean ../ferry.yaml?" in result.output


def test_check_mends_a_unit_as_it_mends_a_lesson(write: Write) -> None:
    unit = write(("summary:", "sumary:"))
    result = run("check", "--fix", unit)
    assert "sumary → summary" in result.output
    assert unit.read_text("utf-8") == write().read_text("utf-8")


def test_build_counts_booklets(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write()
    monkeypatch.chdir(tmp_path)
    result = run("build", "lessons/units")
    assert result.output.splitlines() == [
        "output/course/course-student-booklet-a4.pdf",
        "output/course/course-teacher-booklet-a4.pdf",
        "2 documents from 1 unit; no findings",
    ]
