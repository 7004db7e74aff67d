"""A page that holds a part of the piece only is found out, and one that holds all of it is not."""

from __future__ import annotations

import json

import pytest

from broadsheet.source.article import Article, article_in

TEXT = (
    "The ferry to Lower Quay was sold on a Thursday, and most of us read of it on Friday. No one "
    "who rides it each morning was asked, and no one at the harbour office can say who signed it."
)


def shortfall(head: str = "", after: str = "", suffix: str = ".html") -> str | None:
    page = (
        f"<html><head>{head}</head><body><main><article><h1>Who sold it?</h1><p>{TEXT}</p>"
        f"<p>{TEXT}</p>{after}</article></main></body></html>"
    )
    article = article_in(page.encode(), suffix, "Who sold it?")
    assert isinstance(article, Article), article
    return article.shortfall


def described(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


PIECE = {"@type": "NewsArticle", "headline": "Who sold it?"}


@pytest.mark.parametrize(
    "data",
    [
        {**PIECE, "isAccessibleForFree": False},
        {**PIECE, "isAccessibleForFree": "False"},
        {**PIECE, "isAccessibleForFree": "http://schema.org/False"},
        {**PIECE, "hasPart": [{"isAccessibleForFree": False, "cssSelector": ".x"}]},
        {"@graph": [{"@type": "WebSite"}, {**PIECE, "isAccessibleForFree": False}]},
        [{"@type": "Organization"}, {"mainEntity": {**PIECE, "isAccessibleForFree": False}}],
    ],
)
def test_a_page_that_says_it_is_not_free_is_doubted(data: object) -> None:
    assert shortfall(described(data)) == "the page says that it is not free to read"


@pytest.mark.parametrize(
    "markup",
    [
        '<meta itemprop="isAccessibleForFree" content="false">',
        '<meta property="article:content_tier" content="locked">',
        '<script type="application/ld+json">{"isAccessibleForFree": false,}</script>',
    ],
)
def test_it_may_say_so_in_other_ways(markup: str) -> None:
    assert shortfall(markup) == "the page says that it is not free to read"


@pytest.mark.parametrize("count", [2140, "2140", "2,140", "2140 words", "2.140 Wörter"])
def test_a_page_that_says_it_has_far_more_words_is_doubted(count: object) -> None:
    said = shortfall(described({**PIECE, "wordCount": count, "isAccessibleForFree": True}))
    assert said == "the page says that the piece has 2140 words, and 80 were found in it"


@pytest.mark.parametrize(
    "data",
    [
        {**PIECE, "isAccessibleForFree": True, "wordCount": 80},
        {**PIECE, "isAccessibleForFree": False, "wordCount": 80},
        [PIECE, {"@type": "NewsArticle", "headline": "Another", "isAccessibleForFree": False}],
        {"@type": "NewsArticle", "headline": "Who sold it?", "wordCount": None},
        [[[[]]], 3, "wordCount", {"wordCount": {"a": 1}}],
    ],
)
def test_a_page_with_the_whole_piece_is_not_doubted(data: object) -> None:
    assert shortfall(described(data)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to continue reading",
        "To continue reading this article, subscribe now",
        "Already a subscriber? Sign in",
        "Jetzt weiterlesen mit Probeabo",
        "Cet article est réservé aux abonnés.",
        "Il vous reste 73.5% de cet article à lire.",
        "Suscríbete para seguir leyendo",
        "اشترك الآن لقراءة المقال كاملا",
        "Передплатіть, щоб читати далі",
        "הירשמו כדי להמשיך לקרוא",
        "订阅后继续阅读",
        "訂閱以繼續閱讀全文",
        "続きを読むには会員登録が必要です",
        "このコンテンツは有料会員限定です",
        "この記事は会員限定です。",
        "本文仅限付费用户阅读",
        "僅限訂閱會員閱讀",
    ],
)
def test_a_line_that_asks_to_pay_is_a_sign_and_no_text(line: str) -> None:
    assert shortfall(after=f"<div><p>{line}</p></div>") == f"it has the line “{line}”"


def test_a_line_that_asks_to_pay_in_the_menu_is_no_sign() -> None:
    assert shortfall(after="<nav><p>Already a subscriber? Sign in</p></nav>") is None


def test_a_text_that_was_copied_with_such_a_line_is_doubted() -> None:
    article = article_in(f"{TEXT}\n\nSubscribe to read the full article.\n".encode(), ".txt", "T")
    assert isinstance(article, Article)
    assert article.shortfall == "it has the line “Subscribe to read the full article.”"
