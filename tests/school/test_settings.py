"""A school's settings: `broadsheet.yaml` beside the lessons' folder, or in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pikepdf
import pytest
from click.testing import CliRunner, Result
from tests.conftest import WHOLE_TEXT

from broadsheet.cli.main import main
from broadsheet.collection.read import judge_collection
from broadsheet.findings import Finding
from broadsheet.lesson.load import load
from broadsheet.making.report import Report
from broadsheet.orders.composing import manuscript_of
from broadsheet.orders.good import GoodLesson
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.html.templates import to_html
from broadsheet.render.manuscript import Manuscript
from broadsheet.school.lookup import settings_file
from broadsheet.school.named import hint_at
from broadsheet.school.paper import Paper
from broadsheet.school.settings import LimitSettings, Settings, read_settings
from broadsheet.theme import STANDARD, Theme
from broadsheet.theme.look import look_of

LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>Anchor</title>
<path d="M5 1v8M2 6q3 4 6 0" fill="none" stroke="black"/></svg>
"""
TODAY = date(2026, 11, 23)

Settle: TypeAlias = Callable[..., Path]


@pytest.fixture
def lesson(tmp_path: Path, clean_lesson: str) -> Path:
    """A lesson in a folder of its own, with its source's text."""
    file = tmp_path / "lessons" / "bridge.yaml"
    (file.parent / "sources").mkdir(parents=True)
    (file.parent / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    file.write_text(clean_lesson, "utf-8")
    return file


@pytest.fixture
def settle(tmp_path: Path) -> Settle:
    """Write settings beside the lessons' folder, or elsewhere; there is a logo for them."""

    def write(text: str, folder: Path = tmp_path) -> Path:
        folder.mkdir(exist_ok=True)
        (folder / "logo.svg").write_text(LOGO, "utf-8")
        file = folder / "broadsheet.yaml"
        file.write_text(text, "utf-8")
        return file

    return write


def names(lesson: Path, **asked: object) -> list[str]:
    """The documents that a build would make, by name."""
    school, findings = read_settings(settings_file(lesson))
    assert findings == []
    request = Request([lesson], Path("output"), TODAY, **asked)  # type: ignore[arg-type]
    wanted, faults = orders([GoodLesson(load(lesson), school)], request)
    assert faults == []
    return sorted(order.target.stem.removeprefix("bridge-") for order in wanted)


def html_of(lesson: Path) -> str:
    """The worksheet as it goes into layout."""
    school, findings = read_settings(settings_file(lesson))
    assert findings == []
    wanted, _ = orders([GoodLesson(load(lesson), school)], Request([lesson], Path("output"), TODAY))
    worksheet = next(order for order in wanted if order.edition)
    sent = manuscript_of(worksheet, look_of)
    assert isinstance(sent, Manuscript)
    return to_html(sent.document, sent.look)


def faults(file: Path) -> list[tuple[int, int, str, str]]:
    """What is wrong with settings: line, column, code and message."""
    return [place(finding) for finding in read_settings(file)[1]]


def place(finding: Finding) -> tuple[int, int, str, str]:
    assert finding.place is not None
    return finding.place.line, finding.place.column, finding.code, finding.message


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def made(lesson: Path) -> Report:
    return build(Request([lesson], lesson.parent.parent / "output", TODAY))


def test_without_settings_the_standard_sheet_and_the_notes_are_made_for_a4(lesson: Path) -> None:
    assert names(lesson) == ["teacher-notes-a4", "worksheet-a4"]


def test_settings_in_the_lessons_folder_come_before_those_beside_it(
    lesson: Path, settle: Settle
) -> None:
    beside = settle("paper: letter\n")
    assert settings_file(lesson) == beside
    within = settle("paper: a4\n", lesson.parent)
    assert settings_file(lesson) == within


def test_settings_further_up_hold_and_the_nearest_wins(
    lesson: Path, settle: Settle, tmp_path: Path
) -> None:
    top = settle("paper: letter\n", tmp_path)
    deeper = lesson.parent / "year-9" / "spring" / "bridge.yaml"
    deeper.parent.mkdir(parents=True)
    lesson.rename(deeper)
    assert settings_file(deeper) == top
    nearer = settle("paper: a4\n", lesson.parent)
    assert settings_file(deeper) == nearer


@pytest.mark.parametrize("mark", [".git", ".hg", ".svn"])
def test_settings_above_the_repository_do_not_hold(
    lesson: Path, settle: Settle, tmp_path: Path, mark: str
) -> None:
    settle("paper: letter\n", tmp_path)
    (lesson.parent / mark).mkdir()
    assert settings_file(lesson) is None
    within = settle("paper: a4\n", lesson.parent)
    assert settings_file(lesson) == within


def test_settings_above_the_home_folder_do_not_hold(
    lesson: Path, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle("paper: letter\n", tmp_path)
    monkeypatch.setenv("HOME", str(lesson.parent))
    assert settings_file(lesson) is None
    at_home = settle("paper: a4\n", lesson.parent)
    assert settings_file(lesson) == at_home


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folders")
def test_settings_that_anybody_may_have_put_above_do_not_hold(
    lesson: Path, settle: Settle, tmp_path: Path
) -> None:
    settle("paper: letter\n", tmp_path)
    tmp_path.chmod(0o1777)
    assert settings_file(lesson) is None
    tmp_path.chmod(0o0777)  # a share that knows no owners
    assert settings_file(lesson) is not None


@pytest.mark.parametrize(
    "name", ["broadsheet.yml", ".broadsheet.yaml", "Broadsheet.YAML", "broadsheet.yaml.txt"]
)
def test_settings_by_another_name_are_answered_with_the_right_one(
    lesson: Path, settle: Settle, tmp_path: Path, name: str
) -> None:
    settle("paper: letter\n").rename(tmp_path / name)
    result = run("check", lesson.parent)
    assert result.exit_code == 1
    assert f"{name}: error settings are read from broadsheet.yaml alone" in result.output
    assert "hint: rename it to broadsheet.yaml" in result.output
    assert "1 lesson checked: 1 error" in result.output
    report = made(lesson)
    assert report.written == ()


def test_settings_of_both_names_hold_by_the_right_one(
    lesson: Path, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "broadsheet.yml").write_text("paper: a4\n", "utf-8")
    right = settle("paper: letter\n")
    assert settings_file(lesson) == right


def test_the_summary_names_the_settings_that_hold(
    lesson: Path, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle("paper: letter\n")
    monkeypatch.chdir(tmp_path)
    assert lesson.is_file()
    assert run("check", "lessons").output.endswith("; settings: broadsheet.yaml\n")
    assert run("build", "lessons").output.endswith("; settings: broadsheet.yaml\n")


def test_settings_that_are_named_are_checked_as_settings(
    settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = settle("papre: letter\n")
    monkeypatch.chdir(file.parent)
    result = run("check", "broadsheet.yaml")
    assert result.exit_code == 1
    assert "broadsheet.yaml:1:1: error `papre` is not a key [unknown-key]" in result.output
    assert "0 lessons checked: 1 error" in result.output


def test_fixing_leaves_settings_alone(settle: Settle) -> None:
    file = settle("sources: x\nminute: 4\n")
    before = file.read_bytes()
    run("check", file, "--fix")
    assert file.read_bytes() == before


def test_settings_are_not_taken_for_a_lesson(lesson: Path, settle: Settle) -> None:
    settle("school: Harbour School\n", lesson.parent)
    assert "1 lesson checked" in run("check", lesson.parent).output


def test_paper_and_editions_are_one_or_several(lesson: Path, settle: Settle) -> None:
    settle("paper: letter\neditions: core\n")
    assert names(lesson) == ["teacher-notes-letter", "worksheet-core-letter"]
    settle("paper: [a4, letter]\neditions: [standard, large-print]\n")
    assert names(lesson) == [
        "teacher-notes-a4",
        "teacher-notes-letter",
        "worksheet-a4",
        "worksheet-large-print-a4",
        "worksheet-large-print-letter",
        "worksheet-letter",
    ]


def test_all_stands_for_every_edition(lesson: Path, settle: Settle) -> None:
    settle("editions: all\n")
    others = (name for name in Theme().editions if name != STANDARD)
    sheets = ["worksheet-a4", *(f"worksheet-{name}-a4" for name in others)]
    assert names(lesson) == ["teacher-notes-a4", *sorted(sheets)]


def test_options_win_over_settings(lesson: Path, settle: Settle) -> None:
    settle("paper: letter\neditions: core\n")
    asked = names(lesson, papers=[Paper.A4], editions=["supported"])
    assert asked == ["teacher-notes-a4", "worksheet-supported-a4"]


def test_name_words_and_logo_stand_at_the_head(lesson: Path, settle: Settle) -> None:
    settle("school: Harbour & Hill School\nheader: History\nlogo: logo.svg\n")
    html = html_of(lesson)
    assert "<b>Harbour &amp; Hill School</b> · History" in html
    assert 'src="https://school.invalid/logo.svg" alt="Harbour &amp; Hill School"' in html


def test_without_name_words_or_logo_there_is_no_head(lesson: Path, settle: Settle) -> None:
    settle("paper: a4\n")
    assert 'class="head"' not in html_of(lesson)


def test_the_logo_is_drawn_and_described(lesson: Path, settle: Settle, tmp_path: Path) -> None:
    from PIL import Image

    settle("school: Harbour School\nlogo: images/logo.png\n")
    (tmp_path / "images").mkdir()
    Image.new("1", (40, 40)).save(tmp_path / "images" / "logo.png")
    worksheet = next(path for path in made(lesson).written if "worksheet" in path.name)
    listed = subprocess.run(
        ["pdfimages", "-list", str(worksheet)], capture_output=True, check=True, text=True
    ).stdout
    assert len(listed.splitlines()) == 3
    with pikepdf.open(worksheet) as pdf:
        described = [
            str(item["/Alt"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
    assert described == ["Harbour School"]


def test_a_logo_whose_path_goes_a_roundabout_way_is_shown_in_every_format(
    lesson: Path, settle: Settle, tmp_path: Path
) -> None:
    settle("school: Harbour School\nlogo: ./logo.svg\nformats: [pdf, html, epub, docx]\n")
    request = Request([lesson], tmp_path / "output", TODAY, documents=["worksheet"])
    assert [file.suffix for file in build(request).written] == [".docx", ".pdf", ".epub", ".html"]


def test_a_logo_cannot_bring_other_files_along(
    lesson: Path, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "secret.svg").write_text(LOGO, "utf-8")
    file = settle("school: Harbour School\nlogo: logo.svg\n")
    reaching = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>'
    (file.parent / "logo.svg").write_text(reaching, "utf-8")
    report = made(lesson)
    assert not any("worksheet" in path.name for path in report.written)
    assert any("file:///etc/hostname" in finding.message for finding in report.findings)


def test_a_regional_form_is_used_for_lessons_in_its_language_alone(
    lesson: Path, settle: Settle
) -> None:
    assert "8 March 1924" in html_of(lesson)
    settle("language: en-US\n")
    assert "March 8, 1924" in html_of(lesson)
    settle("language: fr-CA\n")
    assert "8 March 1924" in html_of(lesson)


def test_limits_of_checks_are_the_schools(lesson: Path, settle: Settle) -> None:
    protected = lesson.read_text("utf-8").replace("  public_domain: yes\n", "")
    lesson.write_text(protected, "utf-8")
    assert "long-excerpt-in-copyright" in run("check", lesson).output
    settle("limits: {copyright_percent: 100}\n")
    assert "long-excerpt-in-copyright" not in run("check", lesson).output


@pytest.mark.parametrize("chosen", ["[1, 99]", "{LESSON: [99]}"])
def test_a_question_that_settings_choose_and_a_lesson_lacks_is_found_by_checking(
    lesson: Path, settle: Settle, chosen: str
) -> None:
    settle(f"questions: {chosen.replace('LESSON', lesson.stem)}\n")
    found = judge_collection([lesson], TODAY)

    assert [each.message for each in found.findings if each.severity == "error"] == [
        "the lesson has no question 99"
    ]
    assert found.faulty == {lesson}


def test_questions_that_are_asked_for_win_over_settings_that_choose_one_a_lesson_lacks(
    lesson: Path, settle: Settle, tmp_path: Path
) -> None:
    settle("questions: [1, 99]\n")
    request = Request([lesson], tmp_path / "output", TODAY, documents=["questions"])

    assert build(request).written == ()
    assert len(build(replace(request, questions=[1])).written) == 1


def test_several_names_in_one_are_told_to_be_named_one_by_one() -> None:
    assert "`[pdf, docx]`" in hint_at("pdf,docx", ["pdf", "docx"])


def test_settings_that_set_nothing_are_well(settle: Settle) -> None:
    assert faults(settle("# school: our name here\n\n")) == []
    assert faults(settle("")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("school: H\nlgo: logo.svg\n", (2, 1, "unknown-key", "`lgo` is not a key")),
        ("school: [a, b]\n", (1, 1, "wrong-kind", "`school` takes words, not a list")),
        ("paper: [a4, A3]\n", (1, 13, "wrong-kind", "`paper[2]` takes `a4` or `letter`, not “A3”")),
        (
            "language: plain English\n",
            (1, 11, "wrong-kind", "`language` cannot be “plain English”"),
        ),
        ("limits:\n  copyright_percent: 130\n", (2, 22, "wrong-kind", "at most 100")),
        ("limits:\n  copyright_word: 130\n", (2, 3, "unknown-key", "not a key in `limits`")),
        ("school:\n", (1, 1, "empty-value", "`school` is empty")),
        ("logo: lgoo.svg\n", (1, 7, "setting-leads-nowhere", "the logo lgoo.svg is not there")),
        ("logo: broadsheet.yaml\n", (1, 7, "setting-leads-nowhere", "can't be read as an image")),
        ("logo: ../logo.svg\n", (1, 7, "wrong-kind", "`logo` takes a path inside")),
        ("theme: thmee\n", (1, 8, "setting-leads-nowhere", "there is no folder thmee")),
        ("editions: larg-print\n", (1, 11, "setting-leads-nowhere", "no edition larg-print")),
        (
            "editions:\n  - standard\n  - braille\n",
            (3, 5, "setting-leads-nowhere", "no edition braille"),
        ),
        ("just words\n", (1, 1, "setting-leads-nowhere", "not keys with values")),
        ("school: a: b\n", (1, 10, "yaml-syntax", "a colon followed by a blank")),
    ],
)
def test_a_fault_is_found_at_its_own_place(
    settle: Settle, text: str, expected: tuple[int, int, str, str]
) -> None:
    (fault,) = faults(settle(text))
    assert fault[:3] == expected[:3]
    assert expected[3] in fault[3]


def test_all_faults_of_what_is_named_come_in_one_run(settle: Settle) -> None:
    found = faults(settle("logo: x.svg\ntheme: y\neditions: [z, standard, core, u]\n"))
    assert [line for line, *_ in found] == [2, 1, 3, 3]


def test_a_misspelt_edition_is_told_with_what_it_may_mean(settle: Settle) -> None:
    (finding,) = read_settings(settle("editions: fillabel\n"))[1]
    assert finding.hint == "did you mean fillable?"


def test_a_logo_that_is_a_link_is_refused(settle: Settle, tmp_path: Path) -> None:
    file = settle("logo: link.svg\n")
    (tmp_path / "link.svg").symlink_to(tmp_path / "logo.svg")
    assert [code for _, _, code, _ in faults(file)] == ["setting-leads-nowhere"]


def test_a_file_that_is_no_image_is_no_logo(settle: Settle, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("not an image", "utf-8")
    assert len(faults(settle("logo: logo.png\n"))) == 1


def test_settings_with_errors_stop_their_lessons_and_no_others(
    lesson: Path, settle: Settle, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "deep" / "other.yaml"
    other.parent.mkdir(parents=True)
    other.write_text(lesson.read_text("utf-8"), "utf-8")
    shutil.copytree(lesson.parent / "sources", other.parent / "sources")
    settle("papre: a4\n", lesson.parent)
    report = build(Request([lesson, other], tmp_path / "output", TODAY))
    assert {path.parent.name for path in report.written} == {"other"}
    errors = [finding for finding in report.findings if finding.severity == "error"]
    assert [(finding.file.name, finding.code) for finding in errors] == [
        ("broadsheet.yaml", "unknown-key")
    ]


def test_faults_of_settings_are_told_once_for_all_lessons(lesson: Path, settle: Settle) -> None:
    (lesson.parent / "second.yaml").write_text(lesson.read_text("utf-8"), "utf-8")
    settle("papre: a4\n")
    result = run("check", lesson.parent)
    assert result.exit_code == 1
    assert result.output.count("`papre` is not a key") == 1


def test_an_unknown_edition_on_the_command_line_is_wrong_usage(
    lesson: Path, tmp_path: Path
) -> None:
    result = run("build", lesson, "--edition", "larg-print", "-o", tmp_path / "output")
    assert result.exit_code == 2
    assert "there is no edition larg-print; did you mean large-print" in result.output
    assert not (tmp_path / "output").exists()


def test_an_edition_of_the_schools_own_may_be_asked_for(
    lesson: Path, settle: Settle, tmp_path: Path
) -> None:
    settle("theme: look\n")
    (tmp_path / "look" / "editions").mkdir(parents=True)
    (tmp_path / "look" / "editions" / "wide.yaml").write_text("margin: none\n", "utf-8")
    assert names(lesson, editions=["wide"]) == ["teacher-notes-a4", "worksheet-wide-a4"]
    result = run("build", lesson, "--edition", "wdie", "-o", tmp_path / "output")
    assert result.exit_code == 2
    assert "did you mean wide?" in result.output


GUIDE = (Path(__file__).parents[2] / "docs" / "school.md").read_text("utf-8")


@pytest.mark.parametrize("key", [*Settings.model_fields, *LimitSettings.model_fields])
def test_the_guide_describes_every_setting(key: str) -> None:
    assert f"`{key}`" in GUIDE


def test_the_guides_example_is_without_a_fault(settle: Settle) -> None:
    assert faults(settle(GUIDE.partition("```yaml\n")[2].partition("```")[0])) == []


def test_a_theme_behind_a_link_is_not_looked_into(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "templates").mkdir(parents=True)
    (tmp_path / "school").mkdir()
    (tmp_path / "school" / "look").symlink_to(tmp_path / "elsewhere")
    settings = tmp_path / "school" / "broadsheet.yaml"
    settings.write_text("theme: look\n", "utf-8")
    school, (finding,) = read_settings(settings)

    assert finding.code == "setting-leads-nowhere"
    assert school.theme == Theme()
