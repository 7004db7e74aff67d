"""Whatever stands under a key, checking says what is wrong with it and never breaks off."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast, get_args

import pytest
from pydantic import BaseModel
from tests import hostile

from broadsheet.cli.formats import FORMATS, shown
from broadsheet.collection.judging import judge
from broadsheet.collection.read import read_collection
from broadsheet.findings import Finding
from broadsheet.lesson.load import load
from broadsheet.lesson.models import Lesson

pytestmark = pytest.mark.no_cover
"""What is tried here is whether anything breaks off; counting lines would take twice the time."""

ANYWHERE: dict[str, hostile.Value] = {
    "a list": ["one", ["two", {"three": "four"}]],
    "an empty list": [],
    "keys": {"one": {"two": ["three"]}, "[@key": "((x))"},
    "no keys": {},
    "a number": 17,
    "a huge number": 10**400,
    "a fraction": -1.5,
    "nothing": None,
    "an empty text": "",
    "blanks": " \n\t\n ",
    "a NUL": "one\0two",
    "unseen": "\x1b[31m\x07\u202eabc\u2066\x9b",
    "images of no file": "![x](a\0b.png) ![y](pipe.png) ![z](loop.txt) ![a](sources)",
    "addresses": "[x](http://[::1) <http://[> [y](//\0) https://[",
    "a huge text": "word " * 20_000,
}
PATHS: dict[str, hostile.Value] = {
    "a path with a NUL": "sources/the-bridge\0.txt",
    "a path through a file": "lesson.yaml/sources.txt",
    "a folder": "sources",
    "a name too long": "sources/" + "x" * 300,
    "a path too long": "x/" * 5_000,
    "a loop of links": "loop.txt",
    "a pipe": "pipe.png",
    "a home": "~root/x",
}
LANGUAGES: dict[str, hostile.Value] = {
    "a language with a region": "en-XX",
    "an unknown language": "qq-Latn-001",
}
DATES: dict[str, hostile.Value] = {"a date of the year 0": "0000-00-00"}
ELSEWHERE = ("title", "code")
"""Where a path, a language or a date is no worse than any other words."""
KEYS = {
    **dict.fromkeys(PATHS, ("text", "fingerprint", "file", "logo", "theme", "lessons", *ELSEWHERE)),
    **dict.fromkeys(LANGUAGES, ("language", *ELSEWHERE)),
    **dict.fromkeys(DATES, ("published", "known", "date", "checked", *ELSEWHERE)),
}
"""The keys under which a value means more than words."""
BAD = {**ANYWHERE, **PATHS, **LANGUAGES, **DATES}


def places(bad: str, whole: hostile.Value) -> Iterator[hostile.Path]:
    """Where a bad value is tried: under its own keys, or under every one."""
    for path in hostile.paths(whole):
        if bad in ANYWHERE or not set(KEYS[bad]).isdisjoint(path):
            yield path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("hostile")
    (made / "sources").mkdir()
    (made / "sources" / "the-bridge-must-wait.txt").write_text("A short text.\n", "utf-8")
    (made / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(made / "pipe.png")
    return made


def keys(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield name
        for inner in models(field.annotation):
            yield from keys(inner)


def models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models(part)


def test_the_lesson_that_is_broken_has_every_key() -> None:
    there = {step for path in hostile.paths(hostile.whole()) for step in path}

    assert set(keys(Lesson)) - there == {"sources"}


@pytest.mark.parametrize("bad", BAD)
def test_no_value_breaks_checking_or_what_is_shown_of_it(folder: Path, bad: str) -> None:
    file, lesson = folder / "lesson.yaml", hostile.whole()
    findings = set[Finding]()
    for path in places(bad, lesson):
        file.write_text(hostile.written(hostile.replaced(lesson, path, BAD[bad])), "utf-8")
        findings.update(judge(load(file), date(2026, 1, 1)).findings)
    assert findings
    for form in FORMATS:
        shown(tuple(findings), 0, form).encode("utf-8", "backslashreplace")


SETTINGS = {
    "school": "Harbour School",
    "logo": "logo.svg",
    "header": "English",
    "paper": ["a4", "letter"],
    "editions": ["standard"],
    "language": "en-US",
    "theme": "sources",
    "limits": {"copyright_words": "300", "copyright_percent": "30"},
}
UNIT = {
    "broadsheet": "1",
    "title": "Reading opinion",
    "language": "en",
    "level": "Grades 9",
    "summary": "One lesson.",
    "introduction": "Read.",
    "for_teachers": "Teach.",
    "lessons": ["../lesson.yaml"],
}


@pytest.mark.parametrize("bad", BAD)
def test_no_value_of_settings_or_of_a_unit_breaks_checking(folder: Path, bad: str) -> None:
    lesson, settings = folder / "lesson.yaml", folder / "broadsheet.yaml"
    unit = folder / "units" / "unit.yaml"
    unit.parent.mkdir(exist_ok=True)
    lesson.write_text(hostile.LESSON, "utf-8")
    findings = set[Finding]()
    for file, whole in ((settings, SETTINGS), (unit, UNIT)):
        values = cast(hostile.Value, whole)
        for path in places(bad, values):
            file.write_text(hostile.written(hostile.replaced(values, path, BAD[bad])), "utf-8")
            findings.update(read_collection([lesson, unit], date(2026, 1, 1)).findings)
        file.write_text(hostile.written(values), "utf-8")
    settings.unlink()
    assert findings
    for form in FORMATS:
        shown(tuple(findings), 0, form).encode("utf-8", "backslashreplace")
