"""`broadsheet source add`: one key in the lesson, one file beside it, and nothing else."""

from __future__ import annotations

import os
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from broadsheet import bounded
from broadsheet.cli.main import main
from broadsheet.lesson.load import load
from broadsheet.lesson.models import Lesson
from broadsheet.source.at_hand import sources_of
from broadsheet.source.fingerprint import Fingerprint
from broadsheet.source.naming import name_fingerprint

TEXT = """\
The Bridge Must Wait

The council voted on Tuesday to build a second bridge, and the ferrymen were not asked. Nobody
doubts that the old bridge is narrow. It was built for carts.

But the so-called experts (three of them) count wagons; we count men. Let the council wait until
every ferryman is heard.
"""
KEY = "  text: sources/the-bridge-must-wait.txt\n"
NEW = "  fingerprint: sources/bridge.fingerprint.json\n"


@pytest.fixture
def folder(tmp_path: Path, clean_lesson: str) -> Path:
    (tmp_path / "bridge.yaml").write_text(clean_lesson, "utf-8")
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.fixture
def pair(folder: Path, clean_lesson: str) -> Path:
    start, end = clean_lesson.index("source:"), clean_lesson.index("questions:")
    source = textwrap.indent(clean_lesson[start:end].split("\n", 1)[1], "  ")
    other = source.replace("The council voted", "The burghers met").replace(f"  {KEY}", "")
    lesson = clean_lesson[:start] + f"sources:\n  A:\n{source}  B:\n{other}" + clean_lesson[end:]
    (folder / "bridge.yaml").write_text(lesson, "utf-8")
    return folder


def add(folder: Path, *more: str, file: str = "article.txt") -> Result:
    arguments = ["source", "add", str(folder / "bridge.yaml"), str(folder / file), *more]
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def change(folder: Path, old: str, new: str) -> None:
    lesson = folder / "bridge.yaml"
    text = lesson.read_text("utf-8")
    assert old in text
    lesson.write_text(text.replace(old, new), "utf-8")


def test_it_writes_the_fingerprint_and_names_it_after_the_text(
    folder: Path, clean_lesson: str
) -> None:
    result = add(folder)
    assert result.exit_code == 0
    written = (folder / "sources" / "bridge.fingerprint.json").read_bytes()
    assert Fingerprint.from_json(written).words == 50
    expected = clean_lesson.replace(KEY, KEY + NEW)
    assert (folder / "bridge.yaml").read_bytes() == expected.encode()
    assert "names it on line 19" in result.output
    assert "the excerpt shows 44 of 50 words" in result.output


def test_the_article_itself_is_not_copied_and_the_output_says_where_it_may_go(folder: Path) -> None:
    result = add(folder)
    assert not (folder / "sources" / "the-bridge-must-wait.txt").exists()
    assert "copy the file to" in result.output


def test_a_second_time_changes_no_byte(folder: Path) -> None:
    add(folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    before = [path.read_bytes() for path in files]
    assert add(folder).exit_code == 0
    assert [path.read_bytes() for path in files] == before


def test_without_a_text_the_key_goes_above_the_excerpt_and_its_comment(
    folder: Path, clean_lesson: str
) -> None:
    change(folder, KEY, "  # Two passages of three.\n")
    add(folder)
    expected = clean_lesson.replace(KEY, NEW + "  # Two passages of three.\n")
    assert (folder / "bridge.yaml").read_text("utf-8") == expected


def test_windows_line_ends_and_a_byte_order_mark_are_kept(folder: Path, clean_lesson: str) -> None:
    (folder / "bridge.yaml").write_bytes(
        b"\xef\xbb\xbf" + clean_lesson.replace("\n", "\r\n").encode()
    )
    add(folder)
    expected = clean_lesson.replace(KEY, KEY + NEW).replace("\n", "\r\n")
    assert (folder / "bridge.yaml").read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_a_fingerprint_that_is_named_is_written_where_the_lesson_says(folder: Path) -> None:
    change(folder, KEY, KEY + "  fingerprint: 'proofs/mine.json'  # ours\n")
    before = (folder / "bridge.yaml").read_bytes()
    assert add(folder).exit_code == 0
    assert (folder / "proofs" / "mine.json").exists()
    assert (folder / "bridge.yaml").read_bytes() == before


def test_a_source_in_braces_is_left_for_its_author_to_change(
    folder: Path, clean_lesson: str
) -> None:
    start, end = clean_lesson.index("source:"), clean_lesson.index("questions:")
    braces = (
        "source: {title: The Bridge, outlet: Gazette, genre: letter, published: 1924, rights: all, "
        'excerpt: "The council voted on Tuesday to build a second bridge, and the ferrymen were"}\n'
    )
    lesson = clean_lesson[:start] + braces + clean_lesson[end:]
    (folder / "bridge.yaml").write_text(lesson, "utf-8")
    result = add(folder)
    assert "`fingerprint: sources/bridge.fingerprint.json`" in result.output
    assert (folder / "bridge.yaml").read_text("utf-8") == lesson


def test_a_source_that_stands_for_two_is_left_for_its_author_to_change(pair: Path) -> None:
    lesson = (pair / "bridge.yaml").read_text("utf-8")
    start, end = lesson.index("  B:\n"), lesson.index("questions:")
    lesson = lesson[:start].replace("  A:\n", "  A: &piece\n") + "  B: *piece\n" + lesson[end:]
    (pair / "bridge.yaml").write_text(lesson, "utf-8")
    result = add(pair, "--label", "A")
    assert "add to" in result.output
    assert (pair / "bridge.yaml").read_text("utf-8") == lesson


def test_another_article_is_refused_and_nothing_is_written(folder: Path, clean_lesson: str) -> None:
    (folder / "other.txt").write_text("Bees swarm in June, as every child of the valley knows.")
    result = add(folder, file="other.txt")
    assert result.exit_code == 1
    assert "is another article" in result.output
    assert not (folder / "sources").exists()
    assert (folder / "bridge.yaml").read_text("utf-8") == clean_lesson


def test_an_excerpt_that_departs_from_the_article_is_shown_where_it_does(folder: Path) -> None:
    change(folder, "old bridge is narrow", "old bridge is too narrow")
    result = add(folder)
    assert result.exit_code == 1
    lines = (folder / "bridge.yaml").read_text("utf-8").split("\n")
    line = next(number for number, line in enumerate(lines, 1) if "too narrow" in line)
    column = lines[line - 1].index("too narrow") + 1
    assert f"bridge.yaml:{line}:{column}: error" in result.output
    assert "excerpt-not-in-source" in result.output


def test_an_empty_file_is_refused_with_what_to_do(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    result = add(folder, file="empty.txt")
    assert result.exit_code == 1
    assert "empty.txt is empty" in result.output
    assert "hint: save the whole piece" in result.output


def test_a_path_that_passes_through_a_link_is_refused(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "sources").symlink_to(folder / "elsewhere")
    result = add(folder)
    assert result.exit_code == 1
    assert "leads out of the lesson's folder" in result.output
    assert list((folder / "elsewhere").iterdir()) == []


def test_a_lesson_that_cannot_be_read_is_refused(folder: Path) -> None:
    (folder / "bridge.yaml").write_text("title: [", "utf-8")
    result = add(folder)
    assert result.exit_code == 1
    assert "can't be read as a lesson" in result.output


def test_a_label_is_for_a_pair(folder: Path) -> None:
    result = add(folder, "--label", "A")
    assert result.exit_code == 1
    assert "has one source" in result.output


def test_a_pair_asks_which_source_is_meant(pair: Path) -> None:
    result = add(pair)
    assert result.exit_code == 1
    assert "--label A or --label B" in result.output


def _words(lesson: Lesson, folder: Path) -> dict[str, int | None]:
    return {label: source.words for label, source in sources_of(lesson, folder).items()}


def test_a_pair_has_a_fingerprint_for_each(pair: Path) -> None:
    (pair / "reply.txt").write_text(TEXT.replace("The council voted", "The burghers met"), "utf-8")
    assert add(pair, "--label", "A").exit_code == 0
    assert add(pair, "--label", "B", file="reply.txt").exit_code == 0
    lesson = load(pair / "bridge.yaml").lesson
    assert lesson is not None
    assert {label: source.fingerprint for label, source in lesson.texts.items()} == {
        "A": "sources/bridge-a.fingerprint.json",
        "B": "sources/bridge-b.fingerprint.json",
    }
    assert _words(lesson, pair) == {"A": 50, "B": 50}


def test_the_whole_is_counted_alike_by_text_and_by_fingerprint(folder: Path) -> None:
    lesson = load(folder / "bridge.yaml").lesson
    assert lesson is not None
    assert _words(lesson, folder) == {"": None}
    add(folder)
    lesson = load(folder / "bridge.yaml").lesson
    assert lesson is not None
    assert _words(lesson, folder) == {"": 50}
    (folder / "sources" / "the-bridge-must-wait.txt").write_text(TEXT, "utf-8")
    assert _words(lesson, folder) == {"": 50}


@pytest.mark.parametrize("name", ["caf\udce9.yaml", "a:b.yaml"])
def test_the_fingerprint_of_a_lesson_with_a_strange_name_gets_one_that_a_lesson_can_name(
    folder: Path, name: str
) -> None:
    try:
        (folder / "bridge.yaml").rename(folder / name)
    except OSError:
        pytest.skip("this file system has no such name")
    arguments = ["source", "add", str(folder / name), str(folder / "article.txt")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    loaded = load(folder / name)
    assert loaded.lesson is not None
    assert loaded.lesson.source is not None
    assert (folder / (loaded.lesson.source.fingerprint or "none")).is_file()


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("bridge.yaml", None),
        ("article.txt", None),
        ("other.yaml", "broadsheet: 1\n"),
        ("sources/notes.txt", "my own words"),
        ("sources/data.json", '{"checksum": "1", "fingerprint": 1}'),
        ("sources/empty", ""),
        ("picture.png", "\x89PNG\r\n"),
    ],
)
def test_what_is_no_fingerprint_is_never_written_over(
    folder: Path, name: str, there: str | None
) -> None:
    (folder / "sources").mkdir()
    if there is not None:
        (folder / name).write_text(there, "utf-8")
    change(folder, KEY, f"  fingerprint: ./{name}\n")
    before = (folder / name).read_bytes()
    result = add(folder)

    assert result.exit_code == 1
    assert "is no fingerprint: it is left alone" in result.output
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize("name", ["broadsheet.yaml", ".git/config", ".x.json", "Makefile"])
def test_no_file_that_another_program_would_read_is_made(folder: Path, name: str) -> None:
    change(folder, KEY, f"  fingerprint: {name}\n")

    result = add(folder)

    assert result.exit_code == 1
    assert "ends in .json" in result.output
    assert not (folder / name).exists()


@pytest.mark.parametrize("name", ["folder", "pipe"])
def test_what_is_no_file_is_never_written_over(folder: Path, name: str) -> None:
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    change(folder, KEY, f"  fingerprint: {name}\n")

    assert "it is left alone" in add(folder).output
    assert (folder / "folder").is_dir()
    assert (folder / "pipe").is_fifo()


def test_a_damaged_fingerprint_is_written_anew(folder: Path) -> None:
    add(folder)
    file = folder / "sources" / "bridge.fingerprint.json"
    whole = file.read_bytes()
    for damaged in (whole[:40], whole.replace(b'"words": 50', b'"words": 51')):
        file.write_bytes(damaged)
        assert add(folder).exit_code == 0
        assert file.read_bytes() == whole


def test_the_fingerprint_of_the_other_source_is_never_written_over(pair: Path) -> None:
    for label in ("A", "B"):
        change(pair, f"  {label}:\n", f"  {label}:\n    fingerprint: shared.json\n")

    assert "shared.json is the fingerprint of source B" in add(pair, "--label", "A").output
    assert not (pair / "shared.json").exists()


@pytest.mark.no_cover  # who counts lines holds a lock, which a limit may leave held
def test_a_page_of_nothing_but_brackets_is_given_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "SECONDS", 0.5)
    (folder / "article.md").write_text(TEXT + "[a](" * 100_000, "utf-8")
    result = add(folder, file="article.md")

    assert result.exit_code == 1
    assert not (folder / "sources").exists()


def page(folder: Path, between: str, head: str = "") -> None:
    first, second = (f"<p>{one}</p>" for one in TEXT.split("\n\n", 1)[1].split("\n\n"))
    title = "<h1>The Bridge Must Wait</h1>"
    (folder / "article.html").write_text(
        f"<html><head>{head}</head><body><nav>News</nav>{title}{first}{between}{second}"
        "</body></html>",
        "utf-8",
    )


def test_what_the_library_dropped_from_a_page_is_put_back_and_told(folder: Path) -> None:
    page(folder, "<ul><li>Forty families live by it</li><li>None was asked</li></ul>")
    result = add(folder, file="article.html")

    assert "put back 2 paragraphs (8 words)" in result.output
    assert "“Forty families live by it”" in result.output
    assert "the excerpt shows 44 of 58 words" in result.output


def test_what_was_left_out_of_a_page_is_told_by_name_and_size(folder: Path) -> None:
    page(folder, "<aside><p>In 1899 it cost one penny to cross.</p></aside>")
    result = add(folder, file="article.html")

    assert "left out as no part of it: a menu (1 word), its heading (4 words)" in result.output
    assert (
        "warning: left out between its paragraphs: a box beside the text (8 words): "
        "“In 1899 it cost one penny to cross.”"
    ) in result.output


def test_a_page_that_is_not_free_is_told(folder: Path) -> None:
    page(folder, "", '<meta itemprop="isAccessibleForFree" content="false">')
    result = add(folder, file="article.html")

    assert "may not be the whole piece: the page says that it is not free" in result.output


def test_words_that_were_left_out_are_told_from_words_that_are_not_on_the_page(
    folder: Path,
) -> None:
    page(folder, "<aside><p>In 1899 it cost one penny to cross.</p></aside>")
    change(folder, "    […]\n", "    […] In 1899 it cost one penny to cross. […]\n")
    result = add(folder, file="article.html")

    assert result.exit_code == 1
    assert "stands on the page, but not in the article that was found there" in result.output
    assert result.output.count("error") == 2  # the finding and the count


def test_furniture_in_a_text_is_told(folder: Path) -> None:
    (folder / "article.txt").write_text(f"{TEXT}\n\nShare this article\n", "utf-8")
    assert "warning: it has a line to share it" in add(folder).output


def test_a_long_list_that_was_left_out_is_one_warning(folder: Path) -> None:
    page(folder, "<ul>" + "<li><a href='x'>Another piece</a></li>" * 30 + "</ul>")
    output = add(folder, file="article.html").output

    assert output.count("warning:") == 1
    assert "a list of links (60 words): “Another piece”" in output


def test_a_lesson_that_was_saved_meanwhile_is_not_written_over(folder: Path) -> None:
    file = folder / "bridge.yaml"
    document = load(file).document
    assert document is not None
    saved = f"# a line more\n{document.text}"
    file.write_text(saved, "utf-8")

    assert name_fingerprint(document, ("source",), "sources/bridge.fingerprint.json") is None
    assert file.read_text("utf-8") == saved
