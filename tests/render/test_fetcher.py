"""A lesson is data: rendering reads the theme and the lesson's own folder, and nothing else."""

from __future__ import annotations

import io
import socket
from pathlib import Path

import pytest
from PIL import Image

from broadsheet.render.fetcher import ConfinedFetcher
from broadsheet.render.page import LESSON, THEME

PIXEL = io.BytesIO()
Image.new("1", (1, 1)).save(PIXEL, "PNG")
INSIDE = PIXEL.getvalue()
"""An image, since the lesson's folder is read for nothing else."""


@pytest.fixture
def fetcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ConfinedFetcher:
    """A fetcher for two folders of one file each, beside a secret; the network is cut."""

    def no_network(*_args: object, **_options: object) -> None:
        raise AssertionError("something reached for the network")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    for folder, name in (("theme", "page.css"), ("lesson", "chart.png")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(INSIDE)
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (tmp_path / "lesson" / "link.png").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "lesson" / "way-out").symlink_to(tmp_path)
    return ConfinedFetcher({THEME: [tmp_path / "theme"], LESSON: [tmp_path / "lesson"]})


@pytest.mark.parametrize(
    "address", [f"{THEME}page.css", f"{LESSON}chart.png", f"{LESSON}./chart.png"]
)
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
        f"{LESSON}link.png",
        f"{LESSON}way-out/secret.txt",
        f"{LESSON}/etc/passwd",
        f"{LESSON}no-such.png",
        f"{LESSON}",
    ],
)
def test_everything_else_is_refused_and_remembered(fetcher: ConfinedFetcher, address: str) -> None:
    with pytest.raises(OSError, match=r"."):
        fetcher.fetch(address)
    assert fetcher.refused == [address]


def test_a_file_of_more_than_20_mib_is_refused(fetcher: ConfinedFetcher, tmp_path: Path) -> None:
    with (tmp_path / "lesson" / "huge.png").open("wb") as stream:
        stream.truncate(20 * 1024 * 1024 + 1)
    with pytest.raises(OSError, match="larger than 20 MiB"):
        fetcher.fetch(f"{LESSON}huge.png")
