"""Addresses can be opened as they are printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from broadsheet.findings import Finding

Say: TypeAlias = Callable[..., list[Finding]]

URL = "https://example.org/square"


@pytest.mark.parametrize(
    "url",
    [
        "example.org/square",
        "www.example.org",
        "htps://example.org",
        "https:/example.org",
        "https://example",
        "https://example..org/a",
        "https://example.org/a page",
        "https://[example.org",
        "https://example.org/square.",
        "https://example.org/square)",
        "ftp://example.org/square",
    ],
)
def test_an_address_that_no_browser_opens_is_found(say: Say, url: str) -> None:
    (finding,) = say((URL, f'"{url}"'))

    assert (finding.code, finding.path) == ("url-malformed", ("source", "url"))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://www.example.co.uk:8080/a/b.html?c=d&e=1#f",
        "https://de.wikipedia.org/wiki/Maidan_(Platz)",
        "https://приклад.укр/площа",
        "https://web.archive.org/web/2022/https://example.org/a",
        "https://example.org/~author/2022/09/21/",
    ],
)
def test_an_address_as_browsers_show_it_is_left_alone(say: Say, url: str) -> None:
    assert not say((URL, f'"{url}"'))


def test_the_addresses_of_cited_works_are_read_too(say: Say) -> None:
    found = say(
        ("where: table 2", "url: example.org/trade"),
        ("\nnotes:", "\nreferences:\n  x: {title: Report 7, url: example.org}\n\nnotes:"),
    )

    assert [each.path for each in found if each.code == "url-malformed"] == [
        ("facts", "trade-survey", "cite", 0, "url"),
        ("references", "x", "url"),
    ]
