"""A path that is nearly right is answered with the one that was meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from broadsheet.collection.judging import judge
from broadsheet.collection.read import read_collection
from broadsheet.lesson.load import load
from broadsheet.reading.near_paths import did_you_mean, meant_path

FILES = (
    "bridge.yaml",
    "grade9/votes-for-women-1915.yaml",
    "images/bar-chart.png",
    "images/map.png",
    "sources/the-bridge.txt",
    "sources/the-bridge.fingerprint.json",
    ".hidden/secret.yaml",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "endings", "meant"),
    [
        ("brigde.yaml", (".yaml",), "bridge.yaml"),
        ("bridge.yml", (".yaml",), "bridge.yaml"),
        ("bridge", (".yaml",), "bridge.yaml"),
        ("Bridge.YAML", (".yaml",), "bridge.yaml"),
        ("lessons/bridge.yaml", (".yaml",), "bridge.yaml"),
        ("votes-for-women-1915.yaml", (".yaml",), "grade9/votes-for-women-1915.yaml"),
        ("grade-9/votes-for-women-1915.yaml", (".yaml",), "grade9/votes-for-women-1915.yaml"),
        ("images/bar_chart.jpg", (".png", ".jpg"), "images/bar-chart.png"),
        ("image/bar-chart.png", (".png",), "images/bar-chart.png"),
        ("images\\map.png", (".png",), "images/map.png"),
        ("map.png", (".png",), "images/map.png"),
        ("sources/the-bridge.fingerprint", (".json",), "sources/the-bridge.fingerprint.json"),
        ("source/the-bridge.text", (".txt",), "sources/the-bridge.txt"),
        ("castle.yaml", (".yaml",), None),
        ("b.yaml", (".yaml",), None),
        ("secret.yaml", (".yaml",), None),
        ("../bridge.yaml", (".yaml",), None),
        ("bridge.yaml", (".yaml",), None),
        ("a\0b", (), None),
        ("", (), None),
    ],
)
def test_a_misspelt_name_another_ending_and_another_folder_are_answered(
    folder: Path, typed: str, endings: tuple[str, ...], meant: str | None
) -> None:
    assert meant_path(folder, typed, endings) == meant


def test_of_two_names_that_differ_in_capitals_the_one_that_was_typed_is_answered(
    tmp_path: Path,
) -> None:
    for name in ("Plan.yaml", "plan.yaml"):
        (tmp_path / name).touch()
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system knows no capitals")
    assert meant_path(tmp_path, "plan.yml", (".yaml",)) == "plan.yaml"
    assert meant_path(tmp_path, "Plan.yml", (".yaml",)) == "Plan.yaml"


def test_a_folder_is_answered_with_a_folder(folder: Path) -> None:
    assert meant_path(folder, "image", folder=True) == "images"
    assert meant_path(folder, "bridge.yml", folder=True) is None


def test_nothing_behind_a_link_is_named(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "castle.yaml").write_text("x")
    (folder / "linked").symlink_to(elsewhere)

    assert meant_path(folder, "castle.yaml", (".yaml",)) is None
    assert meant_path(folder, "linked/castel.yaml", (".yaml",)) is None


TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed",
    [
        "sources/the-brigde-must-wait.txt",
        "the-bridge-must-wait.txt",
        "sources/the-bridge-must-wait.text",
    ],
)
def test_a_lessons_text_is_answered(clean_lesson: str, tmp_path: Path, typed: str) -> None:
    file = tmp_path / "other.yaml"
    lesson = clean_lesson.replace("sources/the-bridge-must-wait.txt", typed)
    file.write_text(lesson, "utf-8")
    (tmp_path / "sources").mkdir(exist_ok=True)
    (tmp_path / "sources" / "the-bridge-must-wait.txt").write_text("x")
    found = {each.code: each.hint for each in judge(load(file), TODAY).findings}

    assert found["source-not-at-hand"] == "did you mean sources/the-bridge-must-wait.txt?"


def test_a_lesson_named_to_a_command_is_answered(folder: Path) -> None:
    (finding,) = read_collection([folder / "lessons" / "bridge.yml"], TODAY).findings

    assert finding.hint == f"did you mean {(folder / 'bridge.yaml').as_posix()}?"


@pytest.mark.parametrize(
    ("setting", "hint"),
    [
        ("logo: map.png", "did you mean images/map.png?"),
        ("theme: image", "did you mean images?"),
        ("editions: [cor]", "did you mean core?"),
    ],
)
def test_what_settings_name_is_answered(folder: Path, setting: str, hint: str) -> None:
    (folder / "broadsheet.yaml").write_text(f"{setting}\n")
    found = read_collection([folder / "bridge.yaml"], TODAY).findings

    assert [each.hint for each in found if each.code == "setting-leads-nowhere"] == [hint]


def test_a_units_lesson_is_answered(folder: Path) -> None:
    (folder / "units").mkdir()
    unit = folder / "units" / "unit.yaml"
    unit.write_text(
        "broadsheet: 1\ntitle: x\nlanguage: en\nlevel: x\nsummary: x\nintroduction: x\n"
        "lessons: [../brigde.yml, ../votes-for-women-1915.yaml]\n"
    )
    found = read_collection([unit], TODAY).findings

    assert [each.hint for each in found if each.code == "unit-lesson-missing"] == [
        "did you mean ../bridge.yaml?",
        "did you mean ../grade9/votes-for-women-1915.yaml?",
    ]


def test_a_file_whose_name_only_looks_the_same_is_told_to_be_renamed(tmp_path: Path) -> None:
    (tmp_path / "pho\u0301to.png").write_text("x")
    if (tmp_path / "ph\u00f3to.png").exists():
        pytest.skip("this file system takes both names for one")

    assert "rename the file" in did_you_mean(tmp_path, "ph\u00f3to.png", (".png",))


def test_a_name_that_only_looks_like_that_of_a_file_is_told_to_be_typed_anew(
    tmp_path: Path,
) -> None:
    (tmp_path / "ph\u00f3to.png").write_text("x")
    if (tmp_path / "pho\u0301to.png").exists():
        pytest.skip("this file system takes both names for one")

    assert "type the name anew" in did_you_mean(tmp_path, "pho\u0301to.png", (".png",))
