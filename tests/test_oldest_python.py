"""The oldest Python that we promise reads, proves and prints as the one that runs the tests.

`make oldest` makes an environment of it, where the machine has one; `.ci/run` does.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
OLDEST = ROOT / ".venv-oldest" / "bin" / "python"
LESSON = "lessons/phase-2-begins.yaml"

pytestmark = pytest.mark.skipif(not OLDEST.exists(), reason="no older Python: see `make oldest`")


def said(python: Path | str, *paths: str) -> list[dict[str, Any]]:
    """What `check` finds under a Python."""
    done = subprocess.run(
        [python, "-m", "broadsheet", "check", *paths, "--format", "json"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    findings: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return findings


def test_our_lessons_are_read_and_proved() -> None:
    found = said(OLDEST, "lessons", "lessons/units")

    assert {each["severity"] for each in found} <= {"advice"}


@pytest.mark.parametrize("folder", ["tests/lessons/bad", "tests/lessons/near"])
def test_every_finding_is_the_same(folder: str) -> None:
    assert said(OLDEST, folder) == said(sys.executable, folder)


def test_a_build_has_the_same_bytes(tmp_path: Path) -> None:
    for python, output in ((OLDEST, "old"), (sys.executable, "new")):
        subprocess.run(
            [python, "-m", "broadsheet", "build", LESSON, "-o", tmp_path / output],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
    made = {file.name: file.read_bytes() for file in (tmp_path / "new").rglob("*.pdf")}

    assert len(made) == 2
    assert made == {file.name: file.read_bytes() for file in (tmp_path / "old").rglob("*.pdf")}
