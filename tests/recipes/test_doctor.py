"""What the machine lacks is said with the one command that brings it, and without a traceback."""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from broadsheet import libraries
from broadsheet.cli.main import main
from broadsheet.recipes.doctor import State, examine
from broadsheet.recipes.packages import FAMILIES, System, with_pip

Lack = Callable[..., None]


@pytest.fixture
def lack(monkeypatch: pytest.MonkeyPatch) -> Lack:
    """Let the linker find no library whose file's name holds one of these."""

    def without(*names: str) -> None:
        real = ctypes.CDLL

        def load(name: str, *more: Any, **settings: Any) -> ctypes.CDLL:
            if any(each in name for each in names):
                raise OSError(f"{name}: cannot open shared object file")
            return real(name, *more, **settings)

        monkeypatch.setattr(ctypes, "CDLL", load)

    return without


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the machine be a Linux of this name, or like one, and the user no root."""

    def be(name: str) -> None:
        said = dict(zip(("ID", "ID_LIKE"), name.split("/"), strict=False))
        monkeypatch.setattr(platform, "freedesktop_os_release", lambda: said)
        monkeypatch.setattr(os, "geteuid", lambda: 1000)

    return be


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["doctor", *arguments])


def test_a_machine_that_runs_these_tests_is_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 0
    assert f"ok       Python {platform.python_version()}\n" in result.output
    assert "ok       Pango 1." in result.output
    assert "missing" not in result.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "command"),
    [
        (
            "debian",
            "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends "
            "libpango-1.0-0 libpangoft2-1.0-0'",
        ),
        ("linuxmint/ubuntu debian", "libpango-1.0-0 libpangoft2-1.0-0'"),
        ("fedora", "sudo sh -c 'dnf install -y pango'"),
        ("rocky/rhel centos fedora", "sudo sh -c 'dnf install -y pango'"),
        ("arch", "pacman -S --noconfirm pango"),
        ("opensuse-leap/suse opensuse", "zypper install -y libpango-1_0-0"),
        ("alpine", "apk add pango"),
        ("unheard-of", "libpangoft2-1.0-0"),
    ],
)
def test_all_that_is_missing_is_brought_by_one_command_of_the_system(
    lack: Lack, release: Callable[[str], None], tmp_path: Path, name: str, command: str
) -> None:
    lack("pango")
    release(name)

    found = examine(tmp_path)

    assert not found.is_well
    assert len(found.needed) == 1
    assert command in found.needed[0]


@pytest.mark.parametrize("system", ["Darwin", "Windows"])
def test_other_systems_have_a_command_too(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    assert System.here() is FAMILIES[system.lower()]
    assert "pango" in System.here().bringing(["pango-1.0"])
    assert "sudo" not in System.here().bringing(["pango-1.0"])


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_knows_every_package(family: str) -> None:
    assert set(FAMILIES[family].packages) >= {
        "pango",
        "harfbuzz-subset",
        "louis",
        "poppler",
        "python",
    }


def test_a_homebrew_that_python_does_not_look_into_is_told(
    monkeypatch: pytest.MonkeyPatch, lack: Lack, tmp_path: Path
) -> None:
    (tmp_path / "libpango-1.0.0.dylib").write_bytes(b"")
    monkeypatch.setattr(libraries, "_SYSTEM", "Darwin")
    monkeypatch.setattr(libraries, "_HOMEBREW", (tmp_path,))
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    lack("pango-1.0", "pangoft2", "gobject", "harfbuzz", "fontconfig")

    found = examine(tmp_path)

    assert found.needed == ('export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"',)


def test_the_command_ends_with_1_and_without_a_traceback(lack: Lack) -> None:
    lack("pango", "gobject", "harfbuzz", "fontconfig")
    result = run()
    assert result.exit_code == 1
    assert "missing  Pango: it sets the text\n" in result.output
    assert "To mend it, run:\n\n  " in result.output
    assert isinstance(result.exception, SystemExit)


def test_a_build_without_pango_says_so_before_it_begins(
    lack: Lack, tmp_path: Path, clean_lesson: str
) -> None:
    lack("pango")
    (tmp_path / "lesson.yaml").write_text(clean_lesson, "utf-8")
    arguments = ["build", str(tmp_path / "lesson.yaml"), "-o", str(tmp_path / "output")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "this machine lacks Pango, PangoFT2\nhint: `broadsheet doctor`" in result.output
    assert not (tmp_path / "output").exists()


def test_an_old_pango_is_not_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("broadsheet.recipes.doctor.version_of_pango", lambda _: (1, 42))
    (part,) = [part for part in examine(tmp_path).parts if part.state is State.MISSING]
    assert part.said == "Pango 1.44 or later: this is 1.42"


@pytest.mark.parametrize(
    ("package", "state", "lost"),
    [
        ("weasyprint", State.MISSING, "nothing can be printed"),
        ("trafilatura", State.ABSENT, "saved web pages can't be read as sources"),
        ("lxml-html-clean", State.ABSENT, "saved web pages can't be read as sources"),
        ("python-docx", State.ABSENT, "no files of Word's can be made"),
        ("pygls", State.ABSENT, "editors are not told what is found"),
    ],
)
def test_a_package_that_is_not_there_is_told_with_pips_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, state: State, lost: str
) -> None:
    real = metadata.version

    def version(name: str) -> str:
        if name.lower().replace("_", "-") == package:
            raise metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(metadata, "version", version)
    found = examine(tmp_path)
    (part,) = [part for part in found.parts if part.state is state]
    assert part.said.endswith(f"without it {lost}")
    assert part.said.lower().replace("_", "-").startswith(package)
    command = (found.needed if state is State.MISSING else found.optional)[0]
    assert f"-m pip install '{package.split('-')[0]}" in command


@pytest.mark.parametrize(
    ("prefix", "command"),
    [
        ("/home/a/.local/share/pipx/venvs/broadsheet", "pipx inject broadsheet 'x>=1'"),
        ("/home/a/.local/share/uv/tools/broadsheet", "uv pip install --python "),
        ("/home/a/venv", " -m pip install 'x>=1'"),
    ],
)
def test_packages_are_brought_by_what_installed_broadsheet(
    monkeypatch: pytest.MonkeyPatch, prefix: str, command: str
) -> None:
    monkeypatch.setattr(sys, "prefix", prefix)
    assert command in with_pip(["x>=1"])


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    result = run("-o", str(tmp_path / "file" / "output"))
    assert result.exit_code == 1
    assert "can't be written: a file stands where a folder is needed" in result.output


def test_what_braille_needs_is_named_with_its_version_or_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "lou_translate"
    program.write_text("#!/bin/sh\necho 'lou_translate (Liblouis) 9.8.7'\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    said = [part.said for part in examine(tmp_path).parts]
    assert "liblouis 9.8.7, for braille" in said
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: {"ID": "debian"})
    found = examine(tmp_path)
    assert "liblouis: without it nothing is made in braille" in [each.said for each in found.parts]
    assert "liblouis-bin" in found.optional[0]


def test_what_only_tests_need_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    found = examine(tmp_path)
    assert found.is_well
    assert "poppler" in found.optional[0]
