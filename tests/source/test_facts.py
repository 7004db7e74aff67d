"""What a file says of its piece, and what it is not believed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from broadsheet.source.facts import Facts, facts_in

PAGES: Final = Path(__file__).parent / "pages"


def test_a_page_says_title_author_outlet_day_and_language() -> None:
    assert facts_in((PAGES / "newspaper.html").read_bytes(), ".html") == Facts(
        title="Who sold the ferry?",
        author="Sample Writer",
        outlet="Mercury",
        published="2021-05-03",
        language="en-GB",
    )


@pytest.mark.parametrize(
    "said",
    [
        b"Snapshot-Content-Location: https://quay.example/ferry\r\n",
        b"<!-- saved from url=(0026)https://quay.example/ferry -->\n",
    ],
)
def test_a_browser_says_where_it_saved_a_page_from(said: bytes) -> None:
    page = (PAGES / "newspaper.html").read_bytes()
    if said.startswith(b"Snap"):
        page = b"From: <Saved>\r\n" + said + b"Content-Type: text/html\r\n\r\n" + page
        assert facts_in(page, ".mhtml").url == "https://quay.example/ferry"
    else:
        assert facts_in(said + page, ".html").url == "https://quay.example/ferry"


def test_markdown_says_it_above_its_text_or_in_its_heading() -> None:
    front = b'---\ntitle: "A day: the ferry"\nauthor: A. Writer\ndate: 2021-05-03T10:00\n---\n\nIt.'
    assert facts_in(front, ".md") == Facts(
        title="A day: the ferry", author="A. Writer", published="2021-05-03"
    )
    assert facts_in(b"# The ferry #\n\nIt was sold.", ".md").title == "The ferry"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The ferry\n\nIt was sold.", "The ferry"),
        ("\ufeffThe ferry\r\n\r\nIt was sold.", "The ferry"),
        ("It was sold.\n\nNobody was asked.", ""),
        ("The ferry was\nsold on a day\n\nNobody was asked.", ""),
        ("word " * 40 + "\n\nNobody was asked.", ""),
    ],
)
def test_the_first_line_of_a_text_is_its_title_where_it_stands_apart(text: str, title: str) -> None:
    assert facts_in(text.encode(), ".txt").title == title


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date", "2021-13-40"),
        ("date", "yesterday"),
        ("url", "javascript:alert(1)"),
        ("lang", "no tag"),
        ("title", "x" * 400),
    ],
)
def test_what_can_be_no_such_fact_is_left_for_the_author(key: str, value: str) -> None:
    assert facts_in(f"---\n{key}: {value}\n---\n\nIt was sold.".encode(), ".md") == Facts()


def test_what_cannot_be_seen_is_no_part_of_a_fact() -> None:
    assert facts_in("---\nauthor: A\u202e\x07 Writer\n---\n".encode(), ".md").author == "A Writer"
