"""The place where YAML gave up, and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

Explained: TypeAlias = tuple[str, str, tuple[int, int]]
"""Message, hint, and start and end offsets of where to look."""

VALUE_BEGINS: Final = r" *(?:- +)*(?:[^\s:'\"#-][^:\n]*: +)?"
"""What stands on a line before its value: dashes and a key."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where YAML gave up, and the lines around."""

    text: str
    problem: str
    began: int
    """Where the thing begins that went wrong, as far as PyYAML says."""
    at: int
    """Where it went wrong."""

    @property
    def line(self) -> str:
        """The line on which it went wrong."""
        return line_at(self.text, self.at)[1]

    @property
    def start(self) -> int:
        """Offset of that line's first character."""
        return line_at(self.text, self.at)[0]

    def words(self, offset: int) -> tuple[int, int]:
        """Start and end of the words of the line around `offset`."""
        start, line = line_at(self.text, offset)
        return start + len(line) - len(line.lstrip()), start + max(len(line.rstrip()), 1)

    def above(self) -> Iterator[tuple[int, str]]:
        """Offset and text of each line above that has words, upwards."""
        start = self.start
        while start > 0:
            start, line = line_at(self.text, start - 1)
            if line.strip():
                yield start, line

    def near(self) -> Iterator[tuple[int, str]]:
        """The lines that may be at fault: where it went wrong, where it began, the line above."""
        offered = [line_at(self.text, self.at), line_at(self.text, self.began)]
        yield from dict.fromkeys(
            [*offered, *([above] if (above := next(self.above(), None)) else [])]
        )


def line_at(text: str, offset: int) -> tuple[int, str]:
    """The line around `offset`; the last line with words where it is at the end of the file."""
    while True:
        start = text.rfind("\n", 0, offset) + 1
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if line.strip() or start == 0:
            return start, line.rstrip("\r")
        offset = start - 1


def indent_of(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def uncommented(line: str) -> str:
    """A line without the comment at its end; quotation marks are not looked at."""
    return re.sub(r"(?:^|(?<=\s))#.*", "", line).rstrip()
