"""The libraries that draw are found by the linker, which knows them."""

from __future__ import annotations

import ctypes.util
import subprocess
import sys

import pytest

from broadsheet.render.pdf.linker import found_by_linker

LOADED = """
import sys

run = []
sys.addaudithook(lambda event, of: run.append(of[0]) if event == "subprocess.Popen" else None)
from broadsheet.render.pdf.fonts import our_fonts
from weasyprint.text.ffi import harfbuzz, pango

our_fonts()
print(run)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Python guesses without programs")
def test_loading_weasyprint_runs_no_other_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_whoever_loads_a_library_later_may_guess_its_file_as_before() -> None:
    guessing = ctypes.util.find_library
    with pytest.raises(OSError, match="no such library"), found_by_linker():
        raise OSError("no such library")
    assert ctypes.util.find_library is guessing
