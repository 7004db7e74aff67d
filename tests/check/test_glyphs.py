"""Every character of a lesson can be printed, or it is said which can't."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.marked import marked_lines

from broadsheet.check import glyphs, system_faces
from broadsheet.check.system_faces import in_system_faces
from broadsheet.collection.judging import judge
from broadsheet.findings import Finding, Severity
from broadsheet.lesson.load import load
from broadsheet.school.limits import Limits
from broadsheet.theme.coverage import named, uncovered

LESSONS = Path(__file__).parents[1] / "lessons"
FAIR = LESSONS / "near" / "hard-words.yaml"
TODAY = date(2026, 11, 23)
CODES = {rule.code for rule in glyphs.RULES}

HANGUL = "TrueType\tBatang\t20-7e ac00-d7a3"

Machine: TypeAlias = Callable[..., None]
Say: TypeAlias = Callable[..., list[Finding]]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Put a machine with some fonts in this one's place, as its command `fc-list` tells of them."""

    def with_fonts(*lines: str, before: str = "") -> None:
        command = tmp_path / "bin" / "fc-list"
        command.parent.mkdir()
        told = "".join(f"printf '%s\\n' '{line}'\n" for line in lines)
        command.write_text(f"#!/bin/sh\n{before}\n{told}", "utf-8")
        command.chmod(0o755)
        monkeypatch.setenv("PATH", str(command.parent))

    return with_fonts


@pytest.fixture
def say(tmp_path: Path) -> Say:
    """What is said of the glyphs of a fair lesson, with each `(old, new)` changed in it."""

    def of(*changes: tuple[str, str]) -> list[Finding]:
        text = FAIR.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (tmp_path / "lesson.yaml").write_text(text, "utf-8")
        return findings(tmp_path / "lesson.yaml")

    return of


def findings(file: Path, limits: Limits | None = None) -> list[Finding]:
    found = judge(load(file), TODAY, limits or Limits()).findings
    return [finding for finding in found if finding.code in CODES]


@pytest.mark.parametrize(
    ("code", "fonts"), [("glyph-missing", []), ("glyph-from-system", ["CFF\tStars\t2600-26ff"])]
)
def test_a_bad_lesson_has_its_one_finding_on_the_line_it_marks(
    machine: Machine, code: str, fonts: list[str]
) -> None:
    machine(*fonts)
    file = LESSONS / "bad" / f"{code}.yaml"

    (finding,) = findings(file)

    assert finding.code == code
    assert finding.place is not None
    assert [finding.place.line] == marked_lines(file)


@pytest.mark.parametrize("code", sorted(CODES))
def test_nothing_is_said_of_a_lesson_that_only_comes_near(machine: Machine, code: str) -> None:
    machine()

    assert findings(LESSONS / "near" / f"{code}.yaml") == []


def test_a_character_without_a_glyph_is_an_error_at_its_own_column(
    machine: Machine, say: Say
) -> None:
    machine(HANGUL)

    (error,) = say(("a warehouse with a fountain.\n", "a ไทย warehouse with a fountain.\n"))

    assert error.severity is Severity.ERROR
    assert error.message.startswith("no font has a glyph for ไ (U+0E44), ท (U+0E17) and ย (U+0E22)")
    assert error.place is not None
    line = FAIR.read_text("utf-8").splitlines()[error.place.line - 1]
    assert error.place.column == line.index("a warehouse") + 3
    assert error.place.end_column == error.place.column + 1


def test_a_character_of_an_installed_font_is_advice_said_once(machine: Machine, say: Say) -> None:
    machine(HANGUL)

    (advice,) = say(("outlet: The Sample Weekly", "outlet: 가나다"), ("Sample Author", "한국"))

    assert advice.severity is Severity.ADVICE
    assert "한 (U+D55C), 국 (U+AD6D), 가 (U+AC00), 나 (U+B098) and 다 (U+B2E4)" in advice.message


@pytest.mark.parametrize(("author", "told"), [("한국", True), ("★", False)])
def test_letters_that_no_field_of_a_form_shows_are_told(
    machine: Machine, say: Say, author: str, told: bool
) -> None:
    machine(HANGUL, "TrueType\tSigns\t2605")

    (advice,) = say(("Sample Author", author))

    assert ("fields of a fillable sheet" in advice.hint) == told


def test_what_is_installed_and_what_is_missing_are_told_apart(machine: Machine, say: Say) -> None:
    machine(HANGUL)

    found = say(("Sample Author", "한국 ไ"))

    assert [(each.code, each.message.count("U+")) for each in found] == [
        ("glyph-from-system", 2),
        ("glyph-missing", 1),
    ]


def test_a_term_of_the_glossary_is_found_at_its_key(machine: Machine, say: Say) -> None:
    machine()

    (error,) = say(("\n  perambulator:", "\n  perambulator ★:"))

    assert error.place is not None
    assert error.place.line == FAIR.read_text("utf-8").splitlines().index("glossary:") + 2


@pytest.mark.parametrize(
    ("characters", "packages"),
    [
        ("한", "fonts-noto-cjk"),
        ("ไ", "fonts-noto-core"),
        ("😀", "fonts-noto-color-emoji"),
        ("𠮷", "fonts-noto-cjk"),
        ("한ไ", "fonts-noto-cjk fonts-noto-core"),
    ],
)
def test_the_hint_names_packages_that_have_the_characters(
    machine: Machine, say: Say, characters: str, packages: str
) -> None:
    machine()

    (error,) = say(("Sample Author", characters))

    assert f"apt-get install {packages})" in error.hint


def test_what_no_font_can_have_is_to_be_left_out(machine: Machine, say: Say) -> None:
    machine()

    (error,) = say(("Sample Author", '"Sample\\u0007Author"'))

    assert "U+0007" in error.message
    assert error.hint.startswith("leave them out")


def test_where_nobody_can_be_asked_nothing_counts_as_installed(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    (error,) = say(("Sample Author", "한국"))

    assert error.code == "glyph-missing"
    assert "apt-get install fontconfig fonts-noto-cjk" in error.hint


@pytest.mark.parametrize("ending", ["exit 3", "sleep 5"])
def test_a_command_that_fails_or_takes_too_long_counts_as_none(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = os.environ["PATH"]
    machine(HANGUL, before=f"PATH='{path}'; {ending}")
    monkeypatch.setattr(system_faces, "SECONDS", 0.5)

    assert in_system_faces("한") is None


def test_the_machine_is_not_asked_where_our_faces_have_every_character(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(_characters: object) -> None:
        raise AssertionError("the machine was asked")

    monkeypatch.setattr(glyphs, "in_system_faces", asked)

    assert say() == []


def test_keys_that_are_not_printed_are_not_judged(machine: Machine, say: Say) -> None:
    machine()
    reason = "ignore:\n  - code: source-not-at-hand\n    because: 沒有\n"

    assert say(("\nglossary:", f"\n{reason}\nglossary:")) == []


def test_nothing_is_said_where_a_school_brings_faces_of_its_own(machine: Machine) -> None:
    machine()

    assert findings(LESSONS / "bad" / "glyph-missing.yaml", Limits(own_faces=True)) == []


@pytest.mark.parametrize(
    "line",
    ["PCF\tFixed\t4e00-9fff", "TrueType\t.LastResort\t0-10ffff", "TrueType\tLatin\t20-7e 80e2"],
)
def test_a_font_that_pango_can_not_set_or_that_has_other_characters_does_not_count(
    machine: Machine, line: str
) -> None:
    machine(line)

    assert in_system_faces("한") == frozenset()


def test_a_run_of_one_character_and_the_ends_of_a_run_count(machine: Machine) -> None:
    machine("TrueType\tFew\t61 63-65", "CFF\tMore\t67")

    assert in_system_faces("abcdefg") == frozenset("acdeg")


def test_joiners_selectors_soft_hyphens_and_blanks_need_no_glyph() -> None:
    assert uncovered("a\u00ad\u00a0\u2009\u3000\u200d\u2066\ufe0f\t\n") == set()
    assert uncovered("\u0007\u2028\u2029\u3164") == {"\u0007", "\u2028", "\u2029", "\u3164"}


@pytest.mark.parametrize(
    ("characters", "names"),
    [
        ("漢", "漢 (U+6F22)"),
        ("漢字", "漢 (U+6F22) and 字 (U+5B57)"),
        ("\u093f", "◌\u093f (U+093F)"),
        (
            "一二三四五六七",
            "一 (U+4E00), 二 (U+4E8C), 三 (U+4E09), 四 (U+56DB), 五 (U+4E94) and 2 more",
        ),
    ],
)
def test_characters_are_named_by_sign_and_code_point_five_at_most(
    characters: str, names: str
) -> None:
    assert named(list(characters)) == names
