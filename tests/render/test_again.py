"""A document laid out again with other heights and gaps is the one that they would have made."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from tests.render.conftest import ROOT

from broadsheet.collection.read import read_collection
from broadsheet.find import find
from broadsheet.orders.composing import manuscript_of
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.render.pdf.again import Layouts
from broadsheet.render.pdf.fonts import our_fonts, without_machines_fonts
from broadsheet.render.pdf.layout import render
from broadsheet.render.pdf.own_styles import Styles
from broadsheet.school.paper import Paper
from broadsheet.theme import OURS
from broadsheet.theme.look import look_of

TODAY = date(2026, 11, 27)

SHEET = """
@page { size: 150mm 120mm; margin: 15mm; @bottom-left { content: counter(page) "/" counter(pages) }
        @top-left { content: string(part) } @top-right { content: element(head) } }
html { font: 12pt/1.4 Atkinson Hyperlegible Next }
h2 { break-after: avoid } p { orphans: 2; widows: 2 }
.box { border: 1px solid; height: 20mm; break-inside: avoid }
table { border-collapse: collapse; width: 100%; table-layout: fixed } td { border: 1px solid }
.name { display: none }
"""
WORDS = "What each side rests on, and <em>what it leaves out</em>, is asked below. " * 4
TABLE = (
    "<table id=table><thead><tr><th>Claim<th>Evidence</thead>"
    + "".join(f"<tr><td id=cell-{row}>{row}<td>{WORDS[:60]}" for row in range(6))
    + "</table>"
)
PARTS = "".join(
    f"<h2 id=head-{part}>Part {part}</h2><p id=words-{part}>{WORDS}</p>"
    f"<div class=box id=box-{part}></div><p class=name id=name-{part}>{WORDS}</p>"
    for part in range(4)
)
RUNNING_ON = {
    "nothing": "",
    "a float": f"<div style='float: right; width: 30mm'>{WORDS * 3}</div>",
    "what is placed": f"<div style='position: absolute; width: 30mm; left: 80mm'>{WORDS * 3}</div>",
    "footnotes": f"<p>Words<span style='float: footnote'>{WORDS * 3}</span> with a note.</p>",
    "a running head": "<p style='position: running(head)'>Head</p>",
    "the name of a part": "<style>h2 { string-set: part content() }</style>",
    "numbers of pages": (
        "<style>a::after { content: target-counter('#box-3', page) }</style><p><a>See </a></p>"
    ),
    "how many pages there are": "<style>h2::after { content: counter(pages) }</style>",
}
"""What may go on from page to page, which a school's theme may ask for."""
GROWN = {"box-1": "height: 80.25px", "cell-2": "height: 90.5px"}
HIGHER = {"box-1": "height: 80.25px", "box-2": "height: 130px", "cell-2": "height: 90.5px"}
LOWER = {"box-1": "height: 30px"}
CLOSER = {
    **{f"head-{part}": "margin-top: 2.5px; margin-bottom: 0px" for part in range(4)},
    "words-1": "line-height: 15.5px",
    "table": "margin-top: 3px; padding-top: 4px",
    "cell-1": "margin-top: 5px; padding-top: 6px",
}
APART = {"box-2": "break-before: page; height: 200px"}


SHOWN = {"name-1": "display: block", "box-2": "break-before: page"}


class Written:
    """A document that WeasyPrint lays out with some styles at its elements."""

    def __init__(self, running_on: str) -> None:
        body = f"<h1>Again</h1>{RUNNING_ON[running_on]}{PARTS}{TABLE}{PARTS.replace('-', '-late-')}"
        with without_machines_fonts():
            self._fonts = our_fonts()
            faces = OURS / "styles" / "fonts.css"
            self._sheets = [
                weasyprint.CSS(filename=faces, font_config=self._fonts),
                weasyprint.CSS(string=SHEET, font_config=self._fonts),
            ]
        self._html = weasyprint.HTML(string=f"<html lang=en><title>Again</title>{body}")
        self._by_name = {each.get("id"): each for each in self._html.etree_element.iter()}

    def at(self, styles: dict[str, str]) -> Styles:
        """Styles by elements instead of their names."""
        return {self._by_name[name]: style for name, style in styles.items()}

    def lay_out(self, styles: Styles) -> Any:
        """Lay all of it out."""
        for element, style in styles.items():
            element.set("style", style)
        try:
            with without_machines_fonts():
                return self._html.render(stylesheets=self._sheets, font_config=self._fonts)
        finally:
            for element in styles:
                del element.attrib["style"]


@pytest.mark.parametrize("running_on", RUNNING_ON)
def test_what_is_laid_out_again_is_what_is_laid_out_anew(running_on: str) -> None:
    written = Written(running_on)
    layouts = Layouts(written.lay_out)
    first = layouts.lay_out({})
    before = first.write_pdf()
    for named in (GROWN, HIGHER, CLOSER, {**CLOSER, **HIGHER}, SHOWN, {**SHOWN, **APART}, LOWER):
        styles = written.at(named)
        again = layouts.lay_out(styles).write_pdf()
        assert again != before
        assert again == written.lay_out(styles).write_pdf()
    assert first.write_pdf() == before, "a document of before stays as it was"


def test_a_page_on_which_nothing_changed_is_not_laid_out_again() -> None:
    written = Written("nothing")
    layouts = Layouts(written.lay_out)
    documents = [layouts.lay_out(written.at(each)) for each in ({}, {"box-2": "height: 76px"})]
    before, after = ([boxes(page) for page in each.pages] for each in documents)
    changed = [number for number, page in enumerate(after) if page != before[number]]
    assert len(before) == len(after) > 4
    assert len(changed) == 1


def test_styles_of_before_are_no_styles_of_now() -> None:
    written = Written("nothing")
    layouts = Layouts(written.lay_out)
    first = layouts.lay_out({})
    layouts.lay_out(written.at(CLOSER))
    assert layouts.lay_out({}) is first


def boxes(page: Any) -> set[int]:
    """Which boxes stand on a page."""
    return {id(box) for box in page._page_box.children[0].children[0].children}  # noqa: SLF001


def test_lines_are_as_full_where_a_lesson_is_laid_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = find([ROOT / "lessons" / "ant-and-cricket-1912.yaml"])
    collection = read_collection(lesson, TODAY)
    request = Request(lesson, tmp_path, TODAY, [Paper.LETTER], ["supported"], ["worksheet"])
    ((order,), _) = orders(collection.good_lessons, request)
    sheet = manuscript_of(order, look_of)
    again = render(sheet).data
    monkeypatch.setattr(Layouts, "_as_far_as_changed", lambda *_: None)
    assert again == render(sheet).data
