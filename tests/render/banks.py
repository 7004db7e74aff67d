"""Question banks in every format of learning platforms, made once for a run of the tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from broadsheet.orders.request import Request
from broadsheet.recipes.build import build

ROOT: Final = Path(__file__).parents[2]
PAIR: Final = ROOT / "tests" / "lessons" / "rooms.yaml"
ARABIC: Final = ROOT / "lessons" / "al-muqtabas-1906.yaml"
CHILDREN: Final = ROOT / "lessons" / "ant-and-cricket-1912.yaml"
PICTURE: Final = ROOT / "lessons" / "diagram-of-mortality-1858.yaml"
LESSONS: Final = (PAIR, ARABIC, CHILDREN, PICTURE)
FORMATS: Final = ["moodle", "qti", "qti21"]
TODAY: Final = date(2026, 11, 23)


def make(folder: Path) -> None:
    """Make the banks of all these lessons."""
    report = build(Request(list(LESSONS), folder, TODAY, formats=FORMATS))
    assert not [each for each in report.findings if each.severity == "error"]


def file_of(folder: Path, lesson: Path, ending: str, edition: str = "") -> Path:
    """A bank by its lesson."""
    name = f"{lesson.stem}-question-bank{edition and f'-{edition}'}.{ending}"
    return folder / lesson.stem / name


HOSTILE: Final = "]]> <script>alert(1)</script> & x <b>"
"""Words that end CDATA, open elements and begin entities where they are not written as words."""


def hostile(clean_lesson: str) -> str:
    """A lesson that says such words wherever a platform shows them."""
    kept = f"'{HOSTILE}'"
    return clean_lesson.replace("title: Who pays for the bridge?", f"title: '{HOSTILE}'").replace(
        "questions:\n",
        "questions:\n  gist:\n"
        f"    - {{ask: {kept}, choices: [{kept}, no], right: 2, answer: {kept}}}\n"
        f"    - {{ask: {kept}, space: 2 lines, answer: {kept}, accept: [{kept}]}}\n",
    )
