"""What tests of the command line begin with: a folder to work in, and the command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result

from broadsheet.cli.main import main
from broadsheet.collection.judging import judge
from broadsheet.lesson.load import load

Run: TypeAlias = Callable[..., Result]
Write: TypeAlias = Callable[..., Path]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `broadsheet` with these arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    runner = CliRunner()

    def command(*arguments: str, colour: bool = False) -> Result:
        return runner.invoke(main, arguments, color=colour)

    return command


@pytest.fixture
def write(tmp_path: Path, clean_lesson: str) -> Write:
    """Write a lesson with a warning, that its excerpt is unproved, and with changes.

    It may have other warnings and advice too; `silent` silences them all.
    """
    named = "  text: sources/the-bridge-must-wait.txt\n"
    assert named in clean_lesson
    unproved = clean_lesson.replace(named, "")

    def lesson(
        *changes: tuple[str, str], name: str = "lesson.yaml", more: str = "", silent: bool = False
    ) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = unproved
        if silent:
            file.write_text(text, "utf-8")
            codes = sorted(
                {finding.code for finding in judge(load(file), date(2026, 1, 1)).findings}
            )
            assert "source-not-at-hand" in codes
            more = "ignore:\n" + "".join(
                f"  - code: {code}\n    because: It is meant so.\n" for code in codes
            )
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text + more, "utf-8", newline="")
        return file

    return lesson
