"""Which lessons a command line means."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.find import find


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection with folders in folders, a theme, and what systems and editors leave."""
    for name in (
        "a.yaml",
        "b.YAML",
        "c.yml",
        "d.YmL",
        "e.txt",
        "._a.yaml",
        ".#a.yaml",
        ".pre-commit-config.yaml",
        "broadsheet.yml",
        "year-9/one.yaml",
        "year-9/spring/two.yaml",
        "year-9/._one.yaml",
        "units/course.yaml",
        ".git/x.yaml",
        ".venv/lib/y.yaml",
        "look/editions/evening.yaml",
        "look/locale/he.yaml",
        "look/templates/worksheet.html",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", "utf-8")
    (tmp_path / "broadsheet.yaml").write_text("theme: look\n", "utf-8")
    (tmp_path / "folder.yaml").mkdir()
    return tmp_path


def names(folder: Path, *paths: Path, recursive: bool = False) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find(paths, recursive=recursive)]


def test_a_folder_stands_for_the_lessons_in_it_whatever_the_case_of_their_ending(
    folder: Path,
) -> None:
    assert names(folder, folder) == ["a.yaml", "b.YAML", "c.yml", "d.YmL"]


def test_folders_within_are_looked_into_where_that_is_asked_for_but_no_theme(folder: Path) -> None:
    assert names(folder, folder, recursive=True) == [
        "a.yaml",
        "b.YAML",
        "c.yml",
        "d.YmL",
        "units/course.yaml",
        "year-9/one.yaml",
        "year-9/spring/two.yaml",
    ]
    assert names(folder, folder / "year-9", recursive=True) == [
        "year-9/one.yaml",
        "year-9/spring/two.yaml",
    ]


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "year-9" / "again").symlink_to(folder)
    assert len(names(folder, folder, recursive=True)) == 7


def test_a_lesson_that_is_named_in_two_ways_is_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ways = [Path("a.yaml"), folder / "a.yaml", Path("year-9/../a.yaml"), Path("./a.yaml")]
    assert find(ways) == (Path("a.yaml"),)


def test_a_hidden_file_that_is_named_is_meant(folder: Path) -> None:
    assert names(folder, folder / "._a.yaml") == ["._a.yaml"]
