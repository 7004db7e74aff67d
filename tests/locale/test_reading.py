"""A locale is one file: ours or a theme's is read alike, and held against the English one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.conftest import WHOLE_TEXT
from tests.render.on_page import words_of

from broadsheet.collection.read import read_collection
from broadsheet.data import PACKAGE
from broadsheet.findings import Finding, Severity
from broadsheet.locale import look_up
from broadsheet.locale.labels import labels_for
from broadsheet.locale.look_up import faults_of_locales, file_for, locale_files
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.theme import Theme

TODAY = date(2026, 11, 23)
ENGLISH = (PACKAGE / "locale" / "en.yaml").read_text("utf-8")
PORTUGUESE = re.sub(r"newer: .*\n", "", ENGLISH.replace("name: English", "name: português"))

School: TypeAlias = Callable[..., Path]


@pytest.fixture
def school(tmp_path: Path, clean_lesson: str) -> School:
    """Make a school whose theme brings a locale; the lesson's file is given back."""

    def make(locale: str, name: str = "pt.yaml", language: str = "pt") -> Path:
        lesson = tmp_path / "lessons" / "bridge.yaml"
        (lesson.parent / "sources").mkdir(parents=True, exist_ok=True)
        (lesson.parent / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
        lesson.write_text(clean_lesson.replace("language: en", f"language: {language}"), "utf-8")
        (tmp_path / "broadsheet.yaml").write_text("theme: look\n", "utf-8")
        (tmp_path / "look" / "locale").mkdir(parents=True, exist_ok=True)
        (tmp_path / "look" / "locale" / name).write_text(locale, "utf-8")
        return lesson

    return make


def told(lesson: Path) -> list[Finding]:
    """What checking says of the locales."""
    found = read_collection([lesson], TODAY).findings
    return [finding for finding in found if finding.file.parent.name == "locale"]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def changed(old: str, new: str) -> str:
    assert PORTUGUESE.count(old) == 1
    return PORTUGUESE.replace(old, new)


FAULTS = {
    "missing phrase": ("  unsigned: unsigned\n", "", "locale-phrase-missing", "phrases:"),
    "unknown phrase": (
        "  unsigned: unsigned",
        "  unsigned: unsigned\n  unsinged: x",
        "locale-name-unknown",
        "  unsinged",
    ),
    "unclosed brace": ("line {first}", "linha {first", "locale-braces", "  line:"),
    "stray brace": ("line {first}", "linha {first}}", "locale-braces", "  line:"),
    "renamed brace": ("line {first}", "linha {primeira}", "locale-braces", "  line:"),
    "lost brace": ("line {first}", "linha", "locale-braces", "  line:"),
    "numbered brace": ("line {first}", "linha {0}", "locale-braces", "  line:"),
    "empty brace": ("line: line {first}", 'line: "linha {}"', "locale-braces", "  line:"),
    "brace that reaches into a value": (
        "line {first}",
        "linha {first.__class__}",
        "locale-braces",
        "  line:",
    ),
    "brace with a format": ("line {first}", '"linha {first:>9}"', "locale-braces", "  line:"),
    "brace in words that have none": (
        "unsigned: unsigned",
        'unsigned: "{x}"',
        "locale-braces",
        "  unsigned:",
    ),
    "plural without other": (
        'minutes: {one: "{n} minute", other: "{n} minutes"}',
        'minutes: {one: "{n} minuto"}',
        "locale-plural",
        "  minutes:",
    ),
    "plural form of another language": (
        'minutes: {one: "{n} minute", other',
        'minutes: {one: "{n} minute", few: "{n} minutos", other',
        "locale-plural",
        "  minutes:",
    ),
    "plural of words without a number": (
        "unsigned: unsigned",
        "unsigned: {other: sem}",
        "locale-plural",
        "  unsigned:",
    ),
    "brace in a form": (
        'minutes: {one: "{n} minute", other',
        'minutes: {one: "{m} minute", other',
        "locale-braces",
        "  minutes:",
    ),
    "colon that makes a mapping": (
        'reason: "Because:"',
        "reason:\n    Porque: sim",
        "wrong-kind",
        "  reason:",
    ),
    "colon within a line": (
        'reason: "Because:"',
        "reason: Porque: sim",
        "yaml-syntax",
        "  reason:",
    ),
    "list for words": ("unsigned: unsigned", "unsigned: [a, b]", "wrong-kind", "  unsigned:"),
    "list in a form": (
        'minutes: {one: "{n} minute", other',
        "minutes: {one: [a], other",
        "wrong-kind",
        "  minutes:",
    ),
    "nothing for words": ("unsigned: unsigned", "unsigned:", "empty-value", "  unsigned:"),
    "phrase that stands twice": (
        "  unsigned: unsigned",
        "  unsigned: unsigned\n  unsigned: again",
        "duplicate-key",
        "  unsigned: again",
    ),
    "direction": ("direction: ltr", "direction: left", "wrong-kind", "direction:"),
    "three marks": ('["“", "”", "‘", "’"]', '["“", "”", "‘"]', "wrong-kind", "quotes:"),
    "unknown key": ("direction: ltr", "direction: ltr\ncoma: x", "unknown-key", "coma:"),
    "name that is lacking": ("name: português\n", "", "missing-key", "# The words"),
    "edition that is not there": ("  core: core", "  coer: core", "locale-name-unknown", "  coer"),
    "letter of two lenses": (
        "letter_framing: F",
        "letter_framing: E",
        "locale-letters",
        "  letter_framing: E",
    ),
    "two letters": (
        "letter_framing: F",
        "letter_framing: Fr",
        "locale-letters",
        "  letter_framing: Fr",
    ),
}


@pytest.mark.parametrize(("old", "new", "code", "at"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_a_finding_at_its_line_and_nothing_is_printed_with_it(
    school: School, old: str, new: str, code: str, at: str, tmp_path: Path
) -> None:
    locale = changed(old, new)
    lesson = school(locale)
    findings = told(lesson)

    assert {finding.code for finding in findings} == {code}
    place = findings[0].place
    assert place is not None
    assert abs(place.line - line_of(locale, at)) <= (0 if code != "missing-key" else 3)
    if findings[0].severity is Severity.ERROR:
        report = build(Request(files=(lesson,), output=tmp_path / "out", today=TODAY))
        assert report.written == ()
        assert code in {finding.code for finding in report.findings}


def test_a_locale_of_the_theme_is_read_like_ours(school: School, tmp_path: Path) -> None:
    lesson = school(
        changed("worksheet: Worksheet", "worksheet: Ficha de leitura"), language="pt-BR"
    )
    report = build(Request(files=(lesson,), output=tmp_path / "out", today=TODAY))

    assert [f for f in report.findings if f.severity is Severity.ERROR] == []
    sheet = next(file for file in report.written if "worksheet" in file.name)
    assert "Ficha" in {word.text for word in words_of(sheet)}


def test_a_locale_of_the_theme_stands_before_ours_however_it_is_spelt(school: School) -> None:
    lesson = school(PORTUGUESE, name="ZH-hant.yaml")
    theme = Theme.over(lesson.parents[1] / "look")

    assert file_for("zh-TW", theme) == lesson.parents[1] / "look" / "locale" / "ZH-hant.yaml"


def test_a_locale_names_editions(school: School) -> None:
    lesson = school(changed("large-print: large print", "large-print: letras grandes"))
    theme = Theme.over(lesson.parents[1] / "look")

    assert labels_for("pt", theme).editions["large-print"] == "letras grandes"


def test_a_faulty_locale_leaves_lessons_in_other_languages_alone(
    school: School, tmp_path: Path
) -> None:
    lesson = school("phrases: []\n", language="en")
    report = build(Request(files=(lesson,), output=tmp_path / "out", today=TODAY))

    assert [finding.file.name for finding in report.findings if finding.code == "wrong-kind"]
    assert len(report.written) == 2


def test_a_file_that_no_language_is_named_after_is_told(school: School) -> None:
    (finding,) = told(school(PORTUGUESE, name="portuguese-of-brazil.yaml", language="en"))

    assert finding.code == "locale-name-unknown"


def test_a_link_in_the_place_of_a_locale_is_not_followed(school: School, tmp_path: Path) -> None:
    lesson = school(PORTUGUESE)
    file = tmp_path / "look" / "locale" / "pt.yaml"
    file.rename(tmp_path / "pt.yaml")
    file.symlink_to(tmp_path / "pt.yaml")

    (finding,) = told(lesson)
    assert finding.code == "unreadable-file"


def test_a_form_that_is_lacking_is_advice_since_another_serves(school: School) -> None:
    hebrew = PORTUGUESE.replace("direction: ltr", "direction: rtl")
    findings = told(school(hebrew, name="he.yaml", language="he"))

    assert {(each.code, each.severity) for each in findings} == {
        ("locale-forms-missing", Severity.ADVICE)
    }


def test_a_phrase_that_came_later_is_printed_in_english_and_a_warning(
    school: School,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    english = tmp_path / "en.yaml"
    later = ENGLISH.replace("newer: [", "newer: [greeting, ", 1)
    later = later.replace("phrases:\n", "phrases:\n  greeting: Hello\n", 1)
    english.write_text(later, "utf-8")
    monkeypatch.setattr(look_up, "ENGLISH", english)
    read = look_up._read  # noqa: SLF001 - it keeps what it read before
    read.cache_clear()
    request.addfinalizer(read.cache_clear)
    lesson = school(PORTUGUESE)

    assert {(each.code, each.severity) for each in told(lesson)} == {
        ("locale-phrase-newer", Severity.WARNING)
    }
    assert labels_for("pt", Theme.over(tmp_path / "look")).say("greeting") == "Hello"


FIRST = Path(__file__).with_name("phrases-of-the-first-locales.txt").read_text("utf-8").split()


def test_a_locale_that_was_whole_once_still_prints() -> None:
    """A phrase that is added is listed under `newer` in en.yaml, or schools' own files break."""
    theme = Theme()
    english, _ = look_up.read_locale(look_up.ENGLISH, theme.editions)
    assert english is not None
    assert set(english.phrases) - set(FIRST) <= set(english.words.newer)
    assert set(english.words.newer) <= set(english.phrases)


@pytest.mark.parametrize("language", sorted(locale_files(Theme())))
def test_nothing_is_said_of_a_locale_that_ships(language: str) -> None:
    file = locale_files(Theme())[language]

    assert list(faults_of_locales([], [file])) == []


def test_the_letters_of_choices_are_those_of_the_theme(school: School) -> None:
    own = changed("direction: ltr", "direction: ltr\nletters: [q, w, e, r, t, z, u, i]")
    lesson = school(own, name="en.yaml", language="en")
    text = lesson.read_text("utf-8").replace(
        "      answer: It casts doubt on the experts.",
        "      choices: [doubt, praise]\n      answer: A. It casts doubt on the experts.",
    )
    lesson.write_text(text, "utf-8")

    found = read_collection([lesson], TODAY).findings
    (finding,) = (finding for finding in found if finding.code == "choice-missing")
    assert "q, w" in finding.message
