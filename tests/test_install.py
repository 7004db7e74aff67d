"""The page on installing says what the project itself asks for."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from broadsheet import __version__
from broadsheet.recipes.packages import FAMILIES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "install.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_every_family_that_the_doctor_knows_has_its_packages_there() -> None:
    for name in ("debian", "fedora", "arch", "suse", "alpine", "windows"):
        assert FAMILIES[name].packages["pango"].split()[0] in PAGE, name
    assert "brew install python pango" in PAGE


def test_it_names_what_the_extra_brings_and_the_oldest_python() -> None:
    extra = [re.split(r"[^\w]", each)[0] for each in PROJECT["optional-dependencies"]["html"]]
    assert f"pipx inject broadsheet {' '.join(extra)}" in PAGE
    assert f"Python {PROJECT['requires-python'].removeprefix('>=')} or later" in PAGE
    assert set(re.findall(r"@v([\d.]+)\"", PAGE)) == {__version__}


def test_every_line_is_marked_as_tried_or_not() -> None:
    rows = re.findall(r"^\| .*`(?:sudo|apk|brew) .*\|$", PAGE, re.MULTILINE)
    assert rows
    assert all(row.endswith(("| ✓ |", "| ○ |")) or "✓" in row for row in rows)


def test_readme_leads_there() -> None:
    assert "(docs/install.md)" in (ROOT / "README.md").read_text("utf-8")


def test_the_locks_name_all_that_what_they_name_needs() -> None:
    # They are installed without looking up what depends on what: nothing comes along by itself.
    check = [sys.executable, "-I", "-m", "pip", "check"]

    done = subprocess.run(check, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
