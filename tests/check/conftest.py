"""What checking says of a lesson in which one thing is changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from broadsheet.collection.judging import judge
from broadsheet.findings import Finding
from broadsheet.lesson.load import load

TODAY = date(2026, 11, 23)

Say: TypeAlias = Callable[..., list[Finding]]
Ask: TypeAlias = Callable[..., list[str]]

FAIR = (Path(__file__).parents[1] / "lessons" / "near" / "answer-repeated.yaml").read_text("utf-8")
"""A lesson about a market square of which nothing is said but that its source is not at hand."""

FRAMING = "What does the picture ((a warehouse with a fountain)) do for a reader?"


@pytest.fixture
def fair_lesson() -> str:
    """A lesson that asks well."""
    return FAIR


@pytest.fixture
def say(tmp_path: Path) -> Say:
    """The findings of the fair lesson, with each `(old, new)` changed in it."""

    def of(*changes: tuple[str, str]) -> list[Finding]:
        text = FAIR
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        file = tmp_path / "lesson.yaml"
        file.write_text(text, "utf-8")
        found = judge(load(file), TODAY).findings
        return [finding for finding in found if finding.code != "source-not-at-hand"]

    return of


@pytest.fixture
def ask(say: Say) -> Ask:
    """The codes of what is said of a question, put in place of the one on framing."""

    def of(question: str, language: str = "en", more: str = "") -> list[str]:
        asked = json.dumps(question, ensure_ascii=False) + more
        found = say((FRAMING, asked), ("language: en", f"language: {language}"))
        return [each.code for each in found if each.code != "language-without-labels"]

    return of
