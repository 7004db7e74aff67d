"""Styles of tables: their rules, and what stands around their words."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.style import BOLD, style
from broadsheet.render.docx.xml import tag, val


def of_tables(sizes: Sizes) -> Iterator[str]:
    """Styles of tables: their rules, and what stands around their words."""
    measures = sizes.measures
    hair, bar = measures.line("hair"), measures.line("bar")
    yield tag(
        "style",
        val("name", "Normal Table"),
        val("uiPriority", 99),
        tag("semiHidden"),
        tag("tblPr", tag("tblInd", w=0, type="dxa"), _margins(0, 0)),
        type="table",
        default="1",
        styleId="NormalTable",
    )

    def of(name: str, borders: str, margins: str, *more: str) -> str:
        inside = tag("tblPr", tag("tblBorders", borders) if borders else "", margins)
        return style(name, inside, *more, kind="table", based_on="Normal Table", shown=False)

    def edges(line: dict[str, object], *sides: str) -> str:
        return "".join(tag(side, **line) for side in sides)

    above = 0.3 if sizes.is_tight else 0.5
    grid = edges(hair, "top", "left", "bottom", "right", "insideH", "insideV")
    yield of("Table Grid", grid, _margins(1.8, 0.5))
    head = tag(
        "tblStylePr",
        tag("rPr", BOLD),
        tag("tcPr", tag("tcBorders", edges(bar, "bottom"))),
        type="firstRow",
    )
    # The room of a table: rules between rows and columns, none around it.
    yield of(
        "Broadsheet Table", edges(hair, "bottom", "insideH", "insideV"), _margins(1.8, above), head
    )
    yield of("Broadsheet Lines", edges(hair, "bottom", "insideH"), _margins(0, 0))
    yield of("Broadsheet Columns", edges(hair, "insideV"), _margins(2.4, 0))
    yield of("Broadsheet Fields", edges(hair, "bottom"), _margins(1.2, 0))
    yield of("Broadsheet Layout", "", _margins(1.2, 0))
    cut = edges(hair | {"val": "dashed"}, "insideH", "insideV")
    yield of("Broadsheet Slips", cut, _margins(8, 8))


def _margins(beside: float, above: float) -> str:
    """What stands around the words of a cell, in millimetres."""
    return tag(
        "tblCellMar",
        tag("top", w=twips(above), type="dxa"),
        tag("left", w=twips(beside), type="dxa"),
        tag("bottom", w=twips(above), type="dxa"),
        tag("right", w=twips(beside), type="dxa"),
    )
