"""A composed document to a page, through the theme's templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, ClassVar, Final, Protocol

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from broadsheet.compose.no_break import unbroken_html
from broadsheet.locale.labels import Labels
from broadsheet.render import prose
from broadsheet.render.page import Page, ThemeError
from broadsheet.render.paper import Paper
from broadsheet.theme import Theme
from broadsheet.theme.coverage import uncovered


class Composed(Protocol):
    """A dataclass whose fields a template prints, and what the theme needs to know of it."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def labels(self) -> Labels:
        """The phrases of its language."""

    @property
    def template(self) -> str:
        """The theme's template that sets it."""

    @property
    def style(self) -> dict[str, str]:
        """Custom properties that its edition sets."""

    @property
    def foot(self) -> tuple[str, ...]:
        """What the foot of every page names, in order: the document, then titles."""


_FACES: Final = '"Broadsheet Sans", "Broadsheet Naskh", "Noto Serif Hebrew"'
"""Faces of the page's furniture, where the edition names none."""


@cache
def _environment(theme: Theme) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([folder / "templates" for folder in theme.folders]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=prose.to_html,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["markdown"] = _bold
    environment.filters["below"] = prose.html_of
    environment.filters["words"] = prose.words_of
    return environment


def _bold(phrase: str) -> Markup:
    """The one piece of Markdown that our own phrases use: `**bold**`."""
    return Markup(re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", str(escape(phrase))))  # noqa: S704 - escaped


def to_html(document: Composed, theme: Theme) -> str:
    """Set a composed document with its template.

    Raises ThemeError, with file and line, where a template is broken.
    """
    values = {field.name: getattr(document, field.name) for field in fields(document)}
    try:
        html = (
            _environment(theme)
            .get_template(document.template)
            .render(
                **values,
                say=document.labels.say,
                document_name=document.template.removesuffix(".html").replace("-", "_"),
            )
        )
        return unbroken_html(html, document.labels.language)
    except TemplateSyntaxError as error:
        file = Path(error.filename) if error.filename else None
        raise ThemeError(error.message or "a syntax error", file, error.lineno) from None
    except Exception as error:  # a template is code, and can raise whatever Python can
        file, line = _in_template(error, theme)
        raise ThemeError(_said(error), file, line) from None


def _said(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"there is no template {error.name}"
        case RecursionError():
            return "it calls itself without an end"
        case UnicodeDecodeError():
            return "a template is not text in UTF-8"
        case _:
            return str(error) or type(error).__name__


def _in_template(error: BaseException, theme: Theme) -> tuple[Path | None, int | None]:
    """The innermost line of a template that an error passed through; Jinja rewrites tracebacks."""
    found: tuple[Path | None, int | None] = (None, None)
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if any(file.is_relative_to(folder / "templates") for folder in theme.folders):
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def page_of(document: Composed, folders: Mapping[str, Path], paper: Paper, theme: Theme) -> Page:
    """Set a composed document with the theme's template.

    Raises ThemeError, with file and line, where the template is broken.
    """
    html = to_html(document, theme)
    return Page(
        html=html,
        sheet=document.template.removesuffix(".html") + ".css",
        style=_style(document, paper),
        foot=document.foot,
        right_to_left=document.labels.direction == "rtl",
        folders=folders,
        theme=theme,
        system_fonts=bool(uncovered(unescape(html))),
    )


def _style(document: Composed, paper: Paper) -> str:
    """The size of the page, where its furniture stands, and the edition."""
    begin, end = ("right", "left") if document.labels.direction == "rtl" else ("left", "right")
    # Beside Arabic, a slash between two numbers would leave open which of them comes first.
    between = " / "
    if begin == "right":
        between = document.labels.say("page_of", page="\n", pages="\n").split("\n")[1]
    properties = "".join(f"--{name}: {value};" for name, value in document.style.items())
    size = document.style.get("furniture-size", "8pt")
    face = document.style.get("label", _FACES)
    margins = "".join(
        f"margin-{side}: {document.style[name]};"
        for side, name in (("top", "page-head"), ("bottom", "page-foot"))
        if name in document.style
    )
    foot = "vertical-align: top; white-space: nowrap;"
    # Arabic reaches further up and down.
    leading = f"{size}/1.15 {face}; padding-top: 0.4em" if begin == "left" else f"{size}/1.7 {face}"
    foot += f"font: {leading};"
    return (
        f":root {{ {properties} }}"
        f"@page {{ size: {paper.css}; {margins}"
        f"@bottom-{begin} {{ {foot} width: 85%; }}"
        f"@bottom-{end} {{ content: counter(page) '{between}' counter(pages);"
        f"{foot} width: 15%; }} }}"
    )
