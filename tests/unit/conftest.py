"""What tests of units begin with: a small collection, and a unit of its lessons."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.conftest import CLEAN

from broadsheet.making.report import Report
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.school.paper import Paper

TODAY = date(2026, 11, 23)

Write: TypeAlias = Callable[..., Path]

UNIT = """\
broadsheet: 1
title: Bridges and markets
language: en
level: Grades 9–10
summary: Three editorials about one town.
introduction: |
  A town argues about a bridge.

  - Ask **who says so**.
  - Ask what is left out.
for_teachers: |
  ### Why this order

  The second editorial answers the first.
lessons:
  - ../bridge.yaml
  - ../ferry.yaml
  - ../market.yaml
"""


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a collection of three lessons, and a unit of them with changes; give the unit."""
    return collection_in(tmp_path)


def collection_in(folder: Path) -> Write:
    """Write three lessons in a folder, and give what writes units of them there."""
    units = folder / "lessons" / "units"
    units.mkdir(parents=True)
    titles = {"bridge": "Who pays?", "ferry": "Who was asked?", "market": "Who gains?"}
    for name, title in titles.items():
        lesson = changed(CLEAN, ("Who pays for the bridge?", title))
        (units.parent / f"{name}.yaml").write_text(lesson, "utf-8")

    def unit(*changes: tuple[str, str], name: str = "course.yaml") -> Path:
        file = units / name
        file.write_text(changed(UNIT, *changes), "utf-8")
        return file

    return unit


def built(
    *files: Path,
    output: Path,
    papers: tuple[Paper, ...] = (Paper.A4,),
    documents: tuple[str, ...] = (),
) -> Report:
    return build(Request(files, output, TODAY, papers, documents=documents))


def pages_of(pdf: Path) -> list[str]:
    """The text of each page, laid out as it stands."""
    shown = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True, text=True
    ).stdout
    return shown.split("\f")[:-1]


def foot_of(page: str) -> str:
    """The last line of a page, where its furniture stands."""
    return re.sub(r"\s+", " ", page.rstrip().rsplit("\n", 1)[-1]).strip()
