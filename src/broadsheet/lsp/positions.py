"""Places of a text as a client counts them: lines, and units of an encoding within a line.

Most clients count UTF-16, in which an emoji is two units; a place within one is taken for the
place before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from lsprotocol import types

from broadsheet.reading.document import Span

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_MARK: Final = "\ufeff"
_SIZES: Final = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Lines:
    """The lines of a text that a client holds, for offsets that count no byte-order mark."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        """Take the text as the client sent it, and the encoding whose units it counts."""
        self._mark = len(_MARK) if text.startswith(_MARK) else 0
        self._text = text
        ends = [(found.start(), found.end()) for found in _LINE_END.finditer(text)]
        self._starts = [0, *(after for _, after in ends)]
        self._ends = [*(before for before, _ in ends), len(text)]
        self._codec, self._size = _SIZES.get(encoding, _SIZES["utf-16"])

    def offset(self, position: types.Position) -> int:
        """An offset; a place behind the end of a line or of the text is taken for that end."""
        line = min(position.line, len(self._starts) - 1)
        start, end = self._starts[line], self._ends[line]
        sizes = accumulate((self._units(letter) for letter in self._text[start:end]), initial=0)
        inside = bisect_right(list(sizes), position.character) - 1
        return max(start + inside - self._mark, 0)

    def position(self, offset: int) -> types.Position:
        """The position of an offset, which may be that of the end of the text."""
        at = min(offset + self._mark, len(self._text))
        line = bisect_right(self._starts, at) - 1
        start = self._starts[line]
        return types.Position(line, self._units(self._text[start : min(at, self._ends[line])]))

    def range(self, span: Span) -> types.Range:
        """The range of a stretch of the text."""
        return types.Range(self.position(span.start), self.position(span.end))

    def span(self, range_: types.Range) -> Span:
        """The stretch of the text that a range covers."""
        return Span(self.offset(range_.start), self.offset(range_.end))

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._size
