"""The line at the end of what a command says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from broadsheet.cli.show import counted
from broadsheet.findings import Finding, Rule, Severity


def finding(severity: Severity) -> Finding:
    return Finding(Rule("code", severity, "", "", "", ""), "", "", Path("lesson.yaml"))


ERROR, WARNING, ADVICE = map(finding, Severity)


@pytest.mark.parametrize(
    ("findings", "silenced", "words"),
    [
        ([], 0, "no findings"),
        ([], 2, "no findings; 2 silenced"),
        ([ERROR], 0, "1 error"),
        ([ADVICE, WARNING, ERROR, WARNING], 1, "1 error, 2 warnings, 1 advice; 1 silenced"),
        ([ADVICE, ADVICE], 0, "2 advice"),
    ],
)
def test_findings_are_counted_by_severity(
    findings: list[Finding], silenced: int, words: str
) -> None:
    assert counted(findings, silenced) == words


def test_a_build_counts_documents_lessons_findings_and_silence(
    run: Callable[..., Result], write: Callable[..., Path]
) -> None:
    write(("minutes: 45", "minutes: 50"), silent=True)

    summary = run("build", "lesson.yaml").stdout

    assert summary.startswith("0 documents from 1 lesson; 1 error; ")
    assert summary.endswith(" silenced\n")


def test_the_folder_of_a_lesson_that_was_renamed_is_named_in_the_summary_and_stays(
    run: Callable[..., Result], write: Callable[..., Path], tmp_path: Path
) -> None:
    file = write(name="lessons/old.yaml")
    assert "no lesson here" not in run("build", "lessons").stdout
    file.rename(file.with_name("new.yaml"))

    summary = run("build", "lessons").stdout.splitlines()[-1]

    assert summary.endswith("; of no lesson here: output/old")
    assert (tmp_path / "output" / "old" / "old-worksheet-a4.pdf").exists()
    assert "no lesson here" not in run("build", "lessons/new.yaml").stdout
