"""Documents of every lesson that ships, and of one with every kind of room: printed once.

All editions on A4; on Letter, all editions of some (one text, two, every room), and of the others
the sheets that may take so many sides and no more. Under a school's head, every lesson is on Letter
once again, and in the largest type.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from broadsheet.collection.read import read_collection
from broadsheet.find import find
from broadsheet.findings import Finding
from broadsheet.orders.composing import manuscript_of
from broadsheet.orders.order import Order
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.html.templates import to_html
from broadsheet.render.manuscript import Manuscript
from broadsheet.school.paper import Paper
from broadsheet.theme.look import look_of

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 23)
LESSONS = find([ROOT / "lessons"])
UNITS = find([ROOT / "lessons" / "units"])
ROOMS = ROOT / "tests" / "lessons" / "rooms.yaml"
WHOLLY = (
    ROOMS,
    *(
        ROOT / "lessons" / f"{name}.yaml"
        for name in (
            "phase-2-begins",
            "native-app-or-website-2015-2018",
            "votes-for-women-1915",
            "how-big-a-republic-1787",
        )
    ),
)
"""Lessons of which every edition is on both papers."""
OTHERS = tuple(file for file in LESSONS if file not in WHOLLY)
LIMITED = ("standard", "core")
"""Editions that may take so many sides and no more."""
_REPORT = "report.json"


@dataclass(frozen=True)
class Said:
    """A finding of a build."""

    code: str
    lesson: str
    message: str


def print_all(folder: Path) -> None:
    """Print the lessons and the booklets; write down what the builds say."""
    requests = (
        Request([*LESSONS, *UNITS, ROOMS], folder, TODAY, [Paper.A4], ["all"]),
        Request(WHOLLY, folder, TODAY, [Paper.LETTER], ["all"]),
        Request([*OTHERS, *UNITS], folder, TODAY, [Paper.LETTER], LIMITED),
    )
    _write([each for request in requests for each in build(request).findings], folder)


def print_with_head(folder: Path) -> None:
    """Print some under a school's head."""
    lessons = folder / "lessons"
    shutil.copytree(ROOT / "lessons", lessons, ignore=shutil.ignore_patterns("units"))
    head = "school: Grundschule am Deich\nheader: Year 9\n"
    (lessons / "broadsheet.yaml").write_text(head, "utf-8")
    request = Request(
        find([lessons]), folder / "output", TODAY, [Paper.LETTER], ["standard", "large-print-24"]
    )
    _write(build(request).findings, folder)


def _write(findings: Iterable[Finding], folder: Path) -> None:
    said = [(each.code, each.file.stem, each.message) for each in findings]
    (folder / _REPORT).write_text(json.dumps(said), "utf-8")


def said_in(folder: Path) -> list[Said]:
    """What a build said."""
    return [Said(*each) for each in json.loads((folder / _REPORT).read_text("utf-8"))]


@cache
def orders_of(file: Path, output: Path) -> dict[str, Order]:
    """Every document of a lesson or a unit, by its file's name."""
    collection = read_collection([file], TODAY)
    request = Request([file], output, TODAY, list(Paper), ["all"])
    wanted, _ = orders([*collection.good_lessons, *collection.good_units], request)
    return {order.target.name: order for order in wanted}


def html_of(order: Order) -> list[str]:
    """What goes into layout for a document: its page, or a booklet's front and parts."""
    sent = manuscript_of(order, look_of)
    pages = [sent] if isinstance(sent, Manuscript) else [sent.front, *sent.parts]
    return [to_html(page.document, page.look) for page in pages]
