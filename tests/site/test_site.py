"""The recipe of a site: what is left out, what is told, and what odd lessons look like on it."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import Load
from tests.site.conftest import CHILDREN, PAIR, TODAY, opened, request_for

from broadsheet.cache.store import Store
from broadsheet.cli.main import main
from broadsheet.locale.labels import labels_for, languages
from broadsheet.orders.good import GoodLesson
from broadsheet.orders.request import Request
from broadsheet.recipes import site as site_recipe
from broadsheet.recipes.refusal import Refusal
from broadsheet.recipes.site import Wish, site
from broadsheet.school.settings import read_settings
from broadsheet.site.composing import lesson_page
from broadsheet.site.values import LessonPage, Site
from broadsheet.site.writing import files_of, size_said


def again(home: Path, wish: Wish, *without: str) -> object:
    """The site of the tests once more: its documents are there, so nothing is built."""
    request = request_for(home / "lessons", home / "cache" / "site")
    left = [file for file in request.files if file.stem not in without]
    return site(replace(request, files=left), wish, store=Store(home / "cache"))


def test_the_same_lessons_give_the_same_bytes_in_another_folder(home: Path, tmp_path: Path) -> None:
    again(home, Wish(tmp_path / "other"))
    first, second = (
        {file.relative_to(of): file.read_bytes() for file in of.rglob("*") if file.is_file()}
        for of in (home / "site", tmp_path / "other")
    )
    assert first
    assert [name for name in first if second.get(name) != first[name]] == []


def test_a_lesson_that_is_gone_is_gone_from_the_site_with_its_files(
    home: Path, tmp_path: Path
) -> None:
    again(home, Wish(tmp_path / "site"))
    again(home, Wish(tmp_path / "site"), PAIR)
    assert not (tmp_path / "site" / "lessons" / PAIR).exists()
    assert PAIR not in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert (tmp_path / "site" / "lessons" / CHILDREN / "index.html").is_file()


def test_a_lesson_with_an_error_is_left_out_and_named(home: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("broadsheet: 1\ntitle: No lesson at all\n", "utf-8")
    request = request_for(home / "lessons", home / "cache" / "site")
    files = [home / "lessons" / f"{CHILDREN}.yaml", bad]
    made = opened(
        site(replace(request, files=files), Wish(tmp_path / "site"), store=Store(home / "cache"))
    )
    assert (made.lessons, made.left_out) == (1, (bad,))
    assert {finding.file for finding in made.report.findings if finding.severity == "error"} == {
        bad
    }
    assert "No lesson at all" not in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_where_every_lesson_has_an_error_the_old_site_stands(home: Path, tmp_path: Path) -> None:
    again(home, Wish(tmp_path / "site"), PAIR)
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: No lesson\n", "utf-8")
    made = opened(site(Request([bad], tmp_path / "made", TODAY), Wish(tmp_path / "site")))
    assert made.lessons == 0
    assert (tmp_path / "site" / "lessons" / CHILDREN / "index.html").is_file()


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (Wish(Path("site"), language="xx"), "no words for a site in xx"),
        (Wish(Path("site"), about=Path("nowhere.md")), "nowhere.md is not there"),
    ],
)
def test_what_can_not_be_is_refused_before_anything_is_built(
    tmp_path: Path, wish: Wish, message: str
) -> None:
    refused = site(Request([tmp_path / "a.yaml"], tmp_path / "made", TODAY), wish)
    assert isinstance(refused, Refusal)
    assert message in refused.message
    assert not (tmp_path / "made").exists()


def test_a_folder_with_a_page_of_somebody_else_is_refused_before_anything_is_built(
    tmp_path: Path,
) -> None:
    (tmp_path / "index.html").write_text("mine")
    refused = site(Request([tmp_path / "a.yaml"], tmp_path / "made", TODAY), Wish(tmp_path))
    assert isinstance(refused, Refusal)
    assert "index.html" in refused.message
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("below", ["site", "a/b/site"])
def test_a_folder_that_can_not_be_made_is_refused_before_anything_is_built(
    tmp_path: Path, below: str
) -> None:
    (tmp_path / "file").write_text("a file")
    wish = Wish(tmp_path / "file" / below)
    refused = site(Request([tmp_path / "a.yaml"], tmp_path / "made", TODAY), wish)
    assert isinstance(refused, Refusal)
    assert "could not be written: " in refused.message
    assert not (tmp_path / "made").exists()


def test_a_folder_below_one_that_may_not_be_written_is_refused_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr(os, "access", lambda path, _: path != kept)  # root may write everywhere
    wish = Wish(kept / "a" / "site")
    refused = site(Request([tmp_path / "a.yaml"], tmp_path / "made", TODAY), wish)
    assert isinstance(refused, Refusal)
    assert "could not be written: " in refused.message
    assert not (tmp_path / "made").exists()


def test_without_what_draws_pages_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_recipe, "find_spec", lambda _: None)
    refused = site(Request([tmp_path / "a.yaml"], tmp_path / "made", TODAY), Wish(tmp_path / "s"))
    assert isinstance(refused, Refusal)
    assert "pip install 'broadsheet[site]'" in refused.hint


def test_the_command_says_what_it_made_and_what_it_left_out(home: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: No lesson\n", "utf-8")
    lessons = [str(home / "lessons" / f"{CHILDREN}.yaml"), str(bad)]
    where = ["--output", str(tmp_path / "site"), "--cache", str(home / "cache")]
    ended = CliRunner().invoke(main, ["site", *lessons, *where])
    assert ended.exit_code == 1
    assert "site/index.html" in ended.stdout
    assert f"; left out: {bad}" in ended.stdout
    assert "bad.yaml:1" in ended.stderr
    again = CliRunner().invoke(main, ["site", lessons[0], *where, "--title", "Ours"])
    assert (again.exit_code, "0 removed" in again.stdout) == (0, True)
    assert "<h1>" in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert '<a href="index.html">Ours</a>' in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_folder_that_can_not_be_made_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    refused = again(home, Wish(tmp_path / "file" / "site"))
    assert isinstance(refused, Refusal)
    assert (tmp_path / "file").read_text() == "a file"


@pytest.mark.parametrize("language", languages())
def test_the_pages_are_in_the_readers_language(home: Path, tmp_path: Path, language: str) -> None:
    again(home, Wish(tmp_path, language=language), PAIR)
    front = (tmp_path / "index.html").read_text("utf-8")
    labels = labels_for(language)
    assert f'<html lang="{language}" dir="{labels.direction}">' in front
    assert labels.say("site_filters") in unescape(front)
    assert ("Narrow the list" in front) == (language == "en")
    page = (tmp_path / "lessons" / CHILDREN / "index.html").read_text("utf-8")
    assert ('lang="en" dir="ltr"' in page) == (language != "en") or language == "en"


ODD_TITLES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title><b>{{ site.title }}</b>",
    "w" * 300,
    "中文 العربية עברית हिन्दी ภาษาไทย 日本語 한국어 Ελληνικά Русский ქართული",
)


def page_with(load_lesson: Load, clean_lesson: str, title: str) -> LessonPage:
    quoted = "'" + title.replace("'", "''") + "'"
    loaded = load_lesson(clean_lesson.replace("Who pays for the bridge?", quoted, 1))
    return lesson_page(GoodLesson(loaded, read_settings(None)[0]), [], {}, None, labels_for("en"))


@pytest.mark.parametrize("title", ODD_TITLES)
def test_a_title_is_text_whatever_stands_in_it(
    load_lesson: Load, clean_lesson: str, title: str
) -> None:
    page = page_with(load_lesson, clean_lesson, title)
    whole = Site(labels_for("en"), title, "", [], (page,), ())
    files = {name: data.decode() for name, data in files_of(whole) if name.endswith("html")}
    for name, html in files.items():
        scripts = re.findall(r"<script[^>]*>", html)
        assert all(" src=" in script for script in scripts), name
        assert "<img src=x" not in html
        assert "<b>" not in html
    (heading,) = re.findall(r"<h1>(.*?)</h1>", files["lessons/lesson/index.html"])
    assert unescape(heading) == page.title.text


def test_sizes_are_told_as_a_language_tells_them() -> None:
    assert [size_said(size, labels_for("en")) for size in (10, 180_400, 999_600, 12_340_000)] == [
        "1 kB",
        "180 kB",
        "1.0 MB",
        "12.3 MB",
    ]
    assert size_said(1_540_000, labels_for("de")) == "1,5 MB"


def test_a_school_s_name_stands_above_its_site(home: Path, tmp_path: Path) -> None:
    lessons = tmp_path / "lessons"
    lessons.mkdir()
    shutil.copy(home / "lessons" / f"{CHILDREN}.yaml", lessons)
    shutil.copytree(home / "lessons" / "sources", lessons / "sources")
    (lessons / "broadsheet.yaml").write_text("school: Harbour School\n", "utf-8")
    request = Request([lessons / f"{CHILDREN}.yaml"], tmp_path / "made", TODAY)
    opened(site(replace(request, documents=["exit-slips"]), Wish(tmp_path / "site")))
    front = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert '<p class="school">Harbour School</p>' in front
    # The sheet is not on this site, but what it looks like is.
    assert (tmp_path / "site" / "lessons" / CHILDREN / "page-1.png").is_file()
    assert not list((tmp_path / "site").rglob("*-worksheet-*"))
