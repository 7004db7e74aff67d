"""Cells on pages: 40 cells a line and 25 lines a page, the last of which bears the page's number.

The number of a line of the excerpt stands at the right end of the line of braille on which it
begins, as the Braille Authority of North America has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from broadsheet.render.braille.passages import Passage

CELLS: Final = 40
LINES: Final = 25
_FULL: Final = LINES - 1
"""Lines of text on a page."""
_GAP: Final = 2
"""Empty cells between words and a number."""


@dataclass(frozen=True, slots=True)
class _Word:
    """Cells that are not parted, and the number of the line that they begin."""

    cells: str
    number: str = ""
    is_joined: bool = False
    """Whether no empty cell parts it from the word before."""


@dataclass(slots=True)
class _Line:
    """A line of braille that is being filled."""

    begins: int
    words: str = ""
    number: str = ""

    def takes(self, word: _Word) -> bool:
        """Tell whether a word fits, with the number it brings or the line has."""
        if word.number and self.number:
            return False
        number = word.number or self.number
        room = CELLS - (len(number) + _GAP if number else 0)
        return self.begins + len(self._with(word)) <= room

    def add(self, word: _Word) -> None:
        """Add a word."""
        self.words, self.number = self._with(word), word.number or self.number

    def _with(self, word: _Word) -> str:
        between = " " if self.words and not word.is_joined else ""
        return f"{self.words}{between}{word.cells}"

    def written(self) -> str:
        """The line as it is embossed."""
        words = f"{' ' * self.begins}{self.words}"
        return f"{words}{self.number.rjust(CELLS - len(words))}" if self.number else words


@dataclass(slots=True)
class _Book:
    """The pages that are being filled."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])

    def add(self, lines: list[str], *, after_blank: bool, kept: int) -> None:
        """Add lines, with as many more on their page as are `kept` with them."""
        page = self.pages[-1]
        if after_blank and 0 < len(page) < _FULL:
            page.append("")
        if len(page) + min(len(lines) + kept, _FULL) > _FULL and (kept or len(page) >= _FULL):
            page = self._turned()
        for line in lines:
            if len(page) >= _FULL:
                page = self._turned()
            page.append(line)

    def _turned(self) -> list[str]:
        self.pages.append([])
        return self.pages[-1]


def paged(
    passages: Iterable[Passage], cells_of: Mapping[tuple[str, str], str], numbers: Iterable[str]
) -> list[list[str]]:
    """The lines of each page. `numbers` are those of pages in cells, from the first."""
    book = _Book()
    for each in passages:
        lines = [line.written() for line in _lines(each, cells_of)]
        if each.is_centred:
            lines = [line.strip().center(CELLS).rstrip() for line in lines]
        book.add(lines, after_blank=each.after_blank, kept=2 if each.is_heading else 0)
    return [
        [*(line.rstrip() for line in page), *[""] * (_FULL - len(page)), number.rjust(CELLS)]
        for page, number in zip(book.pages, numbers, strict=False)
    ]


def _lines(each: Passage, cells_of: Mapping[tuple[str, str], str]) -> Iterator[_Line]:
    line = _Line(each.first)
    for word in _words(each, cells_of):
        if not line.takes(word):
            if line.words:
                yield line
                line = _Line(each.over)
            while not line.takes(word):
                word = _parted(line, word)
                yield line
                line = _Line(each.over)
        line.add(word)
    if line.words:
        yield line


def _words(each: Passage, cells_of: Mapping[tuple[str, str], str]) -> Iterator[_Word]:
    for run in each.runs:
        number = cells_of[(run.language, run.number)] if run.number else ""
        for at, cells in enumerate(cells_of[(run.language, run.words)].split()):
            yield _Word(cells, "" if at else number, is_joined=run.is_joined and not at)


def _parted(line: _Line, word: _Word) -> _Word:
    """Fill an empty line with the beginning of a word that no line holds, and give the rest."""
    room = CELLS - line.begins - (len(word.number) + _GAP if word.number else 0)
    line.add(_Word(word.cells[:room], word.number))
    return _Word(word.cells[room:])
