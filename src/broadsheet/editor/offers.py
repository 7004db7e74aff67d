"""What can be mended at a place: the edits keep every other byte of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from broadsheet.editor.opened import Kind, Opened
from broadsheet.editor.under import values
from broadsheet.findings import Finding, Severity
from broadsheet.reading.document import Document, Mapping, Span
from broadsheet.reading.document import Sequence as Items
from broadsheet.reading.fix import Fix, fixes, mended, still_reads
from broadsheet.recipes.explain import why_not_silenced


@dataclass(frozen=True, slots=True)
class Offer:
    """Edits that an author may take, and the findings that they answer."""

    title: str
    fixes: tuple[Fix, ...]
    findings: tuple[Finding, ...]
    sure: bool = False
    """Whether it is the only right answer."""


def offers_at(opened: Opened, span: Span) -> Iterator[Offer]:
    """Yield what mends the findings that a stretch of the text touches, the likeliest first."""
    document = opened.document
    if document is None:
        return
    touched = [each for each in opened.findings if _touch(opened.span_of(each), span)]
    for finding in touched:
        # One that is offered is asked for by hand, so it need not be the only right one.
        wanted = _sound(document, fixes(document, [replace(finding, sure=True)]))
        if wanted:
            new = " ".join(wanted[0].new.split())
            yield Offer(f"Change to “{new}”", wanted, (finding,), sure=finding.sure)
    if opened.kind is Kind.LESSON:
        for finding in touched:
            if finding.severity is not Severity.ERROR and not why_not_silenced(finding.rule):
                silence = _sound(document, (_silencing(document, finding.code),))
                if silence:
                    yield Offer(f"Leave {finding.code} alone in this lesson", silence, (finding,))


def every_sure_fix(opened: Opened) -> Offer | None:
    """All that `broadsheet check --fix` would mend of the text, or None."""
    if opened.document is None:
        return None
    wanted = _sound(opened.document, fixes(opened.document, opened.findings))
    if not wanted:
        return None
    answered = [each for each in opened.findings if each.sure and each.near_match is not None]
    return Offer("Mend all that has one right answer", wanted, tuple(answered), sure=True)


def _sound(document: Document, wanted: Sequence[Fix]) -> tuple[Fix, ...]:
    """The fixes, or none where the text could not be read any more."""
    new = mended(document.text, wanted)
    return tuple(wanted) if still_reads(new, document.text, document) else ()


def _silencing(document: Document, code: str) -> Fix:
    """An entry under `ignore`, whose reason is left to be written: `check` asks for it."""
    root, text = document.root, document.text
    entry = root.entries.get("ignore") if isinstance(root, Mapping) else None
    items = entry.value if entry else None
    at, head, indent = len(text.rstrip()), "\n\nignore:", "  "
    if (
        isinstance(items, Items)
        and next(values(items), None)
        and not text.startswith("[", items.span.start)
    ):
        # Where its last value ends: a list itself goes on over the comments behind it.
        last = max(value.scalar.span.end for value in values(items.items[-1]))
        line = text.rfind("\n", 0, items.items[0].span.start) + 1
        dash = text.find("-", line)
        at, head = len(text[:last].rstrip()), ""
        end = text.find("\n", at)
        at, indent = end if end >= 0 else len(text), text[line:dash]
    new = f"{head}\n{indent}- code: {code}\n{indent}  because: "
    line_number = text.count("\n", 0, at) + 1
    return Fix(line_number, Span(at, at), "", new)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
