"""Images and links lead where a lesson may go, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from PIL import Image

from broadsheet.collection.judging import judge
from broadsheet.findings import Finding, Severity
from broadsheet.lesson.load import load

Found: TypeAlias = Callable[[str], list[Finding]]

ANSWER = "It casts doubt on the experts."


@pytest.fixture
def found(tmp_path: Path, clean_lesson: str) -> Found:
    """What is found in a lesson with this Markdown in it, beside a folder of images."""
    folder = tmp_path / "lesson"
    (folder / "images").mkdir(parents=True)
    Image.new("1", (8, 8)).save(folder / "images" / "bridge.png")
    Image.new("1", (8, 8)).save(folder / "images" / "two words.png")
    Image.new("1", (8, 8)).save(tmp_path / "outside.png")
    Image.new("1", (5000, 4001)).save(folder / "images" / "large.png")
    (folder / "images" / "text.png").write_text("no image", "utf-8")
    (folder / "images" / "drawing.svg").write_text("<svg/>", "utf-8")
    (folder / "images" / "linked.png").symlink_to(tmp_path / "outside.png")
    file = folder / "lesson.yaml"

    def of(markdown: str) -> list[Finding]:
        prose = markdown.replace("'", "''")
        file.write_text(clean_lesson.replace(ANSWER, f"'{prose}'"), "utf-8")
        findings = judge(load(file), date(2026, 1, 1)).findings
        return [finding for finding in findings if finding.severity is Severity.ERROR]

    return of


@pytest.mark.parametrize(
    "markdown",
    [
        "![a bridge](images/bridge.png)",
        '![a bridge](images/bridge.png "Bridge")',
        "![a bridge][b]\n\n[b]: images/bridge.png",
        "See [the archive](https://harbour.example/a), <https://harbour.example>.",
        "Write to [the clerk](mailto:clerk@harbour.example) or <clerk@harbour.example>.",
        "1 < 2, and `[x](file:///x)`",
        "\\![not an image](https://harbour.example)",
        "[x][y] and its definition are words:\n\n[y]: javascript:alert",
    ],
)
def test_what_may_be_printed_is_not_found(found: Found, markdown: str) -> None:
    assert found(markdown) == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://harbour.example/bridge.png", "image-refused"),
        ("//harbour.example/bridge.png", "image-refused"),
        ("file:///etc/passwd", "image-refused"),
        ("data:image/png;base64,AAAA", "image-refused"),
        ("/etc/passwd", "image-refused"),
        ("../outside.png", "image-refused"),
        ("images/../../outside.png", "image-refused"),
        ("images/linked.png", "image-refused"),
        ("images/drawing.svg", "image-refused"),
        ("images/brigde.png", "image-missing"),
        ("images/text.png", "image-missing"),
        ("images", "image-missing"),
        ("images/large.png", "image-too-large"),
    ],
)
def test_an_image_that_cannot_be_printed_is_found_at_its_address(
    found: Found, address: str, code: str
) -> None:
    (finding,) = found(f"![a bridge]({address})")
    place = finding.place

    assert finding.code == code
    assert place is not None
    assert place.end_column - place.column == len(address)


def test_a_misspelt_image_asks_whether_the_one_beside_it_was_meant(found: Found) -> None:
    (finding,) = found("![a bridge](images/brigde.png)")

    assert finding.hint == "did you mean bridge.png?"


@pytest.mark.parametrize("markdown", ["![](images/bridge.png)", "![  ](images/bridge.png)"])
def test_an_image_says_in_words_what_it_shows(found: Found, markdown: str) -> None:
    (finding,) = found(markdown)

    assert finding.code == "image-undescribed"


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](file:///etc/passwd)",
        "[x](javascript:alert)",
        "[x](JavaScript:alert)",
        "[x](data:text/html,x)",
        "[x](ftp://harbour.example)",
        "[x](images/bridge.png)",
        "[x](//harbour.example)",
        "[x]( javascript:alert )",
        "<ftp://harbour.example>",
    ],
)
def test_a_link_leads_to_the_web_or_to_a_mail_address(found: Found, markdown: str) -> None:
    assert [finding.code for finding in found(markdown)] == ["link-refused"]
