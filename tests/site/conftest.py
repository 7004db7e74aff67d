"""A site of three lessons, a pair, one in Arabic and one for children, and of a unit; made once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.once import once

from broadsheet.cache.store import Store
from broadsheet.find import find
from broadsheet.orders.request import Request
from broadsheet.recipes.refusal import Refusal
from broadsheet.recipes.site import Opened, Wish, site

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
PAIR, ARABIC, CHILDREN = "votes-for-women-1915", "al-muqtabas-1906", "ant-and-cricket-1912"

UNIT = f"""\
broadsheet: 1
title: Two ways to argue
language: en
level: All grades
summary: A fable and a pair.
introduction: Read.
lessons: [../{CHILDREN}.yaml]
"""


def opened(made: Opened | Refusal) -> Opened:
    """A site that was made."""
    assert isinstance(made, Opened)
    return made


def request_for(lessons: Path, made: Path) -> Request:
    """What the site of the tests asks for."""
    files = find([lessons, lessons / "units"])
    return Request(files, made, TODAY, editions=["standard", "large-print"])


def _make(folder: Path) -> None:
    lessons = folder / "lessons"
    (lessons / "units").mkdir(parents=True)
    (lessons / "units" / "two-ways.yaml").write_text(UNIT, "utf-8")
    for name in (PAIR, ARABIC, CHILDREN):
        shutil.copy(ROOT / "lessons" / f"{name}.yaml", lessons)
    shutil.copytree(ROOT / "lessons" / "sources", lessons / "sources")
    shutil.copytree(ROOT / "lessons" / "images", lessons / "images")
    shutil.copy(ROOT / "lessons" / "LICENSE.md", lessons)
    wish = Wish(folder / "site")
    made, store = folder / "cache" / "site", Store(folder / "cache")
    opened(site(request_for(lessons, made), wish, store=store))


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds `lessons`, the `cache` with what was made of them, and the `site`."""
    return once(tmp_path_factory, "site-of-three", _make)


@pytest.fixture(scope="session")
def made_site(home: Path) -> Path:
    """The folder of the site."""
    return home / "site"
