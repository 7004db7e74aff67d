"""Styles of tables: their rules, and what stands around their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from docx.enum.style import WD_STYLE_TYPE

from broadsheet.render.docx.element import Element, element
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.style import StyleSheet

_BOX: Final = ("top", "left", "bottom", "right")


def add_tables(sheet: StyleSheet, sizes: Sizes) -> None:
    """Add them."""
    hair, bar = sizes.measures.line("hair"), sizes.measures.line("bar")
    above = 0.3 if sizes.is_tight else 0.5
    around = element("tblPr", element("tblInd", w=0, type="dxa"), _margins(0, 0))
    sheet.base("Normal Table", WD_STYLE_TYPE.TABLE, element("semiHidden"), around)
    within = ("insideH", "insideV")
    sheet.tables("Table Grid", _rules(hair, *_BOX, *within, at=(1.8, 0.5)))
    # The room of a table: rules between rows and columns, none around it.
    sheet.tables("Broadsheet Table", _rules(hair, "bottom", *within, at=(1.8, above)), _head(bar))
    sheet.tables("Broadsheet Lines", _rules(hair, "bottom", "insideH", at=(0, 0)))
    sheet.tables("Broadsheet Columns", _rules(hair, "insideV", at=(2.4, 0)))
    sheet.tables("Broadsheet Fields", _rules(hair, "bottom", at=(1.2, 0)))
    sheet.tables("Broadsheet Layout", _rules(hair, at=(1.2, 0)))
    cut = hair | {"val": "dashed"}
    sheet.tables("Broadsheet Slips", _rules(cut, *within, at=(8, 8)))


def _rules(line: Mapping[str, object], *sides: str, at: tuple[float, float]) -> Element:
    """Rules along sides; `at` is what stands beside words and above them, in millimetres."""
    borders = element("tblBorders", *(element(side, **line) for side in sides))
    return element("tblPr", *([borders] if sides else []), _margins(*at))


def _head(line: Mapping[str, object]) -> Element:
    """The first row of a table with a head."""
    bold = element("rPr", element("b"), element("bCs"))
    rule = element("tcPr", element("tcBorders", element("bottom", **line)))
    return element("tblStylePr", bold, rule, type="firstRow")


def _margins(beside: float, above: float) -> Element:
    """What stands around the words of a cell, in millimetres."""
    sides = {"top": above, "left": beside, "bottom": above, "right": beside}
    told = (element(side, w=twips(wide), type="dxa") for side, wide in sides.items())
    return element("tblCellMar", *told)
