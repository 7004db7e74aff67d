"""A folder, a pipe or a loop where a file is expected is a finding at its key, for every path."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from broadsheet.cli.main import main
from broadsheet.collection.judging import judge
from broadsheet.collection.read import read_collection
from broadsheet.find import find
from broadsheet.findings import Severity
from broadsheet.lesson.load import load
from broadsheet.recipes.add_source import add
from broadsheet.recipes.refusal import Refusal

TODAY = date(2026, 1, 1)
NO_FILES = ("folder.png", "pipe.png", "loop.png", "link.png", "zero.png", "lesson.yaml/x.png")


@pytest.fixture
def folder(tmp_path: Path, clean_lesson: str) -> Path:
    """A folder with a lesson, and with everything that is no file."""
    (tmp_path / "folder.png").mkdir()
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "loop.png").symlink_to("loop.png")
    (tmp_path / "link.png").symlink_to("/etc/hostname")
    (tmp_path / "zero.png").symlink_to("/dev/zero")
    (tmp_path / "lesson.yaml").write_text(clean_lesson, "utf-8")
    return tmp_path


def change(folder: Path, old: str, new: str) -> Path:
    file = folder / "lesson.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return file


@pytest.mark.parametrize("name", NO_FILES)
def test_an_image(folder: Path, name: str) -> None:
    file = change(folder, "It casts doubt on the experts.", f"See ![a bridge]({name}).")
    errors = [f for f in judge(load(file), TODAY).findings if f.severity is Severity.ERROR]

    assert [error.code for error in errors] in (["image-missing"], ["image-refused"])
    assert name in errors[0].message


@pytest.mark.parametrize("name", NO_FILES[:-1])
@pytest.mark.parametrize("key", ["text", "fingerprint"])
def test_the_text_and_the_fingerprint(folder: Path, key: str, name: str) -> None:
    file = change(folder, "text: sources/the-bridge-must-wait.txt", f"{key}: {name}")
    errors = [f for f in judge(load(file), TODAY).findings if f.severity is Severity.ERROR]

    named = {"text": "source-unreadable", "fingerprint": "fingerprint-unreadable"}
    assert [error.code for error in errors] == [named[key]]
    assert errors[0].path == ("source", key)


@pytest.mark.parametrize("name", NO_FILES)
def test_the_lesson_itself(folder: Path, name: str) -> None:
    found = read_collection([folder / name], TODAY).findings

    assert [finding.code for finding in found] == [
        "unreadable-file" if name != "link.png" else "not-a-lesson"
    ]


@pytest.mark.parametrize("name", NO_FILES)
def test_the_lesson_as_it_is_shown(folder: Path, name: str) -> None:
    done = CliRunner().invoke(main, ["check", str(folder / name)])

    assert done.exit_code in (1, 2), done.output
    assert isinstance(done.exception, SystemExit)


@pytest.mark.parametrize("name", NO_FILES)
def test_the_lessons_of_a_unit(folder: Path, name: str) -> None:
    (folder / "units").mkdir()
    unit = folder / "units" / "unit.yaml"
    unit.write_text(
        "broadsheet: 1\ntitle: Reading\nlanguage: en\nlevel: Grades 9\nsummary: One.\n"
        f"introduction: Read.\nlessons: [../{name}]\n",
        "utf-8",
    )
    found = read_collection([unit], TODAY).findings

    assert [finding.code for finding in found] == ["unit-lesson-missing"]


@pytest.mark.parametrize("name", [*NO_FILES[:3], "zero.png", "lesson.yaml/x.txt", "no\0path"])
def test_the_piece_whose_fingerprint_is_taken(folder: Path, name: str) -> None:
    done = add(folder / "lesson.yaml", folder / name, None)

    assert isinstance(done, Refusal)


@pytest.mark.parametrize("name", NO_FILES)
@pytest.mark.parametrize("key", ["logo", "theme"])
def test_the_logo_and_the_theme(folder: Path, key: str, name: str) -> None:
    (folder / "broadsheet.yaml").write_text(f"{key}: {name}\n", "utf-8")
    found = read_collection([folder / "lesson.yaml"], TODAY).findings

    expected = [] if (key, name) == ("theme", "folder.png") else ["setting-leads-nowhere"]
    assert [f.code for f in found if f.severity is Severity.ERROR] == expected


@pytest.mark.parametrize("name", NO_FILES[:3])
def test_the_settings(folder: Path, name: str) -> None:
    (folder / name).rename(folder / "broadsheet.yaml")
    found = read_collection([folder / "lesson.yaml"], TODAY).findings

    assert [f.code for f in found if f.severity is Severity.ERROR] == ["unreadable-file"]


@pytest.mark.parametrize("name", ["x" * 300 + ".yaml", "x/" * 3000 + "a.yaml", "a\0b.yaml"])
def test_a_name_that_no_file_can_have(folder: Path, name: str) -> None:
    collection = read_collection(find([folder / name, folder / "lesson.yaml"]), TODAY)

    errors = [f for f in collection.findings if f.severity is Severity.ERROR]
    assert [(error.code, error.file) for error in errors] == [("unreadable-file", folder / name)]
    assert len(collection.good_lessons) == 1


def test_a_lesson_of_a_folder(folder: Path) -> None:
    (folder / "pipe.png").rename(folder / "pipe.yaml")
    found = read_collection(find([folder]), TODAY).findings

    assert [f.file.name for f in found if f.code == "unreadable-file"] == ["pipe.yaml"]
