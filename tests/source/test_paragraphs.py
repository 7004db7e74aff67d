"""What a reader sees of a page is read, and nothing else."""

from __future__ import annotations

import pytest

from broadsheet.source.article import Article, article_in

FIRST = (
    "The ferry to Lower Quay was sold on a Thursday, and most of us read of it on Friday. No one "
    "who rides it each morning was asked."
)
LAST = (
    "A town that sells its ferry should say so before the buyer does. Let the council publish the "
    "contract, and let us read it while it can still be changed."
)


def read(between: str, language: str = "en") -> Article:
    page = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"></head><body><main>'
        f"<article><p>{FIRST}</p>{between}<p>{LAST}</p></article></main></body></html>"
    )
    article = article_in(page.encode(), ".html", "A title")
    assert isinstance(article, Article), article
    return article


def between(markup: str, language: str = "en") -> str:
    text = read(markup, language).text
    assert text.startswith(FIRST)
    assert text.endswith(LAST)
    return " ".join(text.removeprefix(FIRST).removesuffix(LAST).split())


def within(markup: str, language: str = "en") -> str:
    """What is read of something that stands within a sentence."""
    before, after = "It carried nurses to the night shift and children", "to school, slow and wet."
    found = between(f"<p>{before} {markup} {after}</p>", language)
    return found.removeprefix(before).removesuffix(after).strip()


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", "“a ‘b’”"),
        ("de-AT", "“a ‘b’”"),
        ("fr", "«a “b”»"),
        ("ja", "「a 『b』」"),
        ("zh-TW", "「a 『b』」"),
        ("zh-Hans", "“a ‘b’”"),
    ],
)
def test_quotation_marks_that_a_browser_adds_are_read(language: str, marks: str) -> None:
    assert within("<q>a <q>b</q></q>", language) == marks


def test_no_marks_are_added_where_some_are_typed() -> None:
    assert within("“<q>a</q>”") == "“a”"


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("word<sup>1</sup>", "word¹"),
        ('word<sup><a href="#fn1">[12]</a></sup>', "word[12]"),
        ('word <sup><a href="#fn1">3</a></sup>', "word³"),
        ('word<a class="footnote-anchor" href="#footnote-1">1</a>', "word¹"),
        ('word<a role="doc-noteref" href="#x">4</a>', "word⁴"),
        ("word<sup>1,2</sup>", "word[1][2]"),
        ('word<sup><a href="#note-a">a</a></sup>', "word"),
        ("40 m<sup>3</sup>", "40 m³"),
        ("the 19<sup>th</sup>", "the 19th"),
        ('word <a href="#top">↩</a>', "word"),
    ],
)
def test_marks_of_footnotes_are_parted_from_words(markup: str, seen: str) -> None:
    assert within(markup) == seen


@pytest.mark.parametrize(
    "markup",
    [
        '<span style="display: none">no</span>',
        '<span style="color:red;visibility:hidden">no</span>',
        "<span hidden>no</span>",
        '<span aria-hidden="true">no</span>',
        '<span class="sr-only">no</span>',
        "<script>no</script><style>no</style><template>no</template><noscript>no</noscript>",
        "<button>no</button><textarea>no</textarea><select><option>no</option></select>",
        "<svg><title>no</title><text>no</text></svg>",
        '<img src="x" alt="no"><!-- no -->',
        "<del>no</del><s>no</s>",
    ],
)
def test_what_no_reader_sees_is_not_read(markup: str) -> None:
    assert within(f"was {markup}") == "was"


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("auto<wbr>bus", "autobus"),
        ("<b>O</b>nce", "Once"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢"),
        ("<math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math>", "x=2"),
        ('<img src="x" alt="🙂">', "🙂"),
        ("one<br>two<br/>three", "one two three"),
        ('<span aria-hidden="true">T</span><span class="sr-only">The</span>', "The"),
        ("<ins>new</ins>", "new"),
        ("&#147;old&#148;", "“old”"),
        ("<cite>The Mercury</cite>", "The Mercury"),
    ],
)
def test_what_a_reader_sees_within_a_sentence_is_read(markup: str, seen: str) -> None:
    assert within(markup) == seen


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<ul><li>one thing of it</li><li>another</li></ul>", "one thing of it another"),
        ("<ol><li>First</li></ol>", "First"),
        ("<table><tr><th>Year</th><td>412</td></tr></table>", "Year 412"),
        ("<dl><dt>Price</dt><dd>unknown</dd></dl>", "Price unknown"),
        ('<p><a href="x">A paragraph that is one link</a></p>', "A paragraph that is one link"),
        ("<h3>Why</h3>", "Why"),
        ("<p>Indeed</p>", "Indeed"),
        ("<pre>keep\n  this</pre>", "keep this"),
        ("<details><summary>More</summary><p>Of it.</p></details>", "More Of it."),
        ("<blockquote><p>Nothing.</p><footer>— The mayor</footer></blockquote>", None),
        ("Bare text in no paragraph at all.", "Bare text in no paragraph at all."),
        ("<div>One<br><br>two</div>", "One two"),
        ("<p>***</p>", "***"),
        ('<p>See:</p><ul><li><a href="x">Gulls</a></li></ul>', "See: Gulls"),
    ],
)
def test_no_paragraph_between_two_of_the_piece_is_lost(markup: str, seen: str | None) -> None:
    assert between(markup) == (seen or "Nothing. — The mayor")


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<p>Share this article</p>", "a line to share it"),
        ('<div class="newsletter-box"><p>More by e-mail</p></div>', "a newsletter's box"),
        ("<figure><img><figcaption>The ferry</figcaption></figure>", "a caption"),
        ("<p>(Photo: Nobody/The Mercury)</p>", "a picture's credit"),
        ("<aside><p>In 1899 it cost a penny.</p></aside>", "a box beside the text"),
        ('<div class="pullquote">most of us read of it on Friday</div>', "a pull quote"),
        ('<p>Read more: <a href="x">Gulls</a></p>', "links to other pieces"),
        ('<ul><li><a href="x">Gulls</a></li><li><a href="y">Bus</a></li></ul>', "a list of links"),
        ("<p>Anzeige</p>", "an advertisement"),
        ("<nav>Home</nav>", "a menu"),
        ("<p><s>It was quick.</s></p>", "words that are struck out"),
    ],
)
def test_what_is_no_part_of_the_piece_is_left_out_by_name(markup: str, kind: str) -> None:
    article = read(markup)

    assert {one.kind.value for one in article.left_out} == {kind}
    assert " ".join(article.text.split()) == f"{FIRST} {LAST}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Copyright law is a fine thing for those who own it.",
        "Share this article with your neighbours, if you have any left.",
        "Subscribe, they said, and the ferry will be yours.",
        "By God, they sold it.",
        "Related to that is the matter of the bus.",
        "Comments were asked for, and none came.",
    ],
)
def test_a_sentence_that_only_begins_like_furniture_is_text(sentence: str) -> None:
    assert between(f"<p>{sentence}</p>") == sentence


def test_what_the_library_dropped_at_the_end_is_put_back() -> None:
    items = "<ul><li>who the buyer is and</li><li>what the buyer paid</li></ul>"
    page = f"<html><body><article><p>{FIRST}</p><p>{LAST}</p>{items}</article></body></html>"
    article = article_in(page.encode(), ".html", "A title")

    assert isinstance(article, Article)
    assert article.text.endswith("what the buyer paid")
