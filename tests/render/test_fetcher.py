"""A lesson is data: rendering reads the theme and the lesson's own folder, and nothing else."""

from __future__ import annotations

import io
import socket

import pytest
from PIL import Image

from broadsheet.render.addresses import LESSON, THEME
from broadsheet.render.pdf.fetcher import ConfinedFetcher
from broadsheet.theme import OURS
from broadsheet.theme.look import Look

PIXEL = io.BytesIO()
Image.new("1", (1, 1)).save(PIXEL, "PNG")
INSIDE = PIXEL.getvalue()
"""An image, since the lesson's folder is read for nothing else."""


@pytest.fixture
def fetcher(monkeypatch: pytest.MonkeyPatch) -> ConfinedFetcher:
    """A fetcher for a theme and a lesson of one file each; the network is cut."""

    def no_network(*_args: object, **_options: object) -> None:
        raise AssertionError("something reached for the network")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    return ConfinedFetcher(
        Look({"styles/page.css": INSIDE}), {f"{LESSON}images/a chart.png": INSIDE}
    )


@pytest.mark.parametrize("address", [f"{THEME}styles/page.css", f"{LESSON}images/a%20chart.png"])
def test_files_of_the_two_folders_are_read(fetcher: ConfinedFetcher, address: str) -> None:
    assert fetcher.fetch(address).read() == INSIDE
    assert fetcher.refused == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://example.org/chart.png",
        "https://example.org/chart.png",
        "ftp://example.org/chart.png",
        "data:text/plain;base64,c2VjcmV0",
        f"{LESSON}../secret.txt",
        f"{LESSON}%2e%2e/secret.txt",
        f"{LESSON}..%2fsecret.txt",
        f"{LESSON}styles/page.css",
        f"{THEME}images/a%20chart.png",
        f"{THEME}../look.py",
        f"{THEME}%2e%2e/look.py",
        "https://[",
        f"{LESSON}/etc/passwd",
        f"{LESSON}no-such.png",
        f"{LESSON}",
    ],
)
def test_everything_else_is_refused_and_remembered(fetcher: ConfinedFetcher, address: str) -> None:
    with pytest.raises((OSError, ValueError), match=r"."):
        fetcher.fetch(address)
    assert fetcher.refused == [address]


def test_what_a_schools_theme_lacks_is_ours(fetcher: ConfinedFetcher) -> None:
    ours = (OURS / "styles" / "base.css").read_bytes()
    assert fetcher.fetch(f"{THEME}styles/base.css").read() == ours
