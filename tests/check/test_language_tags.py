"""Any tag is taken, or found at its line; none ends a build or a catalogue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner

from broadsheet.cli.main import main
from broadsheet.collection.judging import judge
from broadsheet.lesson.load import Loaded, load
from broadsheet.reading.fix import fixes

Load: TypeAlias = Callable[[str | bytes], Loaded]

TAKEN = ["en-419", "en-XX", "en-Zzzz", "EN", "en-GB-oxendict", "de-CH-1901", "en-US-US", "zh-TW"]
FOUND = ["x-klingon", "zh_TW", "en--US", "en-", "-en", "en-x-a", "en-u-ca-buddhist", "und", "tlh"]
UNIT = """\
broadsheet: 1
title: Bridges
language: {}
level: Grades 9–10
summary: One lesson.
introduction: Read.
lessons: [../lesson.yaml]
"""


@pytest.mark.parametrize(
    ("command", "tag"),
    [
        *(("build", tag) for tag in (*TAKEN[:2], *FOUND)),
        *(("catalogue", tag) for tag in (*TAKEN, *FOUND)),
    ],
)
def test_a_strange_tag_ends_no_command(
    tmp_path: Path, clean_lesson: str, command: str, tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "unit.yaml").write_text(UNIT.format(tag), "utf-8")
    lesson = clean_lesson.replace("language: en", f"language: {tag}")
    (tmp_path / "lesson.yaml").write_text(lesson, "utf-8")
    result = CliRunner().invoke(main, [command, "lesson.yaml", "units/unit.yaml"])

    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code == (0 if tag in TAKEN else 1)


@pytest.mark.parametrize("tag", FOUND)
def test_a_tag_that_serves_nothing_is_found_at_its_line(
    load_lesson: Load, clean_lesson: str, tag: str
) -> None:
    loaded = load_lesson(clean_lesson.replace("language: en", f"language: {tag}"))
    found = judge(loaded, date(2026, 1, 1)).findings

    there = [each for each in found if each.place and each.place.line == 3]

    assert [each.path for each in there] == [("language",)]


def test_an_underscore_for_a_hyphen_is_mended(tmp_path: Path, clean_lesson: str) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text(clean_lesson.replace("language: en", "language: en_US"), "utf-8")
    loaded = load(file)
    assert loaded.document is not None
    (fix,) = fixes(loaded.document, loaded.findings)

    assert (fix.old, fix.new) == ("en_US", "en-US")
