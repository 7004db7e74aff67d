"""Lessons that several processes judge: what is said is the same, and no process is left."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.processes import PATIENCE, processes_with, until

from broadsheet.collection.judged_lesson import JudgedLesson
from broadsheet.collection.lessons import judged
from broadsheet.lesson.load import load
from broadsheet.school.settings import School, Settings

ROOT = Path(__file__).parents[2]
BAD = sorted((ROOT / "tests" / "lessons" / "bad").glob("*.yaml"))
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

COMMAND = """
import os, signal, sys, time
from broadsheet import bounded, forked
from broadsheet.check import shape
from broadsheet.check.subject import Subject
from broadsheet.cli import main

ours = shape.check

def for_ever():
    while True:
        len("x")

def in_one_step_for_ever():
    sum(range(10**15))

def check(subject):
    if subject.lesson.title.startswith("Stuck"):
        open("is-stuck", "w").close()
        {stuck}
    yield from ours(subject)

shape.check = check
{before}
main()
"""
"""The command, with a check that does as it is told of a lesson whose title says it is stuck."""


@dataclass(frozen=True)
class Desk:
    """A folder with lessons, and the processes that were begun there."""

    folder: Path

    def begin(self, *arguments: str, stuck: str = "", before: str = "") -> subprocess.Popen[str]:
        """Run the command."""
        code = COMMAND.format(stuck=stuck or "pass", before=before)
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            cwd=self.folder,
            env=self.surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def check(self, *arguments: str, stuck: str = "", before: str = "") -> tuple[int, str, str]:
        """Check all lessons: how that ended, and what was said."""
        with self.begin("check", ".", *arguments, stuck=stuck, before=before) as running:
            out, err = running.communicate(timeout=PATIENCE)
        return running.returncode, out, err

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of commands that are run here."""
        return {**os.environ, "BEGUN_IN": str(self.folder)}

    @property
    def processes(self) -> list[int]:
        """All that commands here have begun."""
        return processes_with("BEGUN_IN", str(self.folder))


@pytest.fixture
def desk(tmp_path: Path, clean_lesson: str) -> Desk:
    """Nine lessons, of which the fifth has what some command is stuck at."""
    for number in range(9):
        title = "title: Stuck for" if number == 4 else "title: Who pays for"
        text = clean_lesson.replace("title: Who pays for", title)
        (tmp_path / f"lesson-{number}.yaml").write_text(text, "utf-8")
    return Desk(tmp_path)


def test_what_is_said_does_not_depend_on_how_many_processes_say_it(tmp_path: Path) -> None:
    lessons = tmp_path / "lessons"
    shutil.copytree(ROOT / "lessons", lessons)
    shutil.copytree(ROOT / "tests" / "lessons" / "bad", tmp_path / "bad")
    shutil.copytree(ROOT / "tests" / "lessons" / "near", tmp_path / "near")
    # A lesson with an error, which a unit binds; another of its name; and settings with faults.
    shutil.copy(tmp_path / "bad" / "unknown-key.yaml", lessons / "phase-2-begins.yaml")
    shutil.copy(tmp_path / "bad" / "bad-date.yaml", lessons / "votes-for-women-1915.yaml")
    shutil.copy(tmp_path / "near" / "unknown-key.yaml", lessons / "fact-unused.yaml")
    (tmp_path / "near" / "broadsheet.yaml").write_text(
        "logo: none.svg\ntheme: own\nquestions: [1, 99]\n", "utf-8"
    )
    (tmp_path / "near" / "own" / "locales").mkdir(parents=True)
    (tmp_path / "near" / "own" / "locales" / "en.yaml").write_text("labels: 1\n", "utf-8")
    said = []
    for jobs in ("1", "2"):
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "broadsheet",
                "check",
                "-r",
                ".",
                "-j",
                jobs,
                "--format",
                "json",
            ],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        said.append((done.returncode, done.stdout, done.stderr))
    assert said[0] == said[1]
    assert said[0][0] == 1
    found = {finding["code"] for finding in json.loads(said[0][1])["findings"]}
    assert {"unit-lesson-faulty", "same-name", "setting-leads-nowhere"} <= found
    assert b"the lesson has no question 99" in said[0][1]


@pytest.mark.parametrize("file", [*BAD, ROOT / "no-such.yaml"], ids=lambda file: file.stem)
def test_what_is_said_of_a_lesson_is_the_same_after_its_way_to_another_process(file: Path) -> None:
    said = judged(load(file), date(2026, 11, 26), School(Settings(), None))
    line = said.to_json()
    assert b"\n" not in line
    assert said.findings
    assert JudgedLesson.from_json(file, line) == said


@pytest.mark.parametrize("before", ["", "signal.signal(signal.SIGCHLD, signal.SIG_IGN)"])
def test_a_lesson_at_which_its_process_ends_is_given_up_and_the_others_go_on(
    desk: Desk, before: str
) -> None:
    stuck = "os.kill(os.getpid(), signal.SIGKILL)"
    status, out, err = desk.check("-j", "2", stuck=stuck, before=before)

    assert (status, err) == (1, "")
    assert out.count("the process that checked it ended") == 1
    assert "lesson-4.yaml: error the process that checked it ended" in out
    assert "9 lessons checked: 1 error" in out


def test_a_fault_of_ours_costs_its_lesson_alone_and_is_shown(desk: Desk) -> None:
    status, out, err = desk.check("-j", "2", stuck="raise ValueError('a fault of ours')")

    assert status == 1
    assert "ValueError: a fault of ours" in err
    assert "9 lessons checked: 1 error" in out


def test_limits_hold_in_every_process(desk: Desk) -> None:
    said = desk.check("-j", "2", stuck="for_ever()", before="bounded.SECONDS = 0.2")

    assert said == desk.check("-j", "1", stuck="for_ever()", before="bounded.SECONDS = 0.2")
    assert "lesson-4.yaml: error checking took more than 0.2 seconds of work" in said[1]


def test_without_more_processes_one_judges_all(desk: Desk) -> None:
    def refused(jobs: str) -> tuple[int, str, str]:
        return desk.check(
            "-j", jobs, before="def refused(): raise BlockingIOError\nos.fork = refused"
        )

    assert refused("2") == refused("1") == desk.check("-j", "1")


@pytest.mark.parametrize(("lessons", "jobs", "forked"), [(9, 2, 2), (9, 64, 2), (8, 64, 0)])
def test_no_process_is_begun_for_a_few_lessons(
    desk: Desk, lessons: int, jobs: int, forked: int
) -> None:
    for number in range(lessons, 9):
        (desk.folder / f"lesson-{number}.yaml").unlink()
    count = "fork = os.fork\nos.fork = lambda: (print('forked', file=sys.stderr), fork())[1]"
    status, _, err = desk.check("-j", str(jobs), before=count)

    assert (status, err) == (0, "forked\n" * forked)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("stuck", ["for_ever()", "in_one_step_for_ever()"])
def test_a_check_that_is_asked_to_end_leaves_no_process(desk: Desk, name: str, stuck: str) -> None:
    number = getattr(signal, name)
    with desk.begin("check", ".", "-j", "2", stuck=stuck) as running:
        until((desk.folder / "is-stuck").exists)
        running.send_signal(number)
        said = running.communicate(timeout=PATIENCE)
    assert (running.returncode, said) == (128 + number, ("", ""))
    assert desk.processes == []


@pytest.mark.parametrize("stuck", ["for_ever()", "in_one_step_for_ever()"])
def test_processes_of_a_check_that_is_killed_end_by_themselves(desk: Desk, stuck: str) -> None:
    with desk.begin("check", ".", "-j", "2", stuck=stuck) as running:
        until((desk.folder / "is-stuck").exists)
        running.kill()
    until(lambda: not desk.processes)
    assert desk.processes == []
