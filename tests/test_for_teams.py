"""The files by which other repositories check their lessons: the hook and the action."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from broadsheet.cli.main import main

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_the_hook_checks_the_lessons_of_a_commit() -> None:
    lessons = re.compile(HOOK["files"])

    assert lessons.search("lessons/a.yaml")
    assert lessons.search("lessons/year-9/b.yml")
    assert not lessons.search("lessons/sources/a.txt")
    assert not lessons.search("mkdocs.yml")


def test_the_hook_leaves_out_settings_that_lie_among_the_lessons() -> None:
    assert re.search(HOOK["exclude"], "lessons/broadsheet.yaml")
    assert not re.search(HOOK["exclude"], "lessons/a-broadsheet.yaml")


def test_the_hook_runs_a_command_that_there_is() -> None:
    program, *arguments = HOOK["entry"].split()

    assert program == "broadsheet"
    assert CliRunner().invoke(main, [*arguments, "--help"]).exit_code == 0


def test_the_action_takes_nothing_from_elsewhere_but_python() -> None:
    used = [step["uses"].partition("@")[0] for step in STEPS if "uses" in step]

    assert used == ["actions/setup-python"]


def test_the_action_lets_no_input_into_the_text_of_a_script() -> None:
    assert all("${{" not in step.get("run", "") for step in STEPS)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
@pytest.mark.parametrize(("strict", "status"), [("false", 0), ("true", 1)])
def test_the_action_checks_each_path_on_a_line_of_its_own(
    tmp_path: Path, clean_lesson: str, strict: str, status: int
) -> None:
    for name in ("one", "two words; exit 7"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "lesson.yaml").write_text(clean_lesson, "utf-8")
    inputs = {
        "PYTHON": sys.executable,
        "RUNNER_TEMP": str(tmp_path),
        "PATHS": "one\n\ntwo words; exit 7\n",
        "STRICT": strict,
    }

    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[-1]["run"]],
        cwd=tmp_path,
        env={**os.environ, **inputs},
        capture_output=True,
        check=False,
    )

    assert done.returncode == status
    assert b"file=one/lesson.yaml," in done.stdout
    assert b"file=two words; exit 7/lesson.yaml," in done.stdout
    assert done.stderr.startswith(b"2 lessons checked: ")
