"""Which files are ours, and what is known of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import WHOLE_TEXT
from tests.editor.conftest import TODAY, Open

from broadsheet.editor.opened import Kind, kind_of, opened
from broadsheet.lesson.load import load_text

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.yaml", "broadsheet: 1\n", Kind.LESSON),
        ("a.yaml", '\ufeff"broadsheet": 1\n', Kind.LESSON),
        ("a.yaml", "# yaml-language-server: $schema=schema/lesson.schema.json\n", Kind.LESSON),
        ("units/a.yaml", "broadsheet: 1\n", Kind.UNIT),
        ("broadsheet.yaml", "", Kind.SETTINGS),
        ("broadsheet.yml", "school: A\n", Kind.SETTINGS),
        ("compose.yaml", "services:\n  broadsheet: 1\n", None),
        ("a.yaml", "", None),
    ],
)
def test_a_file_says_itself_whether_it_is_ours(name: str, text: str, kind: Kind | None) -> None:
    assert kind_of(text, Path("lessons") / name) is kind


def test_a_lesson_that_can_not_be_read_is_known_as_it_was(held: Open, clean_lesson: str) -> None:
    before = held(clean_lesson)
    broken = clean_lesson.replace("title: Who", 'title: "Who')
    now = opened(broken, before.file, TODAY, before)
    assert now is not None
    assert now.document is None
    assert [each.code for each in now.findings] == ["yaml-syntax"]
    assert now.known == before.lesson


def test_a_unit_has_the_findings_of_its_own(tmp_path: Path) -> None:
    unit = (ROOT / "lessons" / "units" / "reading-opinion.yaml").read_text("utf-8")
    file = tmp_path / "units" / "one.yaml"
    found = opened(unit, file, TODAY)
    assert found is not None
    assert {each.code for each in found.findings} == {"unit-lesson-missing"}


def test_a_unit_is_told_of_the_errors_of_its_lessons_until_they_are_mended(
    tmp_path: Path, clean_lesson: str
) -> None:
    lesson = tmp_path / "bridge.yaml"
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    text = (
        "broadsheet: 1\ntitle: Bridges\nlanguage: en\nlevel: Grade 9\n"
        "summary: Who pays for a bridge.\nintroduction: Read on.\nlessons:\n  - ../bridge.yaml\n"
    )
    known = None
    for words, codes in {
        "((so-called))": [],
        "((so called))": ["unit-lesson-faulty"],
        "((so-called)) ": [],
    }.items():
        lesson.write_text(clean_lesson.replace("((so-called))", words), "utf-8")
        known = opened(text, tmp_path / "units" / "bridges.yaml", TODAY, known)
        assert known is not None
        assert [each.code for each in known.findings] == codes
    assert known is not None
    again = opened(f"{text}# more\n", known.file, TODAY, known)
    assert again is not None
    (now,), (then,) = again.bound.values(), known.bound.values()
    assert now is then, "a lesson that stands is not judged again"


def test_settings_are_read_as_they_are_typed(tmp_path: Path) -> None:
    text = "school: Harbour School\neditions: [standrad]\ndocuments: [workshet]\n"
    found = opened(text, tmp_path / "broadsheet.yaml", TODAY)
    assert found is not None
    assert [(each.code, each.place and each.place.line) for each in found.findings] == [
        ("setting-leads-nowhere", 2),
        ("setting-leads-nowhere", 3),
    ]


def test_a_byte_order_mark_moves_nothing(held: Open, clean_lesson: str) -> None:
    text = clean_lesson.replace("so-called))", "so called))")
    plain, marked = held(text), held(f"\ufeff{text}")
    assert marked.findings == plain.findings
    assert marked.text == plain.text == text
    assert load_text(text, plain.file).lesson == plain.lesson
