"""The files by which other repositories check their lessons: the hook and the action."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
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


def test_the_hook_leaves_out_hidden_files_and_minds_no_capitals() -> None:
    assert re.search(HOOK["exclude"], "lessons/._a.yaml")
    assert not re.search(HOOK["exclude"], "lessons/a.b.yaml")
    assert re.search(HOOK["files"], "lessons/a.YAML")


def test_the_hook_runs_a_command_that_there_is() -> None:
    program, *arguments = HOOK["entry"].split()

    assert program == "broadsheet"
    assert CliRunner().invoke(main, [*arguments, "--help"]).exit_code == 0


def test_the_action_takes_nothing_from_elsewhere_but_python() -> None:
    used = [step["uses"].partition("@")[0] for step in STEPS if "uses" in step]

    assert used == ["actions/setup-python"]


def test_the_action_lets_no_input_into_the_text_of_a_script() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []


TRAP = "import pathlib; pathlib.Path({marker!r}).touch(); raise SystemExit(9)\n"
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A pull request's folder, in which every name that Python might import is a trap."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    trap = TRAP.format(marker=str(tmp_path / "trapped"))
    for package in ("pip", "venv", "ensurepip", "broadsheet", "click", "yaml", "hatchling"):
        (folder / package).mkdir()
        for name in ("__init__.py", "__main__.py"):
            (folder / package / name).write_text(trap)
    for module in ("json", "re", "sitecustomize", "usercustomize", "multiprocessing", "backend"):
        (folder / f"{module}.py").write_text(trap)
    return folder


def run_step(
    step: dict[str, Any], folder: Path, **inputs: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a step's script as GitHub would, in a job that puts the checkout on Python's path."""
    temporary = folder.parent / "runner"
    temporary.mkdir(exist_ok=True)
    surroundings = {**os.environ, "PYTHONPATH": str(folder), "RUNNER_TEMP": str(temporary)}
    return subprocess.run(
        [*BASH, step["run"]],
        cwd=folder,
        env=surroundings | inputs,
        capture_output=True,
        check=False,
    )


@needs_bash
@pytest.mark.parametrize(("strict", "status"), [("false", 0), ("true", 1)])
def test_the_action_checks_each_path_on_a_line_of_its_own_and_runs_nothing_of_the_checkout(
    checkout: Path, clean_lesson: str, strict: str, status: int
) -> None:
    for folder, name in (("one", "first"), ("two words; exit 7", "second")):
        (checkout / folder).mkdir()
        (checkout / folder / f"{name}.yaml").write_text(clean_lesson, "utf-8")
    environment = checkout.parent / "runner" / "broadsheet"
    venv.create(environment, with_pip=False, symlinks=True)
    (packages,) = environment.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n{ROOT / 'src'}\n")

    done = run_step(STEPS[-1], checkout, PATHS="one\n\ntwo words; exit 7\n", STRICT=strict)

    assert not (checkout.parent / "trapped").exists()
    assert done.returncode == status
    assert b"file=one/first.yaml," in done.stdout
    assert b"file=two words; exit 7/second.yaml," in done.stdout
    assert done.stderr.startswith(b"2 lessons checked: ")


BACKEND = """\
import pathlib, zipfile

FILES = {
    "broadsheet.py": "print('the real one')",
    "broadsheet-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: broadsheet\\nVersion: 1\\n",
    "broadsheet-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nTag: py3-none-any\\n",
    "broadsheet-1.dist-info/RECORD": "",
}

def build_wheel(folder, settings=None, metadata=None):
    name = "broadsheet-1-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        for file, text in FILES.items():
            wheel.writestr(file, text)
    return name
"""


@needs_bash
def test_the_action_installs_what_lies_beside_it_and_runs_nothing_of_the_checkout(
    checkout: Path, tmp_path: Path
) -> None:
    action = tmp_path / "action"
    (action / "requirements").mkdir(parents=True)
    (action / "requirements" / "run.txt").write_text("# nothing is fetched in this test\n")
    (action / "backend.py").write_text(BACKEND)
    (action / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        '[project]\nname = "broadsheet"\nversion = "1"\n'
    )

    done = run_step(STEPS[1], checkout, INTERPRETER=sys.executable, BROADSHEET=str(action))

    assert done.returncode == 0, done.stderr.decode()
    assert not (tmp_path / "trapped").exists()
    python = tmp_path / "runner" / "broadsheet" / "bin" / "python"
    assert subprocess.check_output([python, "-I", "-m", "broadsheet"]) == b"the real one\n"


def test_the_action_installs_only_what_is_locked_by_its_hash() -> None:
    commands = [line for line in STEPS[1]["run"].splitlines() if '"${pip[@]}"' in line]

    assert "--no-deps --require-hashes --only-binary=:all: -r" in commands[0]
    assert "--no-index --no-deps --no-build-isolation" in commands[1]
    assert len(commands) == 2
