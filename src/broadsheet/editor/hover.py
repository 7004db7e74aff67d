"""What is said of a place when the pointer rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from broadsheet.collection.rules import every_rule
from broadsheet.editor.opened import Opened
from broadsheet.editor.under import Citing, Coded, Quoting, Thing, thing_at
from broadsheet.excerpt.quotation import Quotation, prove
from broadsheet.findings import Rule
from broadsheet.lesson.citation import Citation
from broadsheet.lesson.models import Lesson
from broadsheet.reading.document import Span
from broadsheet.standards import catalogue


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, as words or as a piece of YAML."""

    text: str
    is_yaml: bool = False


@dataclass(frozen=True, slots=True)
class Hover:
    """What is said, and of which stretch of the text."""

    blocks: tuple[Block, ...]
    span: Span


def hover_at(opened: Opened, offset: int) -> Hover | None:
    """What there is to say of a place: its findings explained, and what stands there."""
    blocks: list[Block] = []
    spans: list[Span] = []
    for finding in opened.findings:
        span = opened.span_of(finding)
        if span.start <= offset <= span.end and finding.place is not None:
            said = tuple(_of_rule(finding.rule))
            blocks += [each for each in said if each not in blocks]
            spans.append(span)
    thing = thing_at(opened, offset)
    if thing is not None and (told := list(_of_thing(thing, opened))):
        blocks = [*told, *blocks]
        spans.insert(0, thing.span)
    return Hover(tuple(blocks), spans[0]) if blocks else None


def explained(rule: Rule) -> tuple[Block, ...]:
    """What `broadsheet explain` says of a rule."""
    return (
        *_of_rule(rule),
        Block("Found in:"),
        Block(rule.bad, is_yaml=True),
        Block("Mended:"),
        Block(rule.good, is_yaml=True),
    )


def _of_rule(rule: Rule) -> Iterator[Block]:
    yield Block(f"{rule.code} ({rule.severity.value}): {rule.what}")
    yield Block(rule.why)


def _of_thing(thing: Thing, opened: Opened) -> Iterator[Block]:
    match thing:
        case Quoting():
            yield from _of_quotation(thing, opened)
        case Citing():
            if opened.known:
                yield from of_key(thing.key, opened.known)
        case Coded(is_finding=True):
            if rule := every_rule().get(thing.code):
                yield from _of_rule(rule)
        case Coded():
            if standard := catalogue().get(thing.code):
                yield Block(f"{standard.framework}, {standard.printed_code}")
                yield Block(standard.paraphrase)


def _of_quotation(thing: Quoting, opened: Opened) -> Iterator[Block]:
    proved = prove(thing.mark, opened.excerpts)
    if not isinstance(proved, Quotation):
        return
    first, last = proved.first_line, proved.last_line
    of_text = f" of text {proved.label}" if proved.label else ""
    yield Block(f"Line {first}{of_text}" if first == last else f"Lines {first}–{last}{of_text}")
    lines = opened.excerpts[proved.label].lines
    yield Block("\n".join(f"{at.number}  {at.text}" for at in lines[first - 1 : last]))


def of_key(key: str, lesson: Lesson) -> Iterator[Block]:
    """Say what the fact or the work behind a key is, with its day and its source."""
    if fact := lesson.facts.get(key):
        published = [source.published for source in lesson.texts.values()]
        later = all(fact.known.is_after(day) for day in published)
        yield Block(fact.says.strip())
        yield Block(f"Known {fact.known}{', after the piece' if later else ''}.")
        for work in fact.cite:
            found = lesson.references.get(work) if isinstance(work, str) else work
            yield Block(_of_work(found) if found else f"There is no reference {work}.")
    elif found := lesson.references.get(key):
        yield Block(_of_work(found))


def _of_work(work: Citation) -> str:
    parts = (work.author, work.title, work.part_of, work.publisher, work.date, work.where, work.url)
    told = ", ".join(str(part) for part in parts if part)
    return f"Source: {told}" + (f" (checked: {work.checked})" if work.checked else "")
