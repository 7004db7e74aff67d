"""A composed document to HTML, through the theme's templates."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Protocol

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from broadsheet.compose.labels import Labels
from broadsheet.theme import Theme


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


class ThemeError(Exception):
    """A template or style sheet of the theme has a fault: where it stands, and what it is."""

    def __init__(self, reason: str, file: Path | None = None, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.file, self.line = reason, file, line

    def __reduce__(self) -> tuple[type[ThemeError], tuple[str, Path | None, int | None]]:
        return ThemeError, (self.reason, self.file, self.line)


@cache
def _environment(theme: Theme) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=FileSystemLoader([folder / "templates" for folder in theme.folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["markdown"] = _bold
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
        return (
            _environment(theme)
            .get_template(document.template)
            .render(
                **values,
                say=document.labels.say,
                document_name=document.template.removesuffix(".html").replace("-", "_"),
            )
        )
    except TemplateSyntaxError as error:
        file = Path(error.filename) if error.filename else None
        raise ThemeError(error.message or "a syntax error", file, error.lineno) from None
    except (
        TemplateError,
        TypeError,
        ValueError,
        KeyError,
        AttributeError,
        ArithmeticError,
    ) as error:
        file, line = _in_template(error, theme)
        said = f"there is no phrase {error}" if isinstance(error, KeyError) else str(error)
        raise ThemeError(said or type(error).__name__, file, line) from None


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
