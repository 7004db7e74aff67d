"""What checking says of a unit, and where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.unit.conftest import TODAY, Write

from broadsheet.collection.read import Collection, read_collection
from broadsheet.collection.rules import every_rule
from broadsheet.find import is_unit
from broadsheet.findings import Finding
from broadsheet.unit.check import RULES, findings_of_unit
from broadsheet.unit.load import load_unit


def said(file: Path) -> tuple[Finding, ...]:
    return findings_of_unit(load_unit(file))


def read(*files: Path) -> Collection:
    return read_collection(files, TODAY)


def codes(findings: Sequence[Finding]) -> list[str]:
    return [finding.code for finding in findings if finding.severity == "error"]


def test_a_unit_without_a_fault_has_no_finding(write: Write) -> None:
    assert said(write()) == ()


def test_a_file_in_a_folder_called_units_is_a_unit_and_any_other_a_lesson(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_unit(tmp_path / "units" / "course.yaml")
    assert not is_unit(tmp_path / "lessons" / "units.yaml")
    (tmp_path / "units").mkdir()
    monkeypatch.chdir(tmp_path / "units")
    assert is_unit(Path("course.yaml"))


def test_a_lesson_that_is_not_there_is_found_at_its_own_item_with_the_nearest_name(
    write: Write,
) -> None:
    file = write(("../ferry.yaml", "../fery.yaml"))

    (finding,) = said(file)

    assert finding.code == "unit-lesson-missing"
    assert finding.message == "there is no lesson ../fery.yaml"
    assert finding.hint == "did you mean ../ferry.yaml?"
    assert finding.place is not None
    line = file.read_text("utf-8").splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 : finding.place.end_column - 1] == "../fery.yaml"


def test_a_unit_is_no_lesson_of_a_unit(write: Write) -> None:
    file = write(("../ferry.yaml", "course.yaml"))

    (finding,) = read(file).findings

    assert finding.code == "unit-lesson-missing"
    assert finding.message == "course.yaml is a unit, and no lesson"


def test_a_lesson_that_was_renamed_is_guessed_where_only_one_is_asked_for_by_nobody(
    write: Write,
) -> None:
    file = write()
    lessons = file.parent.parent
    (lessons / "broadsheet.yaml").write_text("paper: a4\n", "utf-8")
    (lessons / "ferry.yaml").rename(lessons / "who-rows-us.yaml")

    (finding,) = said(file)
    assert finding.hint == "did you mean ../who-rows-us.yaml?"

    (lessons / "a-third.yaml").write_text("", "utf-8")
    (finding,) = said(file)
    assert finding.hint == "write its path from this file, such as ../my-lesson.yaml"


def test_a_lesson_of_a_unit_is_looked_for_from_wherever_the_command_runs(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write()
    monkeypatch.chdir(file.parent)

    assert said(Path(file.name)) == ()
    assert [path.as_posix() for path in load_unit(Path(file.name)).lessons] == [
        "../bridge.yaml",
        "../ferry.yaml",
        "../market.yaml",
    ]


def test_a_lesson_outside_the_collection_is_not_read(write: Write, clean_lesson: str) -> None:
    file = write(("../ferry.yaml", "../../ferry.yaml"))
    (file.parents[2] / "ferry.yaml").write_text(clean_lesson, "utf-8")

    (finding,) = said(file)

    assert finding.code == "unit-lesson-missing"
    assert finding.message == "the lesson ../../ferry.yaml is not in the unit's collection"


def test_a_lesson_behind_a_symbolic_link_is_not_read(write: Write, clean_lesson: str) -> None:
    file = write()
    elsewhere = file.parents[2] / "ferry.yaml"
    elsewhere.write_text(clean_lesson, "utf-8")
    (file.parents[1] / "ferry.yaml").unlink()
    (file.parents[1] / "ferry.yaml").symlink_to(elsewhere)

    assert codes(said(file)) == ["unit-lesson-missing"]


@pytest.mark.parametrize("path", ["/etc/passwd", "~/ferry.yaml", "https://example.org/ferry.yaml"])
def test_a_lesson_is_named_by_its_path_from_the_unit(write: Write, path: str) -> None:
    (finding,) = said(write(("../ferry.yaml", path)))

    assert finding.code == "wrong-kind"
    assert "the path from the unit to a lesson, such as `../my-lesson.yaml`" in finding.message


def test_a_lesson_named_twice_is_found_at_the_second_however_it_is_written(write: Write) -> None:
    (finding,) = said(write(("../market.yaml", "../units/../bridge.yaml")))

    assert finding.code == "unit-lesson-twice"
    assert finding.path == ("lessons", 2)
    assert finding.message == "../units/../bridge.yaml is named twice: it is lesson 1 already"


def test_a_misspelt_key_is_found_with_the_right_one(write: Write) -> None:
    found = said(write(("introduction:", "introducton:")))

    assert ("unknown-key", "introduction") in [(each.code, each.near_match) for each in found]


def test_a_unit_that_is_a_list_is_told_how_to_begin(write: Write) -> None:
    file = write()
    file.write_text("- ../bridge.yaml\n", "utf-8")

    (finding,) = said(file)

    assert finding.code == "not-a-lesson"
    assert "lessons:" in finding.hint


def test_a_language_without_labels_is_an_error(write: Write) -> None:
    assert codes(said(write(("language: en", "language: eo")))) == ["language-without-labels"]


@pytest.mark.parametrize("mark", ["((the ferrymen))", "[@minutes-1924]"])
def test_words_that_only_a_lesson_can_prove_are_an_error_at_their_own_column(
    write: Write, mark: str
) -> None:
    file = write(("about a bridge", f"about {mark}"))

    (finding,) = said(file)

    assert finding.code == "unit-quotes"
    assert finding.place is not None
    line = file.read_text("utf-8").splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith(mark.strip("[]"))


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("– Who?\n  – When?", "lines-run-together"),
        ("1. Who?\n  1. When?", "list-numbers"),
    ],
)
def test_lists_that_print_otherwise_than_they_are_meant_are_told(
    write: Write, lines: str, code: str
) -> None:
    file = write(("  The second editorial answers the first.", f"  {lines}"))

    assert [each.code for each in said(file)] == [code]


def test_an_image_from_the_network_and_a_link_to_a_file_are_refused(write: Write) -> None:
    prose = "![a map](https://example.org/map.png) [here](file:///etc/passwd)"

    assert codes(said(write(("a bridge", prose)))) == ["image-refused", "link-refused"]


def test_a_lesson_with_an_error_keeps_its_unit_from_being_good_and_is_told(write: Write) -> None:
    file = write()
    lesson = file.parents[1] / "ferry.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("minutes: 45", "minutes: 46"), "utf-8")

    collection = read(file)

    assert collection.good_units == ()
    assert [(each.file.name, each.code) for each in collection.findings] == [
        ("ferry.yaml", "plan-minutes"),
        ("course.yaml", "unit-lesson-faulty"),
    ]
    assert collection.findings[1].path == ("lessons", 1)


def test_what_a_lesson_might_do_better_is_told_only_where_the_lesson_is_asked_for(
    write: Write,
) -> None:
    file = write()

    assert read(file).findings == ()
    assert {each.file.name for each in read(file, file.parents[1] / "ferry.yaml").findings} == {
        "ferry.yaml"
    }


def test_faulty_settings_of_the_collection_are_found_and_stop_its_units(write: Write) -> None:
    file = write()
    (file.parents[1] / "broadsheet.yaml").write_text("paper: a5\n", "utf-8")

    collection = read(file)

    assert collection.good_units == ()
    assert "wrong-kind" in codes(collection.findings)


def test_every_rule_of_units_can_be_explained() -> None:
    assert {rule.code for rule in RULES} <= set(every_rule())
