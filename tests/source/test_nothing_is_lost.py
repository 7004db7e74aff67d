"""A law: in whatever layout a piece stands, nothing between its first and last words is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.source.article import Article, article_in
from broadsheet.text.tokens import tokens

FIRST = "The ferry was sold on a Thursday, and most of us read of it on Friday, far too late. " * 2
LAST = "A town that sells its ferry should say so before the buyer does, and in plain words. " * 2
LAYOUTS = {
    "article": "<nav><a href=/>Home</a></nav><main><article>{}</article></main>",
    "body": "{}",
    "divs": "<div class=header>The Paper</div><div class=post><div class=entry>{}</div></div>",
    "table": "<table><tr><td><a href=/>Home</a><br><a href=/n>News</a><td>{}</table>",
}
WORDS = st.lists(
    st.sampled_from(["bridge", "council", "nurse", "river", "harbour", "bell", "penny", "gull"]),
    min_size=3,
    max_size=25,
).map(" ".join)
SHAPES: tuple[Callable[[str], str], ...] = (
    lambda words: f"<p>{words}.</p>",
    lambda words: f"<p><a href=x>{words}.</a></p>",
    lambda words: f"<p>{words} <a href=x>{words}</a>.</p>",
    lambda words: f"<ul><li>{words}</li><li>{words}</li></ul>",
    lambda words: f"<ol><li>{words}<ul><li>{words}</li></ul></li></ol>",
    lambda words: f"<blockquote>Said he: {words}</blockquote>",
    lambda words: f"<h3>{words}</h3>",
    lambda words: f"<table><tr><th>{words}</th><td>{words}</td></tr></table>",
    lambda words: f"<dl><dt>{words}</dt><dd>{words}</dd></dl>",
    lambda words: f"<div>{words}</div>",
    lambda words: f"{words}<br><br>{words}.",
    lambda words: f"<details><summary>{words}</summary>{words}</details>",
    lambda words: f"<pre>{words}</pre>",
)
BLOCKS = st.builds(lambda shape, words: shape(words), st.sampled_from(SHAPES), WORDS)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@given(between=st.lists(BLOCKS, max_size=8))
@settings(max_examples=25)
def test_nothing_between_the_first_and_the_last_paragraph_is_lost(
    layout: str, between: list[str]
) -> None:
    piece = "".join([f"<p>{FIRST}</p>", *between, f"<p>{LAST}</p>"])
    article = article_in(layout.format(piece).encode(), ".html", "A title")
    assert isinstance(article, Article)
    everything = [one.text for one in tokens(article.everything)]
    start = everything.index("ferry") - 1

    assert [one.text for one in tokens(article.text)] == everything[start:]
