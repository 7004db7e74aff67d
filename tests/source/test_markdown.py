"""Markdown is read as its reader sees it."""

from __future__ import annotations

import pytest

from broadsheet.source.article import Article, article_in


def read(text: str) -> Article:
    article = article_in(text.encode(), ".md", "Ice")
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("The *harbour* **froze** _over_.", "The harbour froze over."),
        ("It [froze](http://x 'title') over.", "It froze over."),
        ("It [froze][1] over.\n\n[1]: http://x", "It froze over."),
        ("It froze.[^1]\n\n[^1]: On Monday.", "It froze.¹ On Monday."),
        ("It froze. ![A boat](boat.png)", "It froze."),
        ("---\ntitle: Ice\n---\nIt froze.", "It froze."),
        ("+++\ntitle = 'Ice'\n+++\nIt froze.", "It froze."),
        ("# ICE!\n\nIt froze.", "It froze."),
        ("Ice\n===\n\nIt froze.", "It froze."),
        ("| Year | Days |\n| --- | --- |\n| 1910 | 41 |", "Year Days 1910 41"),
        ("- [x] done\n- one\n    - two", "done one two"),
        ("> It froze.\n\n***\n\nNo boat.", "It froze. No boat."),
        ("<div>It <b>froze</b>.</div>\n\n<!-- no -->", "It froze."),
        ("She said <q>it froze</q>.", "She said “it froze”."),
        ("a\\*b, 2 * 3, a_b_c, 3 < 4 &amp; `code`", "a*b, 2 * 3, a_b_c, 3 < 4 & code"),
    ],
)
def test_markdown_is_read_without_its_marks(typed: str, seen: str) -> None:
    assert " ".join(read(typed).text.split()) == seen


def test_words_of_many_bytes_are_read_and_not_taken_for_the_name_of_a_file() -> None:
    assert read("冰" * 150).text == "冰" * 150


def test_words_that_are_struck_out_are_left_out_by_name() -> None:
    article = read("It was ~~warm~~ cold.")

    assert article.text.split() == ["It", "was", "cold."]
    assert [one.text for one in article.left_out] == ["warm"]
