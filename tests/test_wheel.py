"""The built wheel carries everything: theme, fonts, phrases, schema, starter."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from tests.once import once

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without the network."""
    folder = once(tmp_path_factory, "wheel", build_wheel)
    return next(folder.glob("*.whl"))


def build_wheel(folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )


def test_theme_fonts_and_phrases_travel_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for wanted in (
        "broadsheet/theme/fonts/broadsheet-serif-regular.ttf",
        "broadsheet/theme/fonts/OFL.txt",
        "broadsheet/theme/styles/base.css",
        "broadsheet/theme/templates/worksheet.html",
        "broadsheet/theme/fonts.conf",
        "broadsheet/locale/en.yaml",
        "broadsheet/excerpt/widths.json",
        "broadsheet/standards/catalogue.yaml",
        "broadsheet/site/assets/site.css",
        "broadsheet/site/assets/site.js",
        "broadsheet/site/templates/index.html",
        "broadsheet/describe/starter/lesson.yaml",
        "broadsheet/describe/starter/words/zh-Hant.yaml",
        "broadsheet/signals/words/zh.yaml",
        "broadsheet/signals/beginnings/he.txt",
        "broadsheet/py.typed",
    ):
        assert wanted in names
    assert not any(name.startswith(("tests/", "lessons/")) for name in names)


def test_the_extra_for_web_pages_names_what_old_pips_pass_over(wheel: Path) -> None:
    # pip before 23.3 installs nothing for trafilatura's `lxml[html_clean]`.
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        needed = archive.read(name).decode()
    assert re.search(r"Requires-Dist: lxml[-_]html[-_]clean.*; extra == 'html'", needed)


def test_the_installed_wheel_makes_a_new_lesson_and_builds_it_in_an_empty_folder(
    wheel: Path, tmp_path: Path
) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    packages = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    # What Broadsheet depends on is already installed for these tests; the path file lends it, while
    # the editable install of Broadsheet itself is not followed from there.
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"))
    empty = tmp_path / "empty"
    empty.mkdir()
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def broadsheet(*arguments: str) -> str:
        return subprocess.run(
            [python, "-m", "broadsheet", *arguments],
            cwd=empty,
            env=surroundings,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    where = subprocess.run(
        [python, "-c", "import broadsheet; print(broadsheet.__file__)"],
        cwd=empty,
        env=surroundings,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert where.startswith(str(environment))
    broadsheet("new", "my-lesson")
    assert "1 lesson checked" in broadsheet("check", "my-lesson.yaml")
    broadsheet("build", "my-lesson.yaml")
    made = sorted(path.name for path in (empty / "output" / "my-lesson").iterdir())
    assert made == ["my-lesson-teacher-notes-a4.pdf", "my-lesson-worksheet-a4.pdf"]
