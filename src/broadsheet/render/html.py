"""A composed document to HTML, through the theme's templates."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Protocol

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from broadsheet.compose.labels import Labels


class Composed(Protocol):
    """What every composed document tells of itself."""

    @property
    def labels(self) -> Labels: ...
    @property
    def template(self) -> str: ...


@cache
def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=PackageLoader("broadsheet.theme", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["markdown"] = _bold
    return environment


def _bold(phrase: str) -> Markup:
    """The one piece of Markdown that our own phrases use: `**bold**`."""
    return Markup(re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", str(escape(phrase))))  # noqa: S704


def to_html(document: Composed) -> str:
    """Set a composed document with its template."""
    if not is_dataclass(document):
        raise TypeError("a composed document is a dataclass")
    values = {field.name: getattr(document, field.name) for field in fields(document)}
    template = _environment().get_template(document.template)
    return template.render(
        **values,
        say=document.labels.say,
        document_name=document.template.removesuffix(".html").replace("-", "_"),
    )
