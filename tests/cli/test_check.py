"""`broadsheet check`: what it says, what it mends, and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Write = Callable[..., Path]

WRONG_MINUTES = ("minutes: 45", "minutes: 50")
SLIP = ("summary:", "sumary:")


def test_warnings_pass(run: Run, write: Write) -> None:
    write()

    result = run("check", "lesson.yaml")

    assert result.exit_code == 0
    assert re.fullmatch(r"1 lesson checked: \d+ warnings?.*", result.stdout.splitlines()[-1])


def test_warnings_fail_when_strict_and_the_summary_says_so(run: Run, write: Write) -> None:
    write()

    result = run("check", "lesson.yaml", "--strict")

    assert result.exit_code == 1
    assert result.stdout.endswith(" (with --strict, warnings fail)\n")


def test_what_is_silenced_is_counted_and_passes_when_strict(run: Run, write: Write) -> None:
    write(silent=True)

    result = run("check", "lesson.yaml", "--strict")

    assert result.exit_code == 0
    assert re.fullmatch(r"1 lesson checked: no findings; \d+ silenced\n", result.stdout)


def test_errors_fail(run: Run, write: Write) -> None:
    write(WRONG_MINUTES, silent=True)

    result = run("check", "lesson.yaml")

    assert result.exit_code == 1
    assert "\n1 lesson checked: 1 error; " in result.stdout


def test_all_lessons_of_a_folder_are_checked_and_all_that_is_wrong_is_said(
    run: Run, write: Write
) -> None:
    write(WRONG_MINUTES, ("((so-called))", "((so-callde))"), name="lessons/a.yaml", silent=True)
    write(SLIP, name="lessons/b.yml", silent=True)

    result = run("check", "lessons")

    found = [line.rsplit(" ", 1)[1] for line in result.stdout.splitlines() if line.endswith("]")]
    assert found == ["[quotation-not-in-excerpt]", "[plan-minutes]", "[unknown-key]"]
    assert "\n2 lessons checked: 3 errors; " in result.stdout


def test_a_fault_in_the_schools_settings_is_said_once(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write(silent=True, name="lessons/a.yaml")
    write(silent=True, name="lessons/b.yaml")
    (tmp_path / "broadsheet.yaml").write_text("logo: lgoo.svg\n", "utf-8")

    result = run("check", "lessons")

    assert result.exit_code == 1
    assert result.stdout.startswith("broadsheet.yaml:1:7: error ")
    assert "\n2 lessons checked: 1 error; " in result.stdout


def test_a_lesson_that_is_not_there_is_an_error(run: Run) -> None:
    result = run("check", "nowhere.yaml")

    assert result.exit_code == 1
    assert result.stdout.startswith("nowhere.yaml: error there is no such file")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "."),
        ("check", "a.yaml", "--format", "xml"),
        ("check", "--struct", "."),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert "Error:" in result.stderr


def test_a_folder_without_lessons_says_how_to_begin_one(run: Run) -> None:
    assert "`broadsheet new my-lesson`" in run("check", ".").stderr


def test_the_help_shows_examples_and_exit_statuses(run: Run) -> None:
    text = run("check", "--help").stdout

    for words in ("broadsheet check lessons --strict", "--fix", "Exit status: 0"):
        assert words in text


def test_fixing_says_what_it_mended_and_reports_what_is_left(run: Run, write: Write) -> None:
    file = write(SLIP, WRONG_MINUTES, silent=True)

    result = run("check", "lesson.yaml", "--fix")

    assert result.stdout.startswith("fixed lesson.yaml:7: sumary → summary\n")
    assert "\n1 lesson checked: 1 error; " in result.stdout
    assert "[plan-minutes]" in result.stdout
    assert result.exit_code == 1
    assert "\nsummary: Students" in file.read_text("utf-8")


def test_nothing_is_written_unless_asked(run: Run, write: Write) -> None:
    before = write(SLIP).read_bytes()

    run("check", "lesson.yaml")

    assert (Path("lesson.yaml")).read_bytes() == before


def test_a_slip_in_ignore_is_mended(run: Run, write: Write) -> None:
    slip = "ignore:\n  - code: source-not-at-hnad # here\n    because: We may keep no copy.\n"
    before = write(more=slip).read_text("utf-8")

    run("check", "lesson.yaml", "--fix")

    assert Path("lesson.yaml").read_text("utf-8") == before.replace("at-hnad", "at-hand")


def test_fixing_leaves_standard_output_to_programs(run: Run, write: Write) -> None:
    write(SLIP, silent=True)

    result = run("check", "lesson.yaml", "--fix", "--format", "json")

    assert json.loads(result.stdout) == {"findings": []}
    assert "sumary → summary" in result.stderr


def test_a_lesson_that_can_not_be_written_is_said_and_fails(run: Run, write: Write) -> None:
    # The new file is made beside the old one under a longer name, and no name may be that long.
    name = "l" * 248 + ".yaml"
    slip = "ignore:\n  - code: source-not-at-hnad\n    because: We may keep no copy.\n"
    before = write(name=name, more=slip).read_bytes()

    result = run("check", name, "--fix")

    assert result.exit_code == 1
    assert f"{name} could not be mended: file name too long" in result.stderr
    assert Path(name).read_bytes() == before


COMMAND = [sys.executable, "-m", "broadsheet", "check", "lesson.yaml"]


def test_a_reader_that_leaves_early_gets_no_traceback(write: Write, tmp_path: Path) -> None:
    write(WRONG_MINUTES)
    pipe = subprocess.PIPE

    with subprocess.Popen(COMMAND, cwd=tmp_path, stdout=pipe, stderr=pipe) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""

    assert running.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line_and_no_traceback(write: Write, tmp_path: Path) -> None:
    write()
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            COMMAND, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        b"Error: the output can't be read or written: no space left on device"
    ]


def test_a_terminal_that_lacks_a_character_gets_its_number(write: Write, tmp_path: Path) -> None:
    write(("((so-called))", "((so-callde))"))
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}

    done = subprocess.run(COMMAND, cwd=tmp_path, env=latin, capture_output=True, check=False)

    assert b"\\u201cso-callde\\u201d is not in the excerpt" in done.stdout
    assert done.stderr == b""


def test_an_interrupt_ends_without_a_traceback(write: Write, tmp_path: Path) -> None:
    unknown = "".join(f"key-{number}: x\n" for number in range(1000))
    write(("\nnotes:\n", f"\n{unknown}notes:\n"))

    with subprocess.Popen(
        COMMAND, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        running.stdout.read(1)  # the rest is more than a pipe holds
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate()

    assert (errors, running.returncode) == (b"", 128 + signal.SIGINT)


def test_a_quotation_typed_by_hand_is_wrapped_and_told_in_one_line(run: Run, write: Write) -> None:
    file = write(
        ("ask: What does ((so-called)) do?", "ask: >\n        What of “the old\n        bridge”?")
    )

    said = run("check", "lesson.yaml", "--fix").stdout

    assert "fixed lesson.yaml:34: “the old bridge” → ((the old bridge))\n" in said
    assert "What of ((the old\n        bridge))?" in file.read_text("utf-8")
