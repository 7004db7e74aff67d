"""Saved pages, each read as a reader reads it: all of the piece, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.source.article import Article, read_article
from broadsheet.text.tokens import tokens

PAGES = Path(__file__).parent / "pages"
EVERY = sorted(file for file in PAGES.iterdir() if file.suffix in (".html", ".mhtml"))
TITLES = {
    "arabic": "من باع العبّارة؟",
    "japanese": "誰が渡し船を売ったのか",
    "letters": "Qui a vendu le bac ?",
    "poem": "The Ferry Sold",
}


def read(file: Path) -> Article:
    article = read_article(file, TITLES.get(file.stem, "Who Sold the Ferry?"))
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("file", EVERY, ids=lambda file: file.name)
def test_a_saved_page_is_read_word_for_word_and_mark_for_mark(file: Path) -> None:
    expected = file.with_suffix(".txt").read_text("utf-8")
    article = read(file)

    assert [one.text for one in tokens(article.text)] == [one.text for one in tokens(expected)]
