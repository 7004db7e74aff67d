"""Two lessons never share a name, and every name can be that of a file."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from broadsheet.collection.names import MAX_BYTES, name_faults
from broadsheet.collection.read import read_collection
from broadsheet.findings import Severity
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build

TODAY = date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "7a").mkdir()
    (tmp_path / "7b").mkdir()
    (tmp_path / "units").mkdir()
    return tmp_path


def put(folder: Path, text: str, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in names]


def codes(files: list[Path]) -> list[tuple[str, str]]:
    """Code of each error, and the file that it stands at."""
    found = read_collection(files, TODAY).findings
    return [(f.code, f.file.name) for f in found if f.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "names",
    [
        ("7a/letter.yaml", "7b/letter.yaml"),
        ("7a/letter.yaml", "7a/letter.yml"),
        ("7a/letter.yaml", "7b/Letter.YAML"),
        ("7a/lettre-d’été.yaml", "7b/lettre-d’e\u0301te\u0301.yaml"),
        ("7a/STRASSE.yaml", "7b/straße.yaml"),
    ],
)
def test_lessons_of_one_name_write_nothing_each_names_the_other_and_others_go_on(
    folder: Path, clean_lesson: str, names: tuple[str, str]
) -> None:
    files = put(folder, clean_lesson, *names, "7a/other.yaml")

    report = build(Request(files, folder / "output", TODAY))

    assert {path.parent.name for path in report.written} == {"other"}
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    assert [finding.code for finding in errors] == ["same-name", "same-name"]
    for finding in errors:
        assert all(file.as_posix() in finding.message for file in files[:2])


def test_a_lesson_and_a_unit_of_one_name_are_told(folder: Path, clean_lesson: str) -> None:
    (lesson,) = put(folder, clean_lesson, "letter.yaml")
    unit = folder / "units" / "letter.yaml"
    unit.write_text("broadsheet: 1\ntitle: T\n", "utf-8")

    assert ("same-name", "letter.yaml") in codes([lesson, unit])


def test_a_lesson_that_only_a_unit_asks_for_writes_no_folder_of_its_own(
    folder: Path, clean_lesson: str
) -> None:
    files = put(folder, clean_lesson, "letter.yaml", "7a/letter.yaml")

    assert [finding.code for finding in name_faults(files[:1])] == []


@pytest.mark.parametrize(
    "name",
    [
        "...yaml",
        "..yaml",
        ".hidden.yaml",
        "-rf.yaml",
        "con.yaml",
        "NUL.yml",
        "com1.yaml",
        "aux.old.yaml",
        " .yaml",
        "two\nlines.yaml",
        "bell\x07.yaml",
        "turned\u202egnp.yaml",
        "un\u200bseen.yaml",
        "\u2060first.yaml",
        "\u3164.yaml",
        "para\u2029graph.yaml",
        "l" * (MAX_BYTES + 1) + ".yaml",
        "ж" * (MAX_BYTES // 2 + 1) + ".yaml",
    ],
)
def test_a_name_that_documents_can_not_take_is_an_error_and_nothing_is_written(
    folder: Path, clean_lesson: str, name: str
) -> None:
    files = put(folder, clean_lesson, name)
    (folder / "inner").mkdir()

    assert codes(files) == [("unfit-name", name)]
    assert build(Request(files, folder / "inner" / "output", TODAY)).written == ()
    assert [entry.name for entry in (folder / "inner").iterdir()] == []


@pytest.mark.parametrize(
    "name",
    ["the-bridge.yaml", "My lesson (2).yaml", "council.yaml", "می\u200cخواهم.yaml", "a.b.yaml"],
)
def test_an_ordinary_name_is_let_be(folder: Path, clean_lesson: str, name: str) -> None:
    assert name_faults(put(folder, clean_lesson, name)) == []


@pytest.mark.parametrize(
    "name", ["who pays?.yaml", "a:b.yaml", "star*.yaml", "end..yaml", "b .yaml"]
)
def test_a_name_that_windows_can_not_write_is_advice(
    folder: Path, clean_lesson: str, name: str
) -> None:
    (finding,) = name_faults(put(folder, clean_lesson, name))

    assert (finding.code, finding.severity) == ("awkward-name", Severity.ADVICE)


def test_the_longest_name_can_be_built_in_every_edition(folder: Path, clean_lesson: str) -> None:
    files = put(folder, clean_lesson, "l" * MAX_BYTES + ".yaml")
    editions = ["dyslexia-friendly"]

    report = build(Request(files, folder / "output", TODAY, editions=editions))

    assert len(report.written) == 2


@given(name=st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=60))
def test_whatever_passes_stays_in_the_output_folder(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    file = tmp_path_factory.getbasetemp() / f"{name}.yaml"
    try:
        file.write_text("", "utf-8")
    except (OSError, UnicodeError):
        reject()
    named = f"{file.stem}-worksheet-a4.pdf"
    target = Path(os.path.normpath(Path("output", file.stem, named)))
    unfit = [fault for fault in name_faults([file]) if fault.severity is Severity.ERROR]
    file.unlink()

    assert unfit or target.parts == ("output", file.stem, named)
