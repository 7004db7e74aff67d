"""The catalogue: every lesson says what a teacher looks for, and README lists them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from broadsheet.cli.main import main
from broadsheet.find import find
from broadsheet.lesson.load import load
from broadsheet.recipes.catalogue import catalogue
from broadsheet.theme import Theme
from broadsheet.unit.load import load_unit

ROOT = Path(__file__).parents[2]
LESSONS = find([ROOT / "lessons"])
UNITS = find([ROOT / "lessons" / "units"])


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_a_lesson_has_what_a_catalogue_needs(file: Path) -> None:
    lesson = load(file).lesson
    assert lesson is not None
    assert lesson.summary.strip().endswith((".", "。", "؟", "?"))
    assert lesson.level
    assert lesson.minutes
    assert lesson.topics
    assert lesson.language
    assert lesson.ages


def test_readme_lists_every_lesson_and_unit() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (kept,) = re.findall(r"<!-- catalogue -->\n(.*?)<!-- end of catalogue -->", readme, re.DOTALL)
    made = catalogue(
        [(load(file), Theme()) for file in LESSONS], [load_unit(file) for file in UNITS], ROOT
    )
    assert kept.strip() == made.strip(), (
        "put in what `broadsheet catalogue lessons lessons/units` prints"
    )


def test_the_catalogue_has_a_row_for_each_lesson_with_a_link_to_its_file() -> None:
    rows = catalogue([(load(file), Theme()) for file in LESSONS], [], ROOT).splitlines()[2:]
    linked = {target for row in rows for target in re.findall(r"\]\(([^)]+)\)", row)}
    assert linked == {f"lessons/{file.name}" for file in LESSONS}
    assert len(rows) == len(LESSONS)


def test_a_sign_that_would_part_cells_does_not(tmp_path: Path, clean_lesson: str) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(clean_lesson.replace("Who pays for the bridge?", "Bridge | ferry"), "utf-8")
    *_, row = catalogue([(load(file), Theme())], [], tmp_path).splitlines()
    assert row.startswith(r"| [Bridge \| ferry](lesson.yaml) | English | Grades 9–10 | 45 | ")


def test_the_command_prints_it_and_tells_a_lesson_with_an_error(
    tmp_path: Path, clean_lesson: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.yaml").write_text(clean_lesson, "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["catalogue", "."])
    assert result.exit_code == 0
    assert result.stdout == catalogue([(load(tmp_path / "good.yaml"), Theme())], [], tmp_path)
    (tmp_path / "bad.yaml").write_text("title: Unfinished\n", "utf-8")
    result = CliRunner().invoke(main, ["catalogue", "."])
    assert result.exit_code == 1
    assert "bad.yaml" not in result.stdout
    assert "bad.yaml" in result.stderr
