"""An edited Word file is held against its lesson: what is quoted is proved again."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.once import once
from tests.printed import ROOT, TODAY

from broadsheet.findings import Finding
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.recipes.check_word import check_word
from broadsheet.school.paper import Paper

LESSON = ROOT / "lessons" / "santa-claus-1897.yaml"
WORKSHEET = "santa-claus-1897-worksheet-a4.docx"


def _make(folder: Path) -> None:
    editions = ["standard", "large-print"]
    build(Request([LESSON], folder, TODAY, [Paper.A4], editions, (), ["docx"]))
    made = folder / LESSON.stem
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", "saved"]
    subprocess.run(
        [*command, *made.glob("*.docx")],
        cwd=folder,
        env=os.environ | {"HOME": str(folder)},
        check=True,
        capture_output=True,
        timeout=300,
    )


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a lesson's Word files, and of the same as LibreOffice has saved them."""
    return once(tmp_path_factory, "edited", _make)


def edited(file: Path, target: Path, change: Callable[[str], str]) -> Path:
    """The same file with its text changed."""
    with ZipFile(file) as before, ZipFile(target, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                text = change(data.decode())
                assert text != data.decode()
                data = text.encode()
            after.writestr(name, data)
    return target


def checked(*files: Path) -> list[Finding]:
    return check_word(files, [LESSON.parent], TODAY)


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in findings]


@pytest.fixture
def change(made: Path, tmp_path: Path) -> Callable[[str, str], list[tuple[str, str]]]:
    """Change words of the worksheet, and check it."""

    def of(before: str, now: str) -> list[tuple[str, str]]:
        target = tmp_path / WORKSHEET
        edited(made / LESSON.stem / WORKSHEET, target, lambda text: text.replace(before, now, 1))
        return said(checked(target))

    return of


def test_what_nobody_has_edited_has_no_finding(made: Path) -> None:
    assert checked(*(made / LESSON.stem).glob("*.docx")) == []


def test_what_libre_office_has_saved_anew_has_no_finding(made: Path) -> None:
    files = list((made / "saved").glob("*.docx"))
    assert len(files) == 3
    assert checked(*files) == []


def test_a_changed_word_of_the_text_is_an_error_at_its_line(
    change: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    assert change("there is a Santa Claus", "there was a Santa Claus") == [
        ("word-excerpt-changed", "line 3: “was” is no longer what the source says")
    ]


def test_a_word_taken_out_of_the_text_and_one_added_are_errors(
    change: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    assert change("there is a Santa Claus", "there is a dear Santa") == [
        ("word-excerpt-changed", "line 3: “dear Santa” is no longer what the source says")
    ]


def test_a_quotation_that_the_text_does_not_have_is_an_error(
    change: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    found = change("“your little friends are wrong”", "“your friends are wrong”")
    assert [code for code, _ in found] == ["word-quotation-changed"]
    assert "“your friends are wrong” is not in the text" in found[0][1]


def test_a_question_asked_otherwise_is_advice(
    change: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    (found,) = change(">A question of my own:", ">A question of yours:")
    assert found[0] == "word-words-changed"
    assert found[1].endswith(": “my own” is now “yours”")


def test_words_in_new_quotation_marks_that_no_text_has_are_warned_of(
    change: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    found = change(">A question of my own:", ">What does “nobody believes in fairies” mean?")
    assert ("word-quotation-unproved") in [code for code, _ in found]


def test_a_table_that_was_deleted_is_told(made: Path, tmp_path: Path) -> None:
    def without_last_table(text: str) -> str:
        begin = text.rindex("<w:tbl>")
        return text[:begin] + text[text.rindex("</w:tbl>") + len("</w:tbl>") :]

    target = tmp_path / WORKSHEET
    edited(made / LESSON.stem / WORKSHEET, target, without_last_table)
    findings = checked(target)
    assert {each.code for each in findings} == {"word-words-changed"}
    assert any("was taken out" in each.message for each in findings)


def test_a_file_without_styles_places_and_properties_is_known_by_its_name(
    made: Path, tmp_path: Path
) -> None:
    """As Google Docs exports one."""
    target = tmp_path / "santa-claus-1897-worksheet-a4 (2).docx"
    with ZipFile(made / LESSON.stem / WORKSHEET) as before, ZipFile(target, "w") as after:
        text = before.read("word/document.xml").decode()
        text = re.sub(r"<w:(bookmark\w+|pStyle|rStyle) [^>]*/>", "", text)
        after.writestr("word/document.xml", text.replace("there is a Santa", "there was a Santa"))
    assert said(checked(target)) == [
        ("word-excerpt-changed", "line 3: “was” is no longer what the source says")
    ]


def test_tracked_changes_are_told_and_proved(made: Path, tmp_path: Path) -> None:
    def tracked(text: str) -> str:
        run = re.search(r"<w:r>(?:(?!</w:r>).)*there is a Santa Claus(?:(?!</w:r>).)*</w:r>", text)
        assert run
        gone = re.sub(r"(?<=[</])w:t(?=[ >])", "w:delText", run[0])
        return text.replace(run[0], f'<w:del w:id="900" w:author="A">{gone}</w:del>', 1)

    target = tmp_path / WORKSHEET
    edited(made / LESSON.stem / WORKSHEET, target, tracked)
    codes = [each.code for each in checked(target)]
    assert codes[0] == "word-read-as-data"
    assert "word-excerpt-changed" in codes


def test_a_file_whose_lesson_is_not_here_says_so(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    target = tmp_path / WORKSHEET
    target.write_bytes((made / LESSON.stem / WORKSHEET).read_bytes())
    elsewhere = tmp_path / "empty"
    elsewhere.mkdir()
    (found,) = check_word([target], [elsewhere], TODAY)
    assert found.code == "word-lesson-missing"
    assert "santa-claus-1897" in found.message
    assert "--lesson" in found.hint


def test_a_lesson_that_is_named_is_taken(made: Path) -> None:
    assert check_word([made / LESSON.stem / WORKSHEET], [], TODAY, LESSON) == []


def test_something_else_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "notes.docx"
    file.write_text("words", "utf-8")
    (found,) = checked(file)
    assert (found.code, found.message) == (
        "not-a-word-file",
        "is no file of Word's, or is broken off",
    )
