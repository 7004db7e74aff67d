"""`broadsheet preview` as a command: it says its address, ends in order, and says what it lacks."""

from __future__ import annotations

import importlib.util
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import Result

Run: TypeAlias = Callable[..., Result]

PREVIEW = [sys.executable, "-m", "broadsheet", "preview", "--no-open", "--port", "0"]

HEARING = """
import os, signal, sys
signal.signal(int(sys.argv[1]), signal.SIG_DFL)
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Runs a command that hears a signal: a shell has what it runs in the background ignore some."""


@pytest.fixture
def lesson(tmp_path: Path, clean_lesson: str) -> Path:
    file = tmp_path / "lessons" / "bridge.yaml"
    file.parent.mkdir()
    file.write_text(clean_lesson, "utf-8")
    return file


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_its_address_answers_there_and_ends_without_a_traceback(
    lesson: Path, number: signal.Signals
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HEARING, str(int(number)), *PREVIEW],
        cwd=lesson.parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": "", "PYTHONUNBUFFERED": "1"},
    ) as running:
        try:
            assert running.stdout
            assert running.stderr
            said = running.stdout.readline()
            address = said.removeprefix("preview at ").split()[0]
            assert address.startswith("http://127.0.0.1:")
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own
                assert b"Broadsheet preview" in answer.read()
            running.send_signal(number)
            assert running.wait(60) == 128 + number
            assert running.stderr.read() == ""
        finally:
            running.kill()
    assert sorted(path.name for path in lesson.parents[1].rglob("*")) == ["bridge.yaml", "lessons"]


def test_a_port_in_use_is_said_with_what_to_do(run: Run, lesson: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = run("preview", str(lesson), "--no-open", "--port", port)
    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: port {port} is in use, perhaps by another preview\n"
        "hint: choose another with --port, or any with --port 0\n"
    )


def test_a_folder_without_lessons_is_said(run: Run, tmp_path: Path) -> None:
    result = run("preview", str(tmp_path), "--no-open")
    assert result.exit_code == 2
    assert "there is no lesson" in result.stderr


def test_what_is_no_editor_is_said_before_anything_is_served(run: Run, lesson: Path) -> None:
    result = run("preview", str(lesson), "--no-open", "--editor", "code")
    assert result.exit_code == 1
    assert "does not say where the {file} goes" in result.stderr


def test_without_the_extra_it_says_what_to_install(
    run: Run, lesson: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    result = run("preview", str(lesson), "--no-open")
    assert result.exit_code == 1
    assert "pip install 'broadsheet[preview]'" in result.stderr
