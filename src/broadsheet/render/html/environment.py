"""What templates can do: the sandbox they run in, and how values are said in a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, Final

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from broadsheet.confined import RefusedError
from broadsheet.locale.labels import Labels
from broadsheet.plain import Record, kind_of
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Cited, LineReference, Phrase, Prose
from broadsheet.render.arrived import labels_of
from broadsheet.render.html import prose
from broadsheet.render.html.line_links import citation, link_to
from broadsheet.render.html.medium import PAPER, Medium
from broadsheet.text.no_break import unbroken
from broadsheet.theme.look import Look

COMPILED: Final = "theme:"
"""Begins the names that compiled templates bear in tracebacks."""

_DAY: Final = "PartialDate"
"""The kind of record that is a day, a month or a year."""

_LABELS: ContextVar[Labels] = ContextVar("labels")
"""Those of the document that is being set: templates are compiled once for all languages."""
_MEDIUM: ContextVar[Medium] = ContextVar("medium", default=PAPER)
"""What it is set for."""


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
            return self._look.text(name), COMPILED + name, lambda: True
        except RefusedError:
            raise TemplateNotFound(template) from None


@cache
def environment(look: Look) -> ImmutableSandboxedEnvironment:
    """The sandbox for the templates of a look; it is used within `speaking`."""
    made = ImmutableSandboxedEnvironment(
        loader=_Templates(look),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "below": _below,
        "date": _date,
        "days": _days,
        "kind": _kind,
        "listed": _listed,
        "markdown": _bold,
        "parted": _parted,
        "striptags": _words,
    }
    return made


@contextmanager
def speaking(labels: Labels, medium: Medium = PAPER) -> Iterator[None]:
    """Say what templates print in a document's language, for what shows it."""
    tokens = _LABELS.set(labels), _MEDIUM.set(medium)
    try:
        yield
    finally:
        _LABELS.reset(tokens[0])
        _MEDIUM.reset(tokens[1])


def say(phrase: str, **values: object) -> str:
    """Give a phrase of the document's language, for templates."""
    # A phrase can look into what it is given, and so is given plain words.
    plain = {key: v if type(v) is int else str(v) for key, v in values.items()}
    return _LABELS.get().say(str(phrase), **plain)


def _printed(value: object) -> object:
    """What stands on the page for a value that a template prints.

    Raises TypeError for a value with fields, of which a reader would see the names.
    """
    labels = _LABELS.get()
    match value:
        case None:
            return ""
        case Record() if kind_of(value) == _DAY:
            return _date(value)
        case Record():
            raise TypeError(f"this is a {kind_of(value)}, of which the fields can be printed")
        case Prose() | Phrase():
            return prose.html_of(value, labels, medium=_MEDIUM.get())
        case LineReference():
            return link_to(value, labels, _MEDIUM.get())
        case Cited():
            return citation(value, labels, _MEDIUM.get())
        case str() if not isinstance(value, Markup):
            return unbroken(value, labels.language)
    return value


def _below(piece: Prose | Phrase, level: int) -> Markup:
    """HTML of prose that stands under a heading of a level."""
    return prose.html_of(piece, _LABELS.get(), level, _MEDIUM.get())


def _words(piece: object) -> str:
    return prose.words_of(piece, _LABELS.get())


def _date(day: Any, of: Record | None = None) -> str:
    """A day, a month or a year as a language writes it; nothing for none.

    The language is the document's, unless labels of another are given.
    """
    return _labels(of).date(day) if day else ""


def _days(first: Any, last: Any) -> str:
    """The time from one day, month or year to another; nothing for none."""
    return _LABELS.get().days(first, last) if first and last else ""


def _parted(items: Iterable[object], of: Record | None = None) -> Phrase:
    return spoken.parted(items, _labels(of))


def _listed(items: Iterable[object], of: Record | None = None) -> Phrase:
    return spoken.listed(items, _labels(of))


def _labels(of: Record | None) -> Labels:
    return labels_of(of) if of else _LABELS.get()


def _kind(section: Record) -> str:
    """The kind of a section as macros are called: `exit_ticket` for an `ExitTicket`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind_of(section)).lower()


def _bold(phrase: str) -> Markup:
    """The one piece of Markdown that our own phrases use: `**bold**`."""
    words = str(escape(unbroken(phrase, _LABELS.get().language)))
    return Markup(re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", words))  # noqa: S704 - escaped
