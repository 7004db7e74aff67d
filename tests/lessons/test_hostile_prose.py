"""Prose that libraries take minutes for is judged or refused within the limits, in every key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests import hostile

from broadsheet.check import size
from broadsheet.collection.judging import judge
from broadsheet.lesson.load import load

pytestmark = pytest.mark.no_cover
"""What is tried here is whether anything breaks off; counting lines would take twice the time."""

FAR_TOO_MUCH = {
    "brackets": "[[" * 8_000,
    "links": "[a](" * 8_000,
    "references": "[a][" * 8_000,
    "images": "![a](" * 8_000,
    "parentheses": "(" * 50_000,
    "quotations": "((so-called)) " * 5_000,
    "citations": "[@minutes-1924] " * 15_000,
    "emphasis": "*a **b " * 9_000,
    "backticks": "`a ``" * 9_000,
    "angles": "<http://a " * 9_000,
    "quotes in quotes": "\n".join(">" * depth + " a" for depth in range(1, 400)),
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(400)),
    "definitions": "[a]: http://x\n" * 5_000,
    "a table": "a|b\n-|-\n" + "c|d\n" * 5_000,
    "open quotation marks": "“a " * 20_000,
    "one word": "the " * 40_000,
    "a long word": "x" * 100_000,
    "blanks": "a" + " " * 100_000 + "b",
    "blank lines": "a\n\n" * 40_000,
    "accents": "a" + "\u0301" * 50_000,
    "cuts": "[…] " * 20_000,
}
"""Text that is far too much for any key."""

PROSE: list[hostile.Path] = [
    ("title",),
    ("questions", "gist", 0, "ask"),
    ("questions", "gist", 0, "steps", 0),
    ("questions", "gist", 0, "answer", "proficient"),
    ("glossary", "wagons"),
    ("facts", "minutes-1924", "says"),
    ("notes", "background"),
    ("source", "excerpt"),
]


def said(folder: Path, path: hostile.Path, text: str) -> list[str]:
    (folder / "sources").mkdir(exist_ok=True)
    source = folder / "sources" / "the-bridge-must-wait.txt"
    # All of it is read again for each lesson, and an excerpt alone is held against it.
    times = 1_000 if path[-1] == "excerpt" else 1
    source.write_text("the " * 20 * times + "The council voted " * times, "utf-8")
    file = folder / "lesson.yaml"
    file.write_text(hostile.written(hostile.replaced(hostile.whole(), path, text)), "utf-8")
    return [finding.code for finding in judge(load(file), date(2026, 1, 1)).findings]


@pytest.mark.parametrize("name", FAR_TOO_MUCH)
def test_far_too_much_is_a_finding_or_is_judged(tmp_path: Path, name: str) -> None:
    for path in PROSE:
        codes = said(tmp_path, path, FAR_TOO_MUCH[name])
        assert "checking-given-up" not in codes
        assert "too-much" in codes or path[-1] == "excerpt" or len(FAR_TOO_MUCH[name]) < size.VALUE


@pytest.mark.parametrize("name", FAR_TOO_MUCH)
def test_as_much_as_may_be_is_judged(tmp_path: Path, name: str) -> None:
    text = FAR_TOO_MUCH[name][: size.VALUE]
    while list(size.too_large(("background",), text)):
        text = text[: len(text) * 9 // 10]
    for path in PROSE:
        assert "checking-given-up" not in said(tmp_path, path, text)
