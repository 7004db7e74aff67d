"""A composed document to a page, through the theme's templates."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from types import MappingProxyType
from typing import Final

from broadsheet.locale.labels import Labels
from broadsheet.plain import Record
from broadsheet.render.arrived import file_of, foot_of, labels_of
from broadsheet.render.html.css import in_css
from broadsheet.render.html.environment import environment, say, speaking
from broadsheet.render.html.faults import fault_in
from broadsheet.render.html.group import GROUP_ENDS
from broadsheet.render.html.medium import PAPER, Medium, leading_in
from broadsheet.render.html.page import Page
from broadsheet.render.manuscript import Manuscript
from broadsheet.school.paper import Paper
from broadsheet.text.language_tags import base_of
from broadsheet.theme.coverage import needs_han, uncovered
from broadsheet.theme.look import Look, ThemeError

_FACES: Final = '"Broadsheet Sans", "Broadsheet Naskh", "Noto Serif Hebrew"'
"""Faces of the page's furniture, where the edition names none."""
_SIZE: Final = "8pt"
_SIZES: Final = {"slides": "12pt"}
"""Size of the page's furniture where the edition names none; slides are read from afar."""
_HAN_FIRST: Final = ("ja", "zh")
"""Languages whose signs, such as “ ” and …, are those of the faces for Chinese and Japanese."""


def to_html(
    document: Record,
    look: Look,
    medium: Medium = PAPER,
    before: str = "",
    given: Mapping[str, object] = MappingProxyType({}),
) -> str:
    """Set a composed document with its template, whose name has something `before` it.

    `given` are further values for the template. Raises ThemeError, with file and line, where a
    template is broken.
    """
    values = {name: getattr(document, name) for name in document if name != "name"} | dict(given)
    try:
        with speaking(labels_of(document.labels), leading_in(document, medium)):
            template = environment(look).get_template(f"{before}{file_of(document)}.html")
            html: str = template.render(
                values,
                say=say,
                document_name=document.name,
                group_ends=GROUP_ENDS,
                logo=medium.logo,
                of_part=medium.of_part,
            )
            return html
    except ThemeError:
        raise
    except Exception as error:  # a template is code, and can raise whatever Python can
        raise fault_in(error) from None


def page_of(manuscript: Manuscript, medium: Medium = PAPER) -> Page:
    """Set a document with the theme's template.

    `medium` names its lines and images where it is bound with others. Raises ThemeError, with file
    and line, where the template is broken.
    """
    document = manuscript.document
    labels = labels_of(document.labels)
    html = to_html(document, manuscript.look, medium)
    foot = foot_of(document, labels)
    text = unescape(html) + "".join(foot)
    return Page(
        html=html,
        sheet=f"{file_of(document)}.css",
        style=_style(document, labels, Paper(manuscript.paper) if manuscript.paper else None),
        foot=foot,
        between=labels.dot,
        right_to_left=labels.direction == "rtl",
        images=manuscript.images,
        look=manuscript.look,
        system_fonts=bool(uncovered(text)),
        fit=document.layout.fit,
        han=base_of(labels.language) in _HAN_FIRST or needs_han(text),
        language=labels.language,
    )


def _style(document: Record, labels: Labels, paper: Paper | None) -> str:
    """The size of the page, where its furniture stands, and the edition."""
    layout = document.layout
    measures: Mapping[str, str] = layout.measures
    begin, end = ("right", "left") if labels.direction == "rtl" else ("left", "right")
    # Beside Arabic, a slash between two numbers would leave open which of them comes first.
    between = " / "
    if begin == "right":
        between = labels.say("page_of", page="\n", pages="\n").split("\n")[1]
    numbers = f"--scale: {layout.scale:.4f}; --measure: {layout.measure:g};"
    properties = numbers + "".join(f"--{name}: {value};" for name, value in measures.items())
    size = measures.get("furniture-size", _SIZES.get(document.name, _SIZE))
    face = measures.get("label", _FACES)
    if base_of(labels.language) in _HAN_FIRST:
        face = f'"Broadsheet Han", {face}'
    margins = "".join(
        f"margin-{side}: {measures[name]};"
        for side, name in (("top", "page-head"), ("bottom", "page-foot"))
        if name in measures
    )
    size_of_page = f"size: {paper.css}; " if paper else ""
    foot = "vertical-align: top; white-space: nowrap;"
    # Arabic reaches further up and down.
    leading = f"{size}/1.15 {face}; padding-top: 0.4em" if begin == "left" else f"{size}/1.7 {face}"
    foot += f"font: {leading};"
    return (
        f":root {{ {properties} }}"
        f"@page {{ {size_of_page}{margins}"
        f"@bottom-{begin} {{ {foot} width: 85%; }}"
        f"@bottom-{end} {{ content: counter(page) {in_css(between)} counter(pages);"
        f"{foot} width: 15%; }} }}"
    )
