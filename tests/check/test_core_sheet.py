"""A core sheet has something to read and something to do, or a warning says that it hasn't."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner

from broadsheet.cli.main import main
from broadsheet.collection.read import read_collection
from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]

FRAMING = "    - ask: What does the picture ((a warehouse with a fountain)) do for a reader?\n"
SYNTHESIS = "    - ask: How does the column treat those who see it otherwise?\n"
CORE = "      core: yes\n"


def codes(findings: list[Finding] | tuple[Finding, ...]) -> list[str]:
    return [each.code for each in findings if each.code == "core-sheet-empty"]


def test_a_lesson_without_core_questions_is_let_alone_where_nobody_asks_for_a_core_sheet(
    say: Say,
) -> None:
    assert say() == []


@pytest.mark.parametrize("editions", ["core", "[standard, core]", "all", "short"])
def test_settings_that_ask_for_core_sheets_ask_for_core_questions(
    tmp_path: Path, fair_lesson: str, editions: str
) -> None:
    (tmp_path / "look" / "editions").mkdir(parents=True)
    (tmp_path / "look" / "editions" / "short.yaml").write_text("questions: core\n")
    (tmp_path / "broadsheet.yaml").write_text(f"theme: look\neditions: {editions}\n")
    file = tmp_path / "lesson.yaml"
    file.write_text(fair_lesson, "utf-8")

    assert codes(read_collection([file], date(2026, 11, 23)).findings) == ["core-sheet-empty"]


def test_settings_that_ask_for_other_sheets_do_not(tmp_path: Path, fair_lesson: str) -> None:
    (tmp_path / "broadsheet.yaml").write_text("editions: [standard, large-print]\n")
    file = tmp_path / "lesson.yaml"
    file.write_text(fair_lesson, "utf-8")

    assert codes(read_collection([file], date(2026, 11, 23)).findings) == []


@pytest.mark.parametrize("ignored", [False, True])
def test_a_build_of_core_sheets_says_so_too(
    tmp_path: Path, fair_lesson: str, ignored: bool
) -> None:
    silent = "\nignore:\n  - code: core-sheet-empty\n    because: A class of two.\n"
    file = tmp_path / "lesson.yaml"
    file.write_text(fair_lesson + silent * ignored, "utf-8")
    command = ["build", str(file), "--edition", "core", "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(main, command)

    assert result.exit_code == 0
    assert ("core-sheet-empty" in result.output) is not ignored


def test_a_core_question_that_quotes_nothing_leaves_the_sheet_without_a_text(say: Say) -> None:
    (finding,) = say((SYNTHESIS, SYNTHESIS + CORE))

    assert finding.code == "core-sheet-empty"
    assert "no word of the text" in finding.message


def test_a_core_question_that_quotes_shows_what_it_quotes(say: Say) -> None:
    assert say((FRAMING, FRAMING + CORE), (SYNTHESIS, SYNTHESIS + CORE)) == []


def pair(lesson: str, asked: str) -> str:
    """The fair lesson with a second text beside its own, and a core question put in."""
    start, end = lesson.index("source:"), lesson.index("glossary:")
    own = lesson[start:end].replace("\n", "\n    ").replace("source:", "sources:\n  A:")
    other = (
        own.replace("sources:\n  A:", "  B:")
        .replace("a warehouse with a fountain", "a desert")
        .replace("parked cars", "people")
    )
    text = lesson[:start] + own.rstrip() + "\n" + other.rstrip() + "\n\n" + lesson[end:]
    for words in ("Everybody wants this change", "Fifty people signed", "they would lose"):
        text = text.replace(f"(({words}", f"((A: {words}")
    text = text.replace("((they know", "((A: they know")
    text = re.sub("(ask|answer): ", "\\1: >-\n        ", text)
    return text.replace(
        "  synthesis:\n", f"  synthesis:\n    - ask: >\n        {asked}\n      core: yes\n"
    )


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("Compare ((A: a warehouse)) with ((B: a desert)).", []),
        ("Compare ((A: a warehouse)) with the other.", ["no word of text B"]),
        ("Compare the two.", ["no word of text A", "no word of text B"]),
    ],
)
def test_a_comparison_on_a_core_sheet_needs_both_texts(
    tmp_path: Path, fair_lesson: str, asked: str, missing: list[str]
) -> None:
    file = tmp_path / "lesson.yaml"
    grid = f"{asked}\n      comparison_grid: [the square]"
    file.write_text(pair(fair_lesson, grid), "utf-8")
    found = read_collection([file], date(2026, 11, 23)).findings
    lacking = [each for each in found if each.code == "core-sheet-empty"]
    places = {each.path[-1] for each in lacking}

    assert [each.code for each in found if each.severity == "error"] == []
    assert sorted(each.message for each in lacking) == [
        f"the core sheet shows {text}: no core question quotes it" for text in missing
    ]
    assert places <= {"comparison_grid"}
