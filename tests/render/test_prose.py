"""Nodes of prose as HTML: escaped, in levels that a screen reader can follow, black on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from tests.once import once
from tests.prose.test_law import ANY_TEXT
from tests.tag_tree import tag_tree

from broadsheet.locale.labels import labels_for
from broadsheet.orders.request import Request
from broadsheet.prose.parse import parse, parse_phrase
from broadsheet.prose.walk import visible
from broadsheet.recipes.build import build
from broadsheet.render.html.prose import html_of, words_of

ENGLISH = labels_for("en")


def test_headings_stand_below_that_of_their_place() -> None:
    assert re.findall(r"<h(\d)", html_of(parse("# a\n\n### b\n\n# c"), ENGLISH)) == ["3", "4", "3"]
    assert re.findall(r"<h(\d)", html_of(parse("## a\n\n### b"), ENGLISH, below=1)) == ["2", "3"]


def test_the_address_of_a_link_stands_after_its_words_and_not_twice() -> None:
    assert html_of(parse_phrase("[so](https://a.example/b)"), ENGLISH) == (
        '<a href="https://a.example/b">so</a> (<span class="address">https://a.example/b</span>)'
    )
    assert html_of(parse_phrase("<https://a.example>"), ENGLISH).count("a.example") == 2
    assert html_of(parse_phrase("[me](mailto:me@a.example)"), ENGLISH).endswith(
        ">me@a.example</span>)"
    )


@pytest.mark.parametrize("address", ["javascript:alert", "file:///etc/passwd", "data:text/html,x"])
def test_no_link_is_made_but_to_the_web_or_a_mailbox(address: str) -> None:
    assert "href" not in html_of(parse_phrase(f"[so]({address})"), ENGLISH)


def test_a_list_begins_where_it_is_typed_to_begin() -> None:
    assert "counter-reset: list-item 2" in html_of(parse("3. a\n4. b"), ENGLISH)
    assert "counter-reset" not in html_of(parse("1. a\n2. b"), ENGLISH)


def test_numbers_that_do_not_count_up_are_printed_as_text() -> None:
    assert '<span class="mark">1917.</span>' in html_of(parse("1917. a\n1933. b"), ENGLISH)


def test_what_is_quoted_or_typed_for_machines_is_an_element_of_its_own() -> None:
    quoted = "<blockquote>\n<p><code>so</code></p>\n</blockquote>"
    assert html_of(parse("> `so`"), ENGLISH) == quoted


def test_what_nothing_was_proved_of_stands_as_typed() -> None:
    assert html_of(parse_phrase("((so)) [@a]"), ENGLISH) == "((so)) [@a]"


def test_words_for_the_name_of_a_field_lose_none_that_look_like_markup() -> None:
    assert words_of("2 <3> &amp; 4", ENGLISH) == "2 <3> &amp; 4"
    assert words_of(Markup("<b>2</b> &lt;3&gt;"), ENGLISH) == "2 <3>"


def test_words_for_the_name_of_a_field_have_no_markup() -> None:
    assert words_of(parse_phrase("*so* & `so`"), ENGLISH) == "so & so"


@given(ANY_TEXT | st.text())
def test_html_is_well_formed_and_says_what_the_nodes_say(text: str) -> None:
    prose = parse(re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", text))
    html = str(html_of(prose, ENGLISH)).replace("<br>", "<br/>")
    root = ElementTree.fromstring(f"<prose>{re.sub('<img([^>]*)>', '<img/>', html)}</prose>")  # noqa: S314 - our own
    said = "".join("".join(root.itertext()).split())
    numbers = re.compile(r"\d+\.|•")
    assert numbers.sub("", said) == numbers.sub("", "".join(visible(prose).split()))


LONG = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"
ADDRESS = "https://a.example/?url=" + "%3A%2F%2F".join(["safelink"] * 20)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The documents of a lesson whose prose has everything in it, and words that are too long."""
    folder = once(tmp_path_factory, "prose", print_prose)
    return lambda name: folder / "out" / "prose" / f"prose-{name}-a4.pdf"


def print_prose(folder: Path) -> None:
    lesson = Path(__file__).parents[1] / "lessons" / "rooms.yaml"
    text = lesson.read_text("utf-8")
    first = re.search(r"    - ask: .*\n", text)
    assert first
    ask = f"""\
    - ask: |
        3. Oktober 1990, says "#MeToo", it's 6'2":
        - so [here]({ADDRESS}),
        - {LONG}{LONG}.

        # A heading

        1917. A year.
        1933. Another.

        > {LONG} & <b>so</b>

        __________

        | {LONG} | b |
        | --- | --- |
        | {ADDRESS} | {LONG} |
"""
    text = text.replace(first[0], ask, 1)
    text = re.sub(r"(?m)^title: .*", f"title: Was ist eine {LONG}{LONG}?", text)
    (folder / "sources").symlink_to(lesson.parent / "sources")
    (folder / "prose.yaml").write_text(text, "utf-8")
    build(
        Request(
            (folder / "prose.yaml",),
            folder / "out",
            date(2026, 1, 1),
            editions=["standard", "large-print"],
        )
    )


DOCUMENTS = ("worksheet", "worksheet-large-print", "teacher-notes")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_typed_is_read_out_of_the_pdf(documents: Callable[[str], Path], name: str) -> None:
    words = "".join(tag_tree(documents(name)).words().split())
    for typed in (
        "3.Oktober1990,says“#MeToo”,it’s6'2\":",
        f"sohere({ADDRESS}),",
        f"{LONG}{LONG}.",
        "1917.Ayear.",
        "1933.Another.",
        "&<b>so</b>",
    ):
        assert typed in words
    assert "____" not in words


@pytest.mark.parametrize("name", DOCUMENTS)
def test_headings_of_prose_skip_no_level_and_leave_the_title_alone(
    documents: Callable[[str], Path], name: str
) -> None:
    tags = tag_tree(documents(name)).walk()
    levels = [int(tag.name[1]) for tag in tags if re.fullmatch(r"H\d", tag.name)]
    assert levels.count(1) == 1
    assert 3 in levels
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_words_too_long_for_a_line_are_broken_and_stay_on_the_paper(
    documents: Callable[[str], Path], name: str
) -> None:
    pdf = pypdfium2.PdfDocument(documents(name))
    edge = 11 * 72 / 25.4
    assert len(pdf) > 0
    for page in pdf:
        text, width = page.get_textpage(), page.get_width()
        for at in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(at)
            assert right <= left or (left >= edge and right <= width - edge)
