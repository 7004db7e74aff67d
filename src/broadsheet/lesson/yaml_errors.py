"""YAML's own errors, put in an author's words.

PyYAML says "mapping values are not allowed here"; an author typed a colon. The words of PyYAML
are not matched on their own: the line itself is looked at, and they only break a tie.
"""

from __future__ import annotations

import re
from typing import Final

import yaml

_COLON_IN_TEXT: Final = re.compile(r"^\s*(?:- )?\s*([^\s:'\"#][^:'\"]*):\s+[^\s'\"|>\[{&*!].*?:(\s|$)")


def in_an_authors_words(error: yaml.YAMLError, text: str) -> tuple[str, str, tuple[int, int]]:
    """Give message, hint, and start and end offsets of where to look."""
    if isinstance(error, yaml.reader.ReaderError):
        return _control_character(error, text)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None)
    at = min(mark.index, len(text)) if mark else 0
    began = min(context.index, len(text)) if context else at
    start, line = _line_at(text, at)
    if (tab := _tab_in_indent(line)) is not None:
        return (
            "a tab stands in the indent",
            "YAML's indents are blanks: replace the tab by two of them",
            (start + tab, start + tab + 1),
        )
    if (quote := _lost_quotation_mark(text, began, at)) is not None:
        return (
            f"the quotation mark {text[quote]} that opens here has no partner where it is needed",
            "close it, or put the whole value on lines of its own under `key: |`",
            (quote, quote + 1),
        )
    if (colon := _COLON_IN_TEXT.match(line)) is not None:
        offset = start + colon.start(2) - 1
        return (
            "a colon followed by a blank stands in unquoted text, where YAML takes it for a key",
            'put the whole value in quotation marks ("…"), or on lines of its own under `key: |`',
            (offset, offset + 1),
        )
    problem = str(getattr(error, "problem", "") or "")
    if "escape" in problem:
        return (
            "a backslash in double quotation marks begins an escape that YAML does not know",
            "use single quotation marks, or write the backslash twice",
            (at, at + 1),
        )
    if (special := re.match(r"\s*(?:- +|[^\s:][^:]*: +)([@`%&*!|>])", line)) is not None:
        offset = start + special.start(1)
        return (
            f"a value begins with `{special[1]}`, which means something else in YAML",
            'put the value in quotation marks ("…")',
            (offset, offset + 1),
        )
    if (bracket := _open_bracket(text, began, at)) is not None:
        return (
            f"the bracket `{text[bracket]}` that opens here is not closed as YAML needs it",
            "close it; text that begins with a bracket needs quotation marks",
            (bracket, bracket + 1),
        )
    if line.strip() and ":" not in line and not line.lstrip().startswith("- "):
        return (
            "this line is neither a key with a value nor part of the value above it",
            "write `key: value`, or indent it deeper than the key it belongs to",
            (start + len(line) - len(line.lstrip()), start + len(line)),
        )
    return (
        "the indent of this line fits nothing above it",
        "line it up with the keys it belongs with; a value's own lines stand deeper than its key",
        (start + len(line) - len(line.lstrip()), start + max(len(line), 1)),
    )


def _control_character(error: yaml.reader.ReaderError, text: str) -> tuple[str, str, tuple[int, int]]:
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    at = found.start() if found else 0
    code = f"U+{ord(text[at]):04X}" if found else "a control character"
    return (
        f"the file holds an invisible character that YAML forbids ({code})",
        "delete it: it often comes along when text is pasted from a PDF",
        (at, at + 1),
    )


def _line_at(text: str, offset: int) -> tuple[int, str]:
    """The line around `offset`; the last line with words where it is at the end of the file."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    if not line.strip() and start > 0:
        return _line_at(text, start - 1)
    return start, line.rstrip("\r")


def _tab_in_indent(line: str) -> int | None:
    indent = line[: len(line) - len(line.lstrip())]
    found = indent.find("\t")
    if found < 0 and (after_dash := re.match(r" *- *\t", line)):
        return after_dash.end() - 1
    return found if found >= 0 else None


def _lost_quotation_mark(text: str, began: int, at: int) -> int | None:
    """A value that opens with a quotation mark and goes wrong before or just after it closes."""
    for offset in (began, at):
        start, line = _line_at(text, offset)
        opened = re.match(r"\s*(?:- +)*(?:[^\s:'\"][^:]*: +)?(['\"])", line)
        if opened and not re.fullmatch(r"(?:'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\")\s*(?:#.*)?:?.*", line[opened.end() - 1 :]):
            return start + opened.end() - 1
        if opened and offset == at:
            quote = opened[1]
            rest = line[opened.end() :]
            closed = rest.find(quote)
            if 0 <= closed < len(rest.rstrip()) - 1:
                return start + opened.end() - 1
    return None


def _open_bracket(text: str, began: int, at: int) -> int | None:
    for offset in (began, at):
        if text[offset : offset + 1] in ("[", "{"):
            return offset
    return None
