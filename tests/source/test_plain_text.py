"""Plain text as old editors, e-books and scans leave it."""

from __future__ import annotations

import pytest

from broadsheet.source.article import Article, Unreadable, article_in


def read(text: str, title: str = "Ice on the Harbour") -> Article:
    article = article_in(text.encode(), ".txt", title)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    "typed",
    [
        "ICE ON THE HARBOUR\rIt froze.",
        "Ice on the Harbour.\r\n\r\nIt froze.",
        "“Ice on the Harbour”\nIt froze.",
        "Ice on\nthe Harbour\n\nIt froze.",
        "# Ice on the Harbour\n\nIt froze.",
        "It froze.\x1a",
    ],
)
def test_a_title_is_known_however_it_is_set(typed: str) -> None:
    assert read(typed).text.strip() == "It froze."


def test_a_word_that_is_parted_by_a_soft_hyphen_is_one() -> None:
    assert read("The ferry\u00ad\n  men went.").words == 3


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("*** START OF THE PROJECT GUTENBERG EBOOK ICE ***", "a notice of rights"),
        ("Page 3 of 4", "a page number"),
        ("- 12 -", "a page number"),
        ("Share this article", "a line to share it"),
        ("Sign up for our newsletter", "a newsletter's box"),
        ("This website uses cookies to improve your visit.", "a cookie notice"),
        ("© 2021 The Mercury", "a notice of rights"),
    ],
)
def test_lines_that_are_no_part_of_the_piece_are_told(line: str, kind: str) -> None:
    told = read(f"It froze over.\n\n{line}\n\nNo boat left.").furniture

    assert [(words, each.value) for words, each in told] == [(line, kind)]


@pytest.mark.parametrize("line", ["12", "X", "1899", "More.", "By the river", "May 3, 1899"])
def test_lines_that_may_be_a_part_of_the_piece_are_not_told(line: str) -> None:
    assert read(f"It froze over.\n\n{line}\n\nNo boat left.").furniture == ()


@pytest.mark.parametrize("page", ["<p>It froze.</p>", "\ufeff<!-- saved -->\n<html>", "<DIV>x"])
def test_a_page_under_the_name_of_a_text_is_refused(page: str) -> None:
    said = article_in(page.encode(), ".txt", "Ice")
    assert isinstance(said, Unreadable)
    assert "a web page under another name" in said.message


def test_text_of_windows_says_how_word_writes_another() -> None:
    said = article_in("Une journée d’été".encode("cp1252"), ".txt", "Ice")
    assert isinstance(said, Unreadable)
    assert "Unicode (UTF-8)" in said.hint
