"""A composed document to a page, through the theme's templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from typing import Final

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from broadsheet.compose.no_break import unbroken_html
from broadsheet.confined import RefusedError
from broadsheet.locale.saying import said
from broadsheet.plain import Record
from broadsheet.render.html import prose
from broadsheet.render.html.group import GROUP_ENDS
from broadsheet.render.html.page import Page
from broadsheet.render.manuscript import Manuscript
from broadsheet.render.paper import Paper
from broadsheet.render.wire import MEMORY
from broadsheet.text.language_tags import base_of
from broadsheet.theme.coverage import needs_han, uncovered
from broadsheet.theme.look import Look, ThemeError

_FACES: Final = '"Broadsheet Sans", "Broadsheet Naskh", "Noto Serif Hebrew"'
"""Faces of the page's furniture, where the edition names none."""
_HAN_FIRST: Final = ("ja", "zh")
"""Languages whose signs, such as “ ” and …, are those of the faces for Chinese and Japanese."""

_COMPILED: Final = "theme:"
"""Begins the names that compiled templates bear in tracebacks."""


class _Templates(BaseLoader):
    """Templates of a look by name."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def get_source(
        self,
        environment: object,  # noqa: ARG002 - the library's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        name = f"templates/{template}"
        try:
            return self._look.text(name), _COMPILED + name, lambda: True
        except RefusedError:
            raise TemplateNotFound(template) from None


@cache
def _environment(look: Look) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=_Templates(look),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=prose.to_html,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["markdown"] = _bold
    environment.filters["below"] = prose.html_of
    environment.filters["striptags"] = prose.words_of
    return environment


def _bold(phrase: str) -> Markup:
    """The one piece of Markdown that our own phrases use: `**bold**`."""
    return Markup(re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", str(escape(phrase))))  # noqa: S704 - escaped


def to_html(document: Record, look: Look) -> str:
    """Set a composed document with its template.

    Raises ThemeError, with file and line, where a template is broken.
    """
    labels = document.labels
    values = {name: getattr(document, name) for name in document}
    name = document.template.removesuffix(".html").replace("-", "_")
    try:
        template = _environment(look).get_template(document.template)
        html = template.render(
            values, say=_saying(labels), document_name=name, group_ends=GROUP_ENDS
        )
        return unbroken_html(html, labels.language)
    except TemplateSyntaxError as error:
        file = _name_of(error.filename or "")
        raise ThemeError(error.message or "a syntax error", file, error.lineno) from None
    except ThemeError:
        raise
    except Exception as error:  # a template is code, and can raise whatever Python can
        file, line = _in_template(error)
        raise ThemeError(_told(error), file, line) from None


def _saying(labels: Record) -> Callable[..., str]:
    """The phrases of a document's language, for templates."""
    # A language without plural forms would do without Babel.
    from babel.plural import PluralRule

    plural_of = PluralRule(labels.plurals)

    def say(phrase: str, **values: object) -> str:
        # A phrase can look into what it is given, and so is given plain words.
        plain = {key: v if type(v) is int else str(v) for key, v in values.items()}
        return said(labels.phrases, plural_of, labels.language, str(phrase), plain)

    return say


def _told(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"there is no template {error.name}"
        case RecursionError():
            return "it calls itself without an end"
        case MemoryError():
            return f"it needs more than {MEMORY // 1024**3} GiB of memory"
        case _:
            return str(error) or type(error).__name__


def _in_template(error: BaseException) -> tuple[str | None, int | None]:
    """The innermost line of a template that an error passed through; Jinja rewrites tracebacks."""
    found: tuple[str | None, int | None] = (None, None)
    trace = error.__traceback__
    while trace is not None:
        if name := _name_of(trace.tb_frame.f_code.co_filename):
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _name_of(compiled: str) -> str | None:
    """The name in the theme of what was compiled; None for what is no template."""
    name = compiled.removeprefix(_COMPILED)
    return name if name != compiled else None


def page_of(manuscript: Manuscript) -> Page:
    """Set a document with the theme's template.

    Raises ThemeError, with file and line, where the template is broken.
    """
    document = manuscript.document
    html = to_html(document, manuscript.look)
    text = unescape(html)
    return Page(
        html=html,
        sheet=document.template.removesuffix(".html") + ".css",
        style=_style(document, Paper(manuscript.paper) if manuscript.paper else None),
        foot=document.foot,
        between=document.labels.dot,
        right_to_left=document.labels.direction == "rtl",
        images=manuscript.images,
        look=manuscript.look,
        system_fonts=bool(uncovered(text)),
        han=base_of(document.labels.language) in _HAN_FIRST or needs_han(text),
    )


def _style(document: Record, paper: Paper | None) -> str:
    """The size of the page, where its furniture stands, and the edition."""
    begin, end = ("right", "left") if document.labels.direction == "rtl" else ("left", "right")
    # Beside Arabic, a slash between two numbers would leave open which of them comes first.
    between = " / "
    if begin == "right":
        say = _saying(document.labels)
        between = say("page_of", page="\n", pages="\n").split("\n")[1]
        # A locale may be a school's own; nothing in it may end the words it stands among.
        between = re.sub(r"[^\w ]", lambda sign: f"\\{ord(sign[0]):x} ", between)
    properties = "".join(f"--{name}: {value};" for name, value in document.style.items())
    size = document.style.get("furniture-size", "8pt")
    face = document.style.get("label", _FACES)
    if base_of(document.labels.language) in _HAN_FIRST:
        face = f'"Broadsheet Han", {face}'
    margins = "".join(
        f"margin-{side}: {document.style[name]};"
        for side, name in (("top", "page-head"), ("bottom", "page-foot"))
        if name in document.style
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
        f"@bottom-{end} {{ content: counter(page) '{between}' counter(pages);"
        f"{foot} width: 15%; }} }}"
    )
