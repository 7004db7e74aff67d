r"""JSON's way of writing a character as two escapes, `\ud83d\ude00`, which YAML refuses."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final, Self

_PAIR: Final = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
_LENGTH: Final = len(r"\ud83d\ude00")
_FILLED: Final = re.compile(r"\\U00[0-9A-F]{6}\\0")


@dataclass(frozen=True, slots=True)
class EscapedPairs:
    """A text in which YAML's single escape stands for each pair, followed by a NUL.

    The NUL fills up what the single escape is shorter, so that every place stays where it is.
    """

    original: str
    text: str
    places: tuple[int, ...]
    """Where pairs stand, in order."""

    @classmethod
    def of(cls, original: str) -> Self:
        """Look for pairs in a file's text; hardly any has one."""
        places: list[int] = []

        def single(found: re.Match[str]) -> str:
            if found[1] is None:
                return found[0]
            places.append(found.start())
            high, low = int(found[1], 16) - 0xD800, int(found[2], 16) - 0xDC00
            return f"\\U{0x10000 + (high << 10) + low:08X}\\0"

        text = _PAIR.sub(single, original) if re.search(r"\\u[dD][89abAB]", original) else original
        return cls(original, text, tuple(places))

    def read(self, value: str, start: int, end: int, style: str) -> str:
        """A value as it was written between two offsets: only `"…"` knows escapes."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        if first == last:
            return value
        if style == '"':
            return re.sub("([\U00010000-\U0010ffff])\0", r"\1", value)
        typed = iter(self.places[first:last])

        def as_typed(_: re.Match[str]) -> str:
            at = next(typed)
            return self.original[at : at + _LENGTH]

        return _FILLED.sub(as_typed, value)
