"""Naming a fingerprint in a lesson, and leaving every other byte of the lesson as it is."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from broadsheet.findings import YamlPath
from broadsheet.reading.document import Document, Entry, Mapping, Plain, Scalar, plain
from broadsheet.reading.reader import read_text
from broadsheet.write import write_whole

_KEY: Final = "fingerprint"


@dataclass(frozen=True, slots=True)
class Edit:
    """Some characters of a lesson and what is to stand there instead."""

    start: int
    end: int
    new: str

    def made(self, text: str) -> str:
        """Give a text with the edit made."""
        return text[: self.start] + self.new + text[self.end :]


def name_fingerprint(document: Document, source: YamlPath, path: str) -> int | None:
    """Name a fingerprint in the file of a lesson, if it isn't, and give the line it stands on.

    Gives None, and writes nothing, where it would change something else, or where the file is not
    as it was read any more. Its byte-order mark and mode are kept, and a link to it stays a link.
    Raises OSError where the file can't be read or written.
    """
    edit = naming(document, source, path)
    if edit is None:
        return None
    if edit.new != document.text[edit.start : edit.end]:
        file = document.file.resolve()
        data = file.read_bytes()
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        text = data.removeprefix(mark).decode("utf-8", errors="surrogateescape")
        now, _ = read_text(text, file)
        if now is None or now.text != document.text:
            return None
        write_whole(file, mark + edit.made(text).encode())
    return edit.made(document.text).count("\n", 0, edit.start + len(edit.new.rstrip())) + 1


def naming(document: Document, source: YamlPath, path: str) -> Edit | None:
    """Give the edit that names `path` as the fingerprint of the source that stands at `source`.

    The key goes after `text`, or before `excerpt` where there is no `text`. Gives None where that
    would change anything else, as in a source written in braces.
    """
    node = list(document.steps(source))[-1][1]
    if not isinstance(node, Mapping) or "excerpt" not in node.entries:
        return None
    value = path if re.fullmatch(r"[\w./-]+", path) else "'" + path.replace("'", "''") + "'"
    edit: Edit | None
    if _KEY in node.entries:
        edit = _replacing(document.text, node.entries[_KEY], value, path)
    elif "text" in node.entries:
        edit = _after(document.text, node.entries["text"], value)
    else:
        edit = _before(document.text, node.entries["excerpt"], value)
    return edit if edit and _says(edit, document, source, path) else None


def _replacing(text: str, entry: Entry, value: str, path: str) -> Edit | None:
    if not isinstance(entry.value, Scalar):
        return None
    if entry.value.is_empty:
        colon = text.index(":", entry.key.span.end) + 1
        return Edit(colon, colon, f" {value}")
    span = entry.value.span
    same = entry.value.text == path
    return Edit(span.start, span.end, text[span.start : span.end] if same else value)


def _after(text: str, entry: Entry, value: str) -> Edit | None:
    line = _line_beside(text, entry, value)
    if line is None:
        return None
    end = text.find("\n", entry.value.span.end)
    newline = _newline(text)
    if end < 0:
        return Edit(len(text), len(text), newline + line)
    return Edit(end + 1, end + 1, line + newline)


def _before(text: str, entry: Entry, value: str) -> Edit | None:
    line = _line_beside(text, entry, value)
    if line is None:
        return None
    start = text.rfind("\n", 0, entry.key.span.start) + 1
    indent = text[start : entry.key.span.start]
    # Comments right above a key belong to it.
    while start and text.startswith(f"{indent}#", text.rfind("\n", 0, start - 1) + 1):
        start = text.rfind("\n", 0, start - 1) + 1
    return Edit(start, start, line + _newline(text))


def _line_beside(text: str, entry: Entry, value: str) -> str | None:
    indent = text[text.rfind("\n", 0, entry.key.span.start) + 1 : entry.key.span.start]
    return None if indent.strip(" ") else f"{indent}{_KEY}: {value}"


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _says(edit: Edit, document: Document, source: YamlPath, path: str) -> bool:
    """Tell whether a lesson with the edit reads as before, but for the key."""
    after, _ = read_text(edit.made(document.text), document.file)
    wanted = plain(document.root)
    inner: Plain = wanted
    for step in source:
        inner = inner.get(step) if isinstance(inner, dict) and isinstance(step, str) else None
    if after is None or not isinstance(inner, dict):
        return False
    inner[_KEY] = path
    return plain(after.root) == wanted
