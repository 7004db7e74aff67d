"""Mend what has one right answer, and leave every other byte of a lesson as it is."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from broadsheet.findings import Finding
from broadsheet.reading.document import Document, Mapping, Node, Scalar, Span
from broadsheet.reading.reader import read_text
from broadsheet.write import write_whole


@dataclass(frozen=True, slots=True)
class Fix:
    """Words that are replaced by the only ones that can be meant."""

    line: int
    """The line on which they stand, counted from 1."""
    span: Span
    """Where they stand, without their quotation marks."""
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Written:
    """A key or value as it stands in the file, and the mapping whose key it is."""

    scalar: Scalar
    mapping: Mapping | None


def fixes(document: Document, findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """Give the replacements that findings on a document ask for, in the order of its text.

    There is none where the words are used in two places through an alias, nor where a key would
    come to stand twice.
    """
    written = _Places(document.root)
    found: dict[Fix, tuple[Span, str] | None] = {}
    # Fixes of one key or value may overlap; those of two can't.
    of_scalar: dict[Span, list[Fix]] = {}
    for finding in findings:
        if not finding.sure or finding.near_match is None or finding.place is None:
            continue
        covered = document.span_of(finding.place)
        around = written.around(covered)
        whole = next((each.scalar for each in around if each.scalar.span == covered), None)
        quoted = whole is not None and whole.style in ("'", '"')
        fix = _fix(document, finding.place.line, covered, finding.near_match, quoted=quoted)
        if len(around) != 1:
            continue
        others = of_scalar.setdefault(around[0].scalar.span, [])
        if any(_overlap(fix, one) for one in others):
            continue
        others.append(fix)
        mapping = around[0].mapping
        if mapping is None:
            found[fix] = None
        elif fix.new not in mapping.entries:
            found[fix] = (mapping.span, fix.new)
    keys = Counter(key for key in found.values() if key is not None)
    wanted = (fix for fix, key in found.items() if key is None or keys[key] == 1)
    return tuple(sorted(wanted, key=lambda fix: fix.span.start))


def mended(text: str, fixes: Sequence[Fix]) -> str:
    """Give a text with its fixes made, all else as it was. `fixes` are in order and apart."""
    parts: list[str] = []
    done = 0
    for fix in fixes:
        parts += [text[done : fix.span.start], fix.new]
        done = fix.span.end
    return "".join([*parts, text[done:]])


def edited(document: Document, wanted: Sequence[Fix]) -> bytes | None:
    """Give the bytes of a document's file with fixes made, all else as it was.

    None where the file has changed since it was read, or could not be read any more afterwards.
    Raises OSError where it can't be read now.
    """
    data = document.file.resolve().read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(mark).decode("utf-8", errors="surrogateescape")
    if any(text[fix.span.start : fix.span.end] != fix.old for fix in wanted):
        return None
    new = mended(text, wanted)
    if not still_reads(new, text, document):
        return None
    return mark + new.encode("utf-8", errors="surrogateescape")


def mend(document: Document, findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """Make the fixes in the document's file, and give those that were made.

    A file without any is not touched, nor one that has changed since it was read. Its byte-order
    mark, line ends and mode are kept, and a link to it stays a link.
    Raises OSError where the file can't be read or written; it then is as it was.
    """
    wanted = fixes(document, findings)
    if not wanted:
        return ()
    new = edited(document, wanted)
    if new is None:
        return ()
    write_whole(document.file.resolve(), new)
    return wanted


def still_reads(new: str, old: str, document: Document) -> bool:
    """Tell whether a new text of a document's file can be read as well as the old."""
    after, faults = read_text(new, document.file)
    return after is not None and len(faults) <= len(read_text(old, document.file)[1])


def _fix(document: Document, line: int, span: Span, new: str, *, quoted: bool) -> Fix:
    old = document.text[span.start : span.end]
    if quoted:
        span, old = Span(span.start + 1, span.end - 1), old[1:-1]
    return Fix(line, span, old, new)


def _written(node: Node, mapping: Mapping | None) -> Iterator[_Written]:
    if isinstance(node, Scalar):
        yield _Written(node, mapping)
    elif isinstance(node, Mapping):
        for entry in node.entries.values():
            yield from _written(entry.key, node)
            yield from _written(entry.value, None)
    else:
        for item in node.items:
            yield from _written(item, None)


class _Places:
    """The keys and values of a document, to be found by where they stand.

    None stands within another, but through an alias one place can be that of several.
    """

    def __init__(self, root: Node) -> None:
        self._at: dict[Span, list[_Written]] = {}
        for each in _written(root, None):
            self._at.setdefault(each.scalar.span, []).append(each)
        self._spans = sorted(self._at, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]

    def around(self, inner: Span) -> list[_Written]:
        """Those that hold a place."""
        at = bisect_right(self._starts, inner.start) - 1
        if at < 0 or inner.end > self._spans[at].end:
            return []
        return self._at[self._spans[at]]


def _overlap(one: Fix, other: Fix) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
