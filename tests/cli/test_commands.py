"""The group of commands: each is found by its name, and imported when it is called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Write

from broadsheet.cli.main import main

COMMANDS = [
    "build",
    "catalogue",
    "check",
    "class-set",
    "doctor",
    "explain",
    "lsp",
    "new",
    "preview",
    "rename",
    "schema",
    "site",
    "source",
]


def test_help_lists_every_command(run: Run) -> None:
    listed = run("--help").output.partition("Commands:")[2].partition("Examples:")[0]
    assert [line.split()[0] for line in listed.splitlines() if line[:3].strip()] == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_found_by_its_name(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: {main.name} {name} ")


def test_a_misspelt_command_is_answered_with_the_right_one(run: Run) -> None:
    result = run("chek")
    assert result.exit_code == 2
    assert "No such command 'chek'" in result.output
    assert "'check'" in result.output


def test_a_check_imports_nothing_that_only_other_commands_or_faults_need(
    write: Write, tmp_path: Path
) -> None:
    unneeded = {
        "PIL",
        "babel",
        "broadsheet.recipes.build",
        "broadsheet.cli.build",
        "broadsheet.compose",
        "broadsheet.unit",
        "difflib",
        "jinja2",
        "markdown",
        "subprocess",
        "weasyprint",
    }
    program = (
        "import sys\n"
        "from broadsheet.cli import main\n"
        "try: main()\n"
        "finally: print('imported', *sys.modules)\n"
    )
    lesson = write()
    ended = subprocess.run(
        [sys.executable, "-c", program, "check", str(lesson)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(ended.stdout.splitlines()[-1].split())
    assert "broadsheet.check.run" in imported
    assert imported & unneeded == set()


def test_paper_is_known_by_its_name_as_it_is_written_in_words(run: Run, write: Write) -> None:
    built = run(
        "build", str(write()), "--paper", "Letter", "--format", "docx", "--document", "exit-slips"
    )
    assert built.exit_code == 0, built.output
    assert [file.name[-11:] for file in Path().rglob("*.docx")] == ["letter.docx"]
    assert "'A5' is not one of" in run("class-set", "lesson.yaml", "--paper", "A5").output
    assert "is not one of" not in run("class-set", "lesson.yaml", "--paper", "A4").output
