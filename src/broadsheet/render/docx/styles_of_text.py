"""Styles of the numbered text, of questions and of the rooms to answer them."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.style import BOLD, KEEP, LIGHT, lines, size, spaced, style
from broadsheet.render.docx.xml import tag, val


def of_the_text(sizes: Sizes) -> Iterator[str]:
    """The numbered text: a number hangs before its line."""
    column = sizes.number_column
    apart = {"line": round(sizes.excerpt_leading * 20), "lineRule": "atLeast"}
    inset = round(2 * sizes.excerpt * 20)
    face = tag("rPr", sizes.text.properties, size(sizes.excerpt))
    tight, end = tag("spacing", before=0, after=0, **apart), tag("spacing", after=twips(1.6))
    hanging = tag("ind", left=column, hanging=column)
    yield style("Broadsheet Line", tag("pPr", tight, hanging), face)
    yield style("Broadsheet Line End", tag("pPr", end), based_on="Broadsheet Line")
    stops = tag("tabs", tag("tab", val="left", pos=column))
    further = tag("ind", left=column + inset, hanging=column + inset)
    yield style("Broadsheet Line Set In", tag("pPr", stops, further), based_on="Broadsheet Line")
    yield style("Broadsheet Line Set In End", tag("pPr", end), based_on="Broadsheet Line Set In")
    yield style(
        "Broadsheet Line Heading",
        tag("pPr", KEEP, end, tag("contextualSpacing"), val("outlineLvl", 2)),
        tag("rPr", BOLD),
        based_on="Broadsheet Line",
    )
    flowing = tag("spacing", before=0, after=twips(2.4), **apart)
    yield style("Broadsheet Flowing Text", tag("pPr", flowing), face)
    set_in = tag("ind", left=inset, hanging=inset)
    yield style("Broadsheet Flowing Set In", tag("pPr", set_in), based_on="Broadsheet Flowing Text")
    yield style(
        "Broadsheet Flowing Heading",
        tag("pPr", KEEP, val("outlineLvl", 2)),
        tag("rPr", BOLD),
        based_on="Broadsheet Flowing Text",
    )
    yield style(
        "Broadsheet Source",
        tag("pPr", *_boxed(sizes), lines(1.32, 0, 0)),
        tag("rPr", size(sizes.small)),
    )
    yield style("Broadsheet Beside", tag("pPr", lines(1.3, 0, 0.8)), tag("rPr", size(sizes.beside)))
    yield style(
        "Broadsheet Gloss",
        tag("pPr", lines(1.25, 0, 0.8)),
        tag("rPr", size(sizes.measures.points("gloss-size", 9))),
    )


def _boxed(sizes: Sizes) -> Iterator[str]:
    yield KEEP
    top, bottom = (sizes.measures.line(name) | {"space": 4} for name in ("bar", "hair"))
    yield tag("pBdr", tag("top", **top), tag("bottom", **bottom))


def of_rooms(sizes: Sizes) -> Iterator[str]:
    """Questions and the rooms to answer."""
    measures = sizes.measures
    indent = measures.twips("question-indent", 22.7)
    gap = measures.points("question-gap", 11.3) * 25.4 / 72
    # What a question is worth stands at the end of its last line.
    stop = tag("tabs", tag("tab", val="right", pos=sizes.width))
    yield style(
        "Broadsheet Question",
        tag(
            "pPr",
            stop,
            lines(sizes.leading, gap, 0.8),
            tag("ind", left=indent, hanging=indent),
        ),
        tag("rPr", LIGHT),
        based_on="Heading 2",
        then="Broadsheet Ask",
    )
    yield style("Broadsheet Ask", tag("pPr", stop, tag("ind", left=indent)))
    yield style("Broadsheet Help", tag("rPr", size(sizes.small)), based_on="Broadsheet Ask")
    yield style("Broadsheet Reason", tag("pPr", KEEP, lines(1, 1, 0)), based_on="Broadsheet Help")
    yield style("Broadsheet Scale", tag("pPr", spaced(2, 2)), based_on="Broadsheet Ask")
    tiny = tag("spacing", before=0, after=0, line=20, lineRule="exact")
    yield style("Broadsheet Gap", tag("pPr", tiny), tag("rPr", size(1)), shown=False)
    row = tag("spacing", before=0, after=0, line=240, lineRule="auto")
    yield style("Broadsheet Rule", tag("pPr", row))
    yield style(
        "Broadsheet Cell",
        tag("pPr", lines(1.22, 0, 0) if sizes.is_tight else lines(1.25, 0.2, 0.3)),
        tag("rPr", size(sizes.small)),
    )
    yield style("Broadsheet Cell Head", tag("rPr", BOLD), based_on="Broadsheet Cell")
    centred = tag("pPr", val("jc", "center"))
    yield style("Broadsheet Cell to Tick", centred, based_on="Broadsheet Cell")
    yield style("Broadsheet Label", tag("pPr", KEEP, spaced(1, 0)), based_on="Broadsheet Ask")
    yield style("Broadsheet Own", tag("pPr", KEEP, spaced(3, 0)))
    yield style("Broadsheet Row Name", tag("rPr", BOLD), based_on="Broadsheet Label")
    yield style(
        "Broadsheet Total",
        tag("pPr", lines(1.3, 2, 0), val("jc", "end")),
        tag("rPr", size(sizes.small)),
    )
