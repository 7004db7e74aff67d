"""What may be typed at a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from broadsheet.collection.rules import every_rule
from broadsheet.editor.hover import of_key
from broadsheet.editor.opened import Kind, Opened
from broadsheet.editor.quoting import Offered, quotations
from broadsheet.editor.typing import Quoted, Typed, citation_at, quotation_at, value_at
from broadsheet.editor.under import value_at as scalar_at
from broadsheet.findings import Severity
from broadsheet.locale.look_up import locale_files
from broadsheet.orders.table import TABLE
from broadsheet.reading.document import Span
from broadsheet.reading.styles import as_written
from broadsheet.recipes.explain import why_not_silenced
from broadsheet.school.lookup import is_settings
from broadsheet.standards import catalogue
from broadsheet.theme import ALL

_NO_STYLE: Final = "|"
"""The style in which words are written as they are; taken where a line can't be read yet."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that may be typed, in place of a stretch of the text."""

    label: str
    new: str
    span: Span
    detail: str = ""
    about: str = ""
    """What is shown beside it."""


def completions(text: str, offset: int, opened: Opened) -> tuple[Item, ...]:
    """What may be typed at a place of a text, the likeliest first.

    `opened` is what is known of the file, which may be a little older than the text.
    """
    if opened.kind is Kind.LESSON and (quoted := quotation_at(text, offset)):
        return tuple(_quotations(text, quoted, opened))
    if opened.kind is Kind.LESSON and (span := citation_at(text, offset)):
        close = "" if text[offset : offset + 1] in ("]", ";") else "]"
        return tuple(_keys(opened, span, close, facts=True, references=True))
    typed = value_at(text, offset)
    return tuple(_values(typed, opened)) if typed else ()


def _quotations(text: str, quoted: Quoted, opened: Opened) -> Iterator[Item]:
    begun = f"{quoted.before} {quoted.words}" if quoted.before else quoted.words
    style = _style_at(opened, quoted.span.start)
    after = text[quoted.span.end : quoted.span.end + 2]
    close = "" if after == "))" else ")" if after[:1] == ")" else "))"
    in_pair = len(opened.excerpts) > 1 and not quoted.label and not quoted.before
    for each in quotations(begun.lstrip(), quoted.label, opened.excerpts):
        words = _after(each.words, quoted.before)
        written = as_written(words, style)
        if written is not None:
            label = f"{each.quotation.label}: " if in_pair else ""
            yield Item(words, f"{label}{written}{close}", quoted.span, _line_of(each), each.words)


def _after(words: str, before: str) -> str:
    """What is left of some words after those that stand on lines above."""
    pattern = r"\s+".join(map(re.escape, before.split()))
    found = re.match(rf"{pattern}\s*", words, re.IGNORECASE) if before else None
    return words[found.end() :] if found else words


def _line_of(each: Offered) -> str:
    first, last = each.quotation.first_line, each.quotation.last_line
    lines = f"line {first}" if first == last else f"lines {first}–{last}"
    return f"{each.quotation.label}, {lines}" if each.quotation.label else lines


def _style_at(opened: Opened, offset: int) -> str:
    """The style of the value around a place, as it last could be read."""
    value = scalar_at(opened.document, offset) if opened.document else None
    return value.scalar.style if value else _NO_STYLE


def _keys(
    opened: Opened, span: Span, close: str = "", *, facts: bool = False, references: bool = False
) -> Iterator[Item]:
    lesson = opened.known
    if lesson is None:
        return
    if facts:
        for key, fact in lesson.facts.items():
            about = "\n\n".join(block.text for block in of_key(key, lesson))
            yield Item(key, key + close, span, f"fact, {fact.known}", about)
    if references:
        for key, work in lesson.references.items():
            about = "\n\n".join(block.text for block in of_key(key, lesson))
            yield Item(key, key + close, span, work.title, about)


def _values(typed: Typed, opened: Opened) -> Iterator[Item]:
    span, last = typed.span, typed.keys[-1]
    if opened.kind is Kind.LESSON:
        if last == "standards":
            for code, standard in catalogue().items():
                yield Item(code, code, span, standard.framework, standard.paraphrase)
        elif typed.keys == ("ignore", "code"):
            yield from _silenceable(opened, span)
        elif last == "facts" and len(typed.keys) > 1:
            yield from _keys(opened, span, facts=True)
        elif last == "cite":
            yield from _keys(opened, span, references=True)
    for name in _names(opened, last):
        yield Item(name, name, span)


def _names(opened: Opened, key: str) -> Iterable[str]:
    """The names that the value of a key is one of."""
    if key == "language":
        return sorted(locale_files(opened.school.theme))
    if opened.kind is Kind.UNIT and key == "lessons":
        beside = sorted(opened.file.absolute().parent.parent.glob("*.yaml"))
        return [f"../{file.name}" for file in beside if not is_settings(file)]
    if opened.kind is not Kind.SETTINGS:
        return ()
    known = {
        "editions": opened.school.theme.editions,
        "documents": [row.name for row in TABLE.documents],
        "formats": [row.name for row in TABLE.formats],
    }
    return [*known[key], ALL] if key in known else ()


def _silenceable(opened: Opened, span: Span) -> Iterator[Item]:
    """The codes that a lesson may leave alone, those that it has first."""
    here = {finding.code for finding in opened.findings}
    rules = sorted(every_rule().values(), key=lambda rule: (rule.code not in here, rule.code))
    for rule in rules:
        if rule.severity is not Severity.ERROR and not why_not_silenced(rule):
            detail = f"{rule.severity.value}, found here" if rule.code in here else rule.severity
            yield Item(rule.code, rule.code, span, detail, rule.what)
