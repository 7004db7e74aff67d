"""Reading the file of a whole piece, whatever is in it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from broadsheet.source.article import MAX_BYTES, Article, Unreadable, read_article

PAGE = """<!doctype html><html lang="en"><head><title>The Bridge at Night</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>The Bridge at Night</h1>
<p>The café by the old bridge was closed on Monday, and nobody in the town hall said why. It is
<em>not</em> the first time that a door was shut without a word, and it won&rsquo;t be the last.</p>
<p>Those who cross it each morning, nurses, bakers and children, now walk two miles more. &ldquo;We
were told nothing,&rdquo; said one of them, and went on walking.</p>
<p>A town that closes a bridge owes its people a reason. It should be given before the gates go up
and not after, and in words that anyone can follow.</p>
</article><footer>Subscribe to our newsletter!</footer></body></html>"""


def read(
    folder: Path, name: str, data: str | bytes, title: str = "A title"
) -> Article | Unreadable:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_article(file, title)


def words_of(article: Article | Unreadable) -> str:
    assert isinstance(article, Article), article
    return " ".join(article.text.split())


def fault_of(article: Article | Unreadable) -> str:
    assert isinstance(article, Unreadable)
    assert article.hint
    return article.message


def test_plain_text_is_read_as_it_stands(tmp_path: Path) -> None:
    article = read(tmp_path, "a.txt", "\ufeffThe harbour *froze*.\r\nNo boat left.")
    assert words_of(article) == "The harbour *froze*. No boat left."
    assert isinstance(article, Article)
    assert article.words == 6


def test_a_first_line_that_is_the_title_is_no_part_of_the_text(tmp_path: Path) -> None:
    text = "\nPHASE  two: “begins”\n\nThe harbour froze."
    assert words_of(read(tmp_path, "a.txt", text, 'Phase Two: "Begins"')) == "The harbour froze."


def test_a_first_line_that_only_begins_like_the_title_is_text(tmp_path: Path) -> None:
    text = "Ice came early.\nThe harbour froze."
    assert words_of(read(tmp_path, "a.txt", text, "Ice")).startswith("Ice came early.")


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Ice\n---\n# Ice\n\nThe *harbour* [froze](https://example.org).\n\n- No boat\n"
    )
    assert words_of(read(tmp_path, "a.md", text, "Ice")) == "The harbour froze. No boat"


def test_a_web_page_is_read_without_menu_and_footer(tmp_path: Path) -> None:
    found = words_of(read(tmp_path, "a.html", PAGE, "The Bridge at Night"))
    assert found.startswith("The café by the old bridge was closed on Monday")
    assert found.endswith("in words that anyone can follow.")
    assert "It is not the first time" in found
    assert "“We were told nothing,” said one" in found


def test_a_web_page_may_be_in_latin_1(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("latin-1")
    assert "The café by" in words_of(read(tmp_path, "a.htm", page))


def test_without_the_extra_a_web_page_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    article = read(tmp_path, "a.html", PAGE)
    assert "not installed" in fault_of(article)
    assert isinstance(article, Unreadable)
    assert "broadsheet[html]" in article.hint


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf...", "Article"),
        ("a.txt", "Une journée d'été.\nLe café.".encode("latin-1"), "0xe9 on line 1"),
        ("a.txt", "The harbour froze.".encode("utf-16"), "UTF-16"),
        ("a.txt", b"%PDF-1.7\n%abc", "is a PDF, not text"),
        ("a.txt", b"PK\x03\x04\x14\x00", "is an archive (ZIP), not text"),
        ("a.txt", b"The harbour\x00 froze", "is not text"),
        ("a.txt", PAGE.encode(), "a web page under another name"),
        ("a.html", b"<html><body></body></html>", "no article was found"),
        ("a.html", b"\x00\x01\x02", "no article was found"),
        ("a.md", b"<!-- nothing -->", "holds no words"),
    ],
)
def test_a_file_that_is_no_text_says_what_it_is(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    article = read(tmp_path, name, data)
    assert said in (article.message if isinstance(article, Unreadable) else "Article")


@pytest.mark.parametrize("name", ["lesson.yaml", "piece.txt"])
def test_a_lesson_is_no_source_of_its_own_excerpt(tmp_path: Path, name: str) -> None:
    lesson = "# mine\nbroadsheet: 1\nsource:\n  excerpt: |\n    The harbour froze.\n"

    assert fault_of(read(tmp_path, name, lesson)).startswith("is a lesson")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(50 * 1024**2)
    assert f"larger than {MAX_BYTES // 1024**2} MiB" in fault_of(read_article(file, "A title"))


def test_a_folder_cannot_be_read(tmp_path: Path) -> None:
    assert "folder" in fault_of(read_article(tmp_path, "A title"))
