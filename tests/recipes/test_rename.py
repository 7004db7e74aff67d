"""A lesson under another name takes along what is named after it."""

from __future__ import annotations

import resource
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from broadsheet.cli.main import main

LESSONS = Path(__file__).parents[2] / "lessons"
OLD = "open-source-in-government-2016"


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(
        shutil.copytree(LESSONS, tmp_path / "lessons", ignore=shutil.ignore_patterns("*.txt"))
    )


def renamed(name: str, lesson: str = OLD) -> Result:
    return CliRunner().invoke(main, ["rename", f"lessons/{lesson}.yaml", name])


def test_the_lesson_its_fingerprint_and_its_unit_bear_the_new_name(lessons: Path) -> None:
    before = (lessons / f"{OLD}.yaml").read_text("utf-8")
    unit = lessons / "units" / "reading-opinion.yaml"
    bound = unit.read_text("utf-8")
    Path("output", OLD).mkdir(parents=True)

    result = renamed("facts-and-myths")

    assert result.output.splitlines() == [
        f"moved lessons/{OLD}.yaml to lessons/facts-and-myths.yaml",
        f"moved lessons/sources/{OLD}.fingerprint.json "
        "to lessons/sources/facts-and-myths.fingerprint.json",
        "mended lessons/units/reading-opinion.yaml",
        f"left output/{OLD}, made under the old name",
    ]
    after = (lessons / "facts-and-myths.yaml").read_text("utf-8")
    assert after == before.replace(f"sources/{OLD}.finger", "sources/facts-and-myths.finger")
    assert unit.read_text("utf-8") == bound.replace(f"{OLD}.yaml", "facts-and-myths.yaml")
    assert not (lessons / f"{OLD}.yaml").exists()
    assert CliRunner().invoke(main, ["check", "lessons", "lessons/units"]).exit_code == 0


def test_both_fingerprints_of_a_pair_move(lessons: Path) -> None:
    renamed("votes", "votes-for-women-1915")
    names = {file.name for file in (lessons / "sources").iterdir()}
    assert {"votes-a.fingerprint.json", "votes-b.fingerprint.json"} <= names
    assert not any(name.startswith("votes-for-women") for name in names)


def test_what_belongs_to_a_lesson_with_a_longer_name_stays(lessons: Path) -> None:
    file = lessons / "votes.yaml"
    text = (lessons / f"{OLD}.yaml").read_text("utf-8")
    shutil.copy(
        lessons / "sources" / f"{OLD}.fingerprint.json",
        lessons / "sources" / "votes-later.fingerprint.json",
    )
    file.write_text(text.replace(f"sources/{OLD}.f", "sources/votes-later.f"), "utf-8")
    renamed("ballots", "votes")
    assert "sources/votes-later.f" in (lessons / "ballots.yaml").read_text("utf-8")


def test_a_file_that_another_lesson_proves_by_too_stays(lessons: Path) -> None:
    shutil.copy(lessons / f"{OLD}.yaml", lessons / "shorter.yaml")
    result = renamed("facts-and-myths")
    assert result.exit_code == 0
    assert (lessons / "sources" / f"{OLD}.fingerprint.json").is_file()
    assert CliRunner().invoke(main, ["check", "lessons"]).exit_code == 0


def test_a_private_file_stays_private(lessons: Path) -> None:
    (lessons / "sources" / f"{OLD}.fingerprint.json").chmod(0o600)
    renamed("facts-and-myths")
    moved = lessons / "sources" / "facts-and-myths.fingerprint.json"
    assert moved.stat().st_mode & 0o777 == 0o600


def test_a_file_that_both_sources_name_is_moved_once(lessons: Path) -> None:
    pair = lessons / "votes-for-women-1915.yaml"
    name = "sources/votes-for-women-1915-{}.fingerprint.json"
    pair.write_text(pair.read_text("utf-8").replace(name.format("b"), name.format("a")), "utf-8")
    result = renamed("votes", "votes-for-women-1915")
    assert result.exit_code == 0, result.output
    assert result.output.count("-a.fingerprint.json to ") == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("jaccuse-1898", "lessons/jaccuse-1898.yaml is already there"),
        ("My Lesson", "can't name a lesson"),
        ("../elsewhere", "can't name a lesson"),
    ],
)
def test_a_name_that_is_taken_or_none_is_refused(lessons: Path, name: str, said: str) -> None:
    before = sorted(lessons.rglob("*"))
    result = renamed(name)
    assert result.exit_code == 1
    assert said in result.output
    assert sorted(lessons.rglob("*")) == before


def test_a_unit_is_not_renamed_so(lessons: Path) -> None:
    del lessons
    result = CliRunner().invoke(main, ["rename", "lessons/units/reading-opinion.yaml", "other"])
    assert "is a unit" in result.output


def test_a_link_to_a_lesson_elsewhere_is_not_renamed(lessons: Path) -> None:
    (lessons / "elsewhere.yaml").symlink_to("../there.yaml")
    Path("there.yaml").write_bytes((lessons / f"{OLD}.yaml").read_bytes())
    result = renamed("here", "elsewhere")
    assert (result.exit_code, "is a link to a lesson elsewhere" in result.output) == (1, True)
    assert (lessons / "elsewhere.yaml").is_symlink()


def test_a_lesson_that_is_no_yaml_is_refused_and_left(lessons: Path) -> None:
    (lessons / "broken.yaml").write_text("title: [", "utf-8")
    result = renamed("whole", "broken")
    assert (result.exit_code, "can't be read" in result.output) == (1, True)
    assert (lessons / "broken.yaml").exists()


def test_on_a_full_disk_nothing_is_moved_and_no_half_file_is_left(lessons: Path) -> None:
    before = {file: file.read_bytes() for file in lessons.rglob("*") if file.is_file()}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    fits = (lessons / "units" / "reading-opinion.yaml").stat().st_size + 100
    resource.setrlimit(resource.RLIMIT_FSIZE, (fits, limits[1]))
    try:
        result = renamed("facts-and-myths")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (result.exit_code, "can't be renamed" in result.output) == (1, True)
    assert {file: file.read_bytes() for file in lessons.rglob("*") if file.is_file()} == before
