"""`broadsheet new`: a lesson to start from, and nothing of an author's written over."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from broadsheet.describe import starter
from broadsheet.describe.schema import schema_text
from broadsheet.describe.starter.skeleton import languages

Run = Callable[..., Result]


def everything_in(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_a_new_lesson_comes_with_its_source_and_the_schema(run: Run, tmp_path: Path) -> None:
    result = run("new", "my-lesson")
    assert result.exit_code == 0
    assert everything_in(tmp_path) == [
        "my-lesson.yaml",
        "schema/lesson.schema.json",
        "sources/my-lesson.txt",
    ]
    assert (tmp_path / "schema" / "lesson.schema.json").read_text("utf-8") == schema_text()


def test_it_says_what_it_wrote_and_what_to_do_next(run: Run) -> None:
    assert run("new", "my-lesson").output.splitlines() == [
        "wrote my-lesson.yaml",
        "wrote sources/my-lesson.txt",
        "wrote schema/lesson.schema.json",
        "next: broadsheet check my-lesson.yaml",
    ]


def test_a_new_lesson_is_checked_and_built_at_once(run: Run, tmp_path: Path) -> None:
    run("new", "my-lesson")
    checked = run("check", "my-lesson.yaml")
    assert checked.exit_code == 0, checked.output
    assert "warning" not in checked.output
    built = run("build", "my-lesson.yaml")
    assert built.exit_code == 0, built.output
    made = {path.name for path in (tmp_path / "output" / "my-lesson").glob("*.pdf")}
    assert {"my-lesson-worksheet-a4.pdf", "my-lesson-teacher-notes-a4.pdf"} <= made


@pytest.mark.parametrize(
    ("asked", "written", "title"),
    [
        ("es", "es", "¿Debe abrir la biblioteca los domingos?"),
        ("es-MX", "es-MX", "¿Debe abrir la biblioteca los domingos?"),
        ("ZH-HANS", "zh-Hans", "图书馆星期天该不该开门？"),
        ("zh-TW", "zh-TW", "圖書館星期天該不該開門？"),
    ],
)
def test_a_lesson_is_begun_in_the_language_that_is_asked_for(
    run: Run, tmp_path: Path, asked: str, written: str, title: str
) -> None:
    assert run("new", "my-lesson", "--language", asked).exit_code == 0
    text = (tmp_path / "my-lesson.yaml").read_text("utf-8")
    assert re.search(rf"^language: {written}\b(?!-)", text, re.MULTILINE)
    assert f"title: {title}\n" in text


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("Spanish", "did you mean es?"),
        ("Español", "did you mean es?"),
        ("zh_TW", "did you mean zh-Hant?"),
        ("frr", "did you mean fr?"),
        ("pt", "there are starters in ar, de, en, es, fr, he, uk, zh-Hans, zh-Hant"),
        ("", "there are starters in ar, de, en, es, fr, he, uk, zh-Hans, zh-Hant"),
    ],
)
def test_a_language_without_a_starter_is_refused(
    run: Run, tmp_path: Path, asked: str, hint: str
) -> None:
    result = run("new", "my-lesson", "--language", asked)
    assert result.exit_code == 2
    assert hint in " ".join(result.output.split())
    assert everything_in(tmp_path) == []


def test_lessons_begun_in_every_language_are_built_at_once(run: Run, tmp_path: Path) -> None:
    begun = [
        (f"{language.lower()}{'-pair' if pair else ''}", language, pair)
        for language in languages()
        for pair in ((), ("--pair",))
    ]
    for slug, language, pair in begun:
        run("new", slug, "--language", language, *pair)
    built = run("build", *(f"{slug}.yaml" for slug, *_ in begun), "--document", "worksheet")
    assert built.exit_code == 0, built.output
    for slug, *_ in begun:
        assert (tmp_path / "output" / slug / f"{slug}-worksheet-a4.pdf").is_file()


def test_a_folder_that_is_not_there_yet_is_made(run: Run, tmp_path: Path) -> None:
    result = run("new", "my-lesson", "--folder", "lessons/spring")
    assert result.exit_code == 0
    assert (tmp_path / "lessons" / "spring" / "my-lesson.yaml").is_file()
    assert "next: broadsheet check lessons/spring/my-lesson.yaml" in result.output


def test_two_lessons_share_a_folder(run: Run, tmp_path: Path) -> None:
    assert run("new", "one").exit_code == 0
    assert run("new", "two").exit_code == 0
    assert {"one.yaml", "two.yaml"} <= set(everything_in(tmp_path))


@pytest.mark.parametrize("there", ["my-lesson.yaml", "sources/my-lesson.txt"])
def test_a_file_that_is_there_is_left_as_it_is(run: Run, tmp_path: Path, there: str) -> None:
    file = tmp_path / there
    file.parent.mkdir(exist_ok=True)
    file.write_text("my own words", "utf-8")
    result = run("new", "my-lesson")
    assert result.exit_code == 2
    assert f"{there} is already there, and is left as it is" in result.output
    assert file.read_text("utf-8") == "my own words"
    assert everything_in(tmp_path) == [there]


def test_a_schema_of_an_older_release_is_replaced(run: Run, tmp_path: Path) -> None:
    run("new", "one")
    schema = tmp_path / "schema" / "lesson.schema.json"
    schema.write_text('{"title": "Broadsheet lesson"}', "utf-8")
    run("new", "two")
    assert schema.read_text("utf-8") == schema_text()


def test_a_schema_of_somebody_elses_is_left(run: Run, tmp_path: Path) -> None:
    schema = tmp_path / "schema" / "lesson.schema.json"
    schema.parent.mkdir()
    schema.write_text('{"title": "Lessons of our school"}', "utf-8")
    result = run("new", "one")

    assert result.exit_code == 2
    assert "schema/lesson.schema.json is already there" in result.output
    assert schema.read_text("utf-8") == '{"title": "Lessons of our school"}'
    assert not (tmp_path / "one.yaml").exists()


@pytest.mark.parametrize(
    "slug",
    ["My Lesson", "my_lesson", "../my-lesson", "my-lesson.yaml", "-my", "my--lesson", "é", ""],
)
def test_a_name_that_would_make_bad_paths_is_refused(run: Run, tmp_path: Path, slug: str) -> None:
    result = run("new", "--", slug)
    assert result.exit_code == 2
    assert "use small letters, digits and hyphens, as in my-lesson" in result.output
    assert everything_in(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(target: Path, _data: bytes) -> None:
        # Root may write everywhere, so the refusal is played rather than provoked.
        raise PermissionError(errno.EACCES, "Permission denied", str(target))

    monkeypatch.setattr(starter, "write_whole", locked)
    result = run("new", "my-lesson", "--folder", "locked")
    assert result.exit_code == 2
    assert "locked/my-lesson.yaml can't be written: permission denied" in result.output


def test_a_file_in_the_place_of_a_folder_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sources").write_text("my own words", "utf-8")
    result = run("new", "my-lesson")
    assert result.exit_code == 2
    assert "sources is a file, where a folder is needed" in result.output
    assert (tmp_path / "sources").read_text("utf-8") == "my own words"
    assert not (tmp_path / "my-lesson.yaml").exists()
