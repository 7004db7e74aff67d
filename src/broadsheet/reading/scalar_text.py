"""Where each character of a YAML value stands in the file.

YAML folds lines, strips indents and resolves escapes; a finding must still point at the very
words it speaks of. So the value that PyYAML read is walked along the text it was written as.
"""

from __future__ import annotations

import re
from typing import Final

from broadsheet.text.scripts import joins_without_blank, may_join_without_blank

_ESCAPE: Final = re.compile(
    r"\\(?:x.{2}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u.{4}|U.{8}|.)", re.DOTALL
)
_JOINED_LINES: Final = re.compile(r"\\\r?\n[ \t]*")
_BLANK: Final = " \t\r\n"


def source_offsets(source: str, start: int, end: int, text: str, style: str) -> list[int]:
    """Give, for each character of `text`, its offset in `source`.

    `start` and `end` bound the value as it is written, with its quotation marks or its block
    header; `style` is YAML's mark of how it is written. A blank that stands for a line's end has
    the offset of that line's end.
    """
    position = start
    if style in ("|", ">"):
        position = source.find("\n", start) + 1 or end
    elif style in ("'", '"'):
        position = start + 1
    last = max(end - 1, start)
    offsets: list[int] = []
    for character in text:
        escaped = style == '"' and source.startswith("\\", position)
        if character in _BLANK and not escaped:
            offsets.append(min(position, last))
            if position < end and source[position] in _BLANK:
                position += 1
            continue
        position = _past_blanks(source, position, end, style)
        offsets.append(min(position, last))
        position += written_width(source, position, style)
    return offsets


def joined_lines(source: str, start: int, end: int, text: str, style: str) -> str:
    """A value whose lines YAML has joined by blanks, without those that its script does without."""
    if style == "|" or not may_join_without_blank(text) or "\n" not in source[start:end]:
        return text
    offsets = source_offsets(source, start, end, text, style)
    return "".join(
        character
        for at, character in enumerate(text)
        if character != " "
        or source[offsets[at]] not in "\r\n"
        or not 0 < at < len(text) - 1
        or not joins_without_blank(text[at - 1], text[at + 1])
    )


def _past_blanks(source: str, position: int, end: int, style: str) -> int:
    while position < end:
        if style == '"' and (joined := _JOINED_LINES.match(source, position)):
            position = joined.end()
        elif source[position] in _BLANK:
            position += 1
        else:
            break
    return position


def written_width(source: str, position: int, style: str) -> int:
    """How many characters of the file write the one at `position`."""
    if style == '"' and (escape := _ESCAPE.match(source, position)):
        return len(escape[0])
    if style == "'" and source.startswith("''", position):
        return 2
    return 1
