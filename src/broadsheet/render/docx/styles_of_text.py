"""Styles of the numbered text, of questions and of the rooms to answer them."""

from __future__ import annotations

from broadsheet.render.docx.element import Element, element, val
from broadsheet.render.docx.measures import twips
from broadsheet.render.docx.sizes import Sizes
from broadsheet.render.docx.style import StyleSheet, Type, outline, rules, stop


def add_text(sheet: StyleSheet, sizes: Sizes) -> None:
    """Add what is read: a number hangs before its line."""
    column, inset = sizes.number_column, round(2 * sizes.excerpt * 20)
    words: Type = {"size": sizes.excerpt, "face": sizes.text}
    line, set_in, flowing = "Broadsheet Line", "Broadsheet Line Set In", "Broadsheet Flowing Text"

    def apart(after: float) -> Element:
        leading = round(sizes.excerpt_leading * 20)
        return element("spacing", before=0, after=twips(after), line=leading, lineRule="atLeast")

    def end() -> Element:
        return element("spacing", after=twips(1.6))

    far = column + inset
    sheet.paragraphs(line, apart(0), left=column, hanging=column, **words)
    sheet.paragraphs("Broadsheet Line End", end(), based_on=line)
    sheet.paragraphs(set_in, stop(column), based_on=line, left=far, hanging=far)
    sheet.paragraphs("Broadsheet Line Set In End", end(), based_on=set_in)
    head = (end(), element("contextualSpacing"), outline(2))
    sheet.paragraphs("Broadsheet Line Heading", *head, based_on=line, keep=True, bold=True)
    sheet.paragraphs(flowing, apart(2.4), **words)
    sheet.paragraphs("Broadsheet Flowing Set In", based_on=flowing, left=inset, hanging=inset)
    heading = "Broadsheet Flowing Heading"
    sheet.paragraphs(heading, outline(2), based_on=flowing, keep=True, bold=True)
    _add_beside(sheet, sizes)


def _add_beside(sheet: StyleSheet, sizes: Sizes) -> None:
    """What is said of a source, and what stands beside its lines."""
    box = rules(sizes.measures.line("bar"), "top")
    box.extend(rules(sizes.measures.line("hair"), "bottom"))
    source, gloss = sizes.small, sizes.measures.points("gloss-size", 9)
    sheet.paragraphs("Broadsheet Source", box, keep=True, leading=1.32, space=(0, 0), size=source)
    sheet.paragraphs("Broadsheet Beside", leading=1.3, space=(0, 0.8), size=sizes.beside)
    sheet.paragraphs("Broadsheet Gloss", leading=1.25, space=(0, 0.8), size=gloss)


def add_rooms(sheet: StyleSheet, sizes: Sizes) -> None:
    """Add what is asked: it is set in behind its number."""
    indent = sizes.measures.twips("question-indent", 22.7)
    gap = sizes.measures.points("question-gap", 11.3) * 25.4 / 72
    ask, help_, label, end = "Broadsheet Ask", "Broadsheet Help", "Broadsheet Label", sizes.width
    # What a question is worth stands at the end of its last line.
    sheet.paragraphs(ask, stop(end, "right"), left=indent)
    sheet.paragraphs(
        "Broadsheet Question",
        stop(end, "right"),
        based_on="Heading 2",
        then=ask,
        leading=sizes.leading,
        space=(gap, 0.8),
        left=indent,
        hanging=indent,
        bold=False,
    )
    sheet.paragraphs(help_, based_on=ask, size=sizes.small)
    sheet.paragraphs("Broadsheet Reason", based_on=help_, keep=True, leading=1, space=(1, 0))
    sheet.paragraphs("Broadsheet Scale", based_on=ask, space=(2, 2))
    sheet.paragraphs(label, based_on=ask, keep=True, space=(1, 0))
    sheet.paragraphs("Broadsheet Row Name", based_on=label, bold=True)
    sheet.paragraphs("Broadsheet Own", keep=True, space=(3, 0))
    total = val("jc", "end")
    sheet.paragraphs("Broadsheet Total", total, leading=1.3, space=(2, 0), size=sizes.small)
    _add_cells(sheet, sizes)


def _add_cells(sheet: StyleSheet, sizes: Sizes) -> None:
    cell = "Broadsheet Cell"
    leading, space = (1.22, (0.0, 0.0)) if sizes.is_tight else (1.25, (0.2, 0.3))
    tiny = element("spacing", before=0, after=0, line=20, lineRule="exact")
    sheet.paragraphs("Broadsheet Gap", tiny, is_shown=False, size=1)
    sheet.paragraphs("Broadsheet Rule", leading=1.25, space=(0, 0))
    sheet.paragraphs(cell, leading=leading, space=space, size=sizes.small)
    sheet.paragraphs("Broadsheet Cell Head", based_on=cell, bold=True)
    sheet.paragraphs("Broadsheet Cell to Tick", val("jc", "center"), based_on=cell)
