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
