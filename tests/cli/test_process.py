"""The command as a process: whatever a signal meets, it ends by it and says nothing more."""

from __future__ import annotations

import subprocess
import sys

WRAPPED = """
import os, signal
from importlib import import_module
from broadsheet.cli import process

def main():
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except SystemExit as ended:
        raise ValueError("a library says this of what it was running") from ended

import_module("broadsheet.cli.main").main = main
process.run()
"""


def test_an_error_that_a_library_made_of_a_signal_is_the_signal() -> None:
    ended = subprocess.run([sys.executable, "-c", WRAPPED], capture_output=True, check=False)
    assert ended.returncode == 128 + 15
    assert ended.stderr == b""


IMPORTING = """
import os, signal, time
from importlib import import_module
from broadsheet.cli import process

IMPORTS = "os.kill(os.getpid(), signal.SIGTERM)\\nprint('its lock is given back', flush=True)"

def main():
    exec(compile(IMPORTS, "<frozen importlib._bootstrap>", "exec"))
    time.sleep(60)

import_module("broadsheet.cli.main").main = main
process.run()
"""


def test_a_signal_waits_until_the_machinery_of_imports_has_given_back_its_lock() -> None:
    ended = subprocess.run([sys.executable, "-c", IMPORTING], capture_output=True, check=False)
    assert ended.returncode == 128 + 15
    assert ended.stdout.split() == b"its lock is given back".split()
    assert ended.stderr == b""
