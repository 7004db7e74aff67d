"""What is asked for by name: of the command line and of settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from broadsheet.cli.main import main


@pytest.fixture
def run(tmp_path: Path, clean_lesson: str) -> Callable[..., Result]:
    """Build a lesson with some options, under some settings."""
    (tmp_path / "bridge.yaml").write_text(clean_lesson, "utf-8")

    def build(*options: str, settings: str = "school: Dyke\n") -> Result:
        (tmp_path / "broadsheet.yaml").write_text(settings, "utf-8")
        arguments = ["build", str(tmp_path / "bridge.yaml"), "-o", str(tmp_path / "output")]
        return CliRunner().invoke(main, [*arguments, *options])

    return build


def made(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in tmp_path.glob("output/[!.]*/*"))


@pytest.mark.parametrize(
    ("option", "name", "said"),
    [
        ("--document", "workshet", "there is no document workshet; did you mean worksheet?"),
        ("--document", "booklet", "there is no document booklet; "),
        ("--document", "teacher notes", "did you mean teacher-notes?"),
        ("--document", "notes", "did you mean teacher-notes?"),
        ("--document", "student", "did you mean student-booklet?"),
        ("--document", "poster", "there are teacher-notes, worksheet, text, questions, "),
        ("--format", "PDF", "did you mean pdf?"),
        ("--format", "pfd", "there is no format pfd; did you mean pdf?"),
        ("--format", "papyrus", "there is no format papyrus; there are pdf, "),
        ("--edition", "cor", "there is no edition cor; did you mean core?"),
    ],
)
def test_an_unknown_name_is_answered_before_anything_is_made(
    run: Callable[..., Result], tmp_path: Path, option: str, name: str, said: str
) -> None:
    result = run(option, name)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert f"Invalid value for {option}" in result.output
    assert made(tmp_path) == []


def test_a_booklet_is_not_made_of_a_lesson(run: Callable[..., Result]) -> None:
    result = run("--document", "student-booklet")
    assert result.exit_code == 2
    assert "student-booklet is made of a unit, and none is named here" in result.output


@pytest.mark.parametrize(("form", "edition"), [("html", "fillable"), ("brf", "large-print")])
def test_an_edition_that_a_format_has_not_is_told_before_anything_is_made(
    run: Callable[..., Result], tmp_path: Path, form: str, edition: str
) -> None:
    result = run("--format", form, "--edition", edition)
    assert result.exit_code == 2
    assert f"the edition {edition} is not made as {form}" in " ".join(result.output.split())
    assert made(tmp_path) == []
    assert run("--format", form, "--edition", edition, "--document", "answer-key").exit_code == 0


def test_the_documents_asked_for_are_made_and_no_others(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    result = run("--document", "teacher-notes", "--document", "student-booklet")
    assert result.exit_code == 0, result.output
    assert made(tmp_path) == ["bridge-teacher-notes-a4.pdf"]


def test_settings_say_which_documents_are_made(run: Callable[..., Result], tmp_path: Path) -> None:
    assert run(settings="documents: worksheet\nformats: [pdf]\n").exit_code == 0
    assert made(tmp_path) == ["bridge-worksheet-a4.pdf"]


def test_the_command_line_wins_over_settings(run: Callable[..., Result], tmp_path: Path) -> None:
    assert run("--document", "teacher-notes", settings="documents: worksheet\n").exit_code == 0
    assert made(tmp_path) == ["bridge-teacher-notes-a4.pdf"]


@pytest.mark.parametrize(
    ("settings", "line", "said"),
    [
        ("documents: [worksheet, teacher-note]\n", 1, "there is no document teacher-note"),
        ("school: Dyke\nformats: pfd\n", 2, "there is no format pfd"),
    ],
)
def test_a_setting_that_names_nothing_is_found_on_its_line(
    run: Callable[..., Result], tmp_path: Path, settings: str, line: int, said: str
) -> None:
    run(settings=settings)
    result = CliRunner().invoke(main, ["check", str(tmp_path / "bridge.yaml")])
    assert result.exit_code == 1
    assert f"broadsheet.yaml:{line}:" in result.output
    assert said in result.output
    assert "did you mean" in result.output
    assert made(tmp_path) == []


def test_a_build_that_makes_nothing_says_why(tmp_path: Path) -> None:
    units = Path(__file__).parents[2] / "lessons" / "units"
    result = CliRunner().invoke(
        main, ["build", str(units), "--format", "moodle", "-o", str(tmp_path / "output")]
    )
    assert result.exit_code == 0
    assert "nothing was made: no format that is asked for makes such a document" in result.output
    assert made(tmp_path) == []
