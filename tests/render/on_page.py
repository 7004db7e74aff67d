"""What stands where on a page: words and their boxes, and the rules that are drawn."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pikepdf

_XHTML: Final = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in points from its top left corner; pages count from 0."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def is_beside(self, other: Box) -> bool:
        """Tell whether its middle is level with the other."""
        return self.page == other.page and other.top <= self.middle <= other.bottom


@dataclass(frozen=True)
class Word(Box):
    text: str


@dataclass(frozen=True)
class Mark(Box):
    """A line or area that is drawn."""

    ink: float
    """1 for black, 0 for white."""
    stroked: bool
    """True for the borders of tables, which are strokes."""


@cache
def words_of(pdf: Path) -> list[Word]:
    """The words of a PDF with their boxes, as Poppler finds them."""
    shown = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True, text=True
    ).stdout
    pages = ET.fromstring(shown).iter(f"{_XHTML}page")  # noqa: S314 - Poppler's own
    return [
        Word(number, *_edges(word), word.text or "")
        for number, page in enumerate(pages)
        for word in page.iter(f"{_XHTML}word")
    ]


def _edges(word: ET.Element) -> tuple[float, float, float, float]:
    left, top, right, bottom = (
        float(word.attrib[edge]) for edge in ("xMin", "yMin", "xMax", "yMax")
    )
    return left, top, right, bottom


def printed_lines(words: list[Word]) -> list[list[Word]]:
    """Words that stand beside each other, line by line down the pages."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.page, word.middle, word.left)):
        if lines and word.is_beside(lines[-1][0]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


@cache
def marks_of(pdf: Path) -> list[Mark]:
    """Everything that is drawn on the pages of a PDF, letters apart."""
    with pikepdf.open(pdf) as document:
        return [mark for number, page in enumerate(document.pages) for mark in _marks(number, page)]


@dataclass
class _State:
    """The graphics state (ISO 32000-1, 8.4), as far as borders and backgrounds use it."""

    matrix: pikepdf.Matrix
    pen: float = 1.0
    fill: float = 1.0
    stroke: float = 1.0
    clip: tuple[float, float, float, float] | None = None

    def change(self, operator: str, numbers: list[float]) -> None:
        match operator:
            case "cm":
                self.matrix = pikepdf.Matrix(*numbers) @ self.matrix
            case "w":
                self.pen = numbers[0] * abs(self.matrix.a)
            case "rg" | "g":
                self.fill = 1 - sum(numbers) / len(numbers)
            case "RG" | "G":
                self.stroke = 1 - sum(numbers) / len(numbers)
            case _:
                pass

    def points(self, operator: str, numbers: list[float]) -> list[tuple[float, float]]:
        """What an operator adds to the path; of a curve, its end."""
        if operator == "re":
            x, y, width, depth = numbers
            return [self.matrix.transform(at) for at in ((x, y), (x + width, y + depth))]
        if operator in ("m", "l", "c"):
            return [self.matrix.transform((numbers[-2], numbers[-1]))]
        return []


def _marks(number: int, page: pikepdf.Page) -> list[Mark]:
    height = float(page.mediabox[3])
    marks: list[Mark] = []
    states = [_State(pikepdf.Matrix())]
    path: list[tuple[float, float]] = []
    for instruction in pikepdf.parse_content_stream(page):
        assert isinstance(instruction, pikepdf.ContentStreamInstruction)
        operator, state = str(instruction.operator), states[-1]
        numbers = [float(item) for item in instruction.operands if _is_number(item)]
        state.change(operator, numbers)
        path += state.points(operator, numbers)
        if operator == "q":
            states.append(_State(**vars(state)))
        elif operator == "Q":
            states.pop()
        elif operator in ("W", "W*"):
            state.clip = _bounds(path)
        elif operator in ("f", "f*", "S"):
            left, low, right, high = _within(_bounds(path), state.clip)
            pen = state.pen / 2 if operator == "S" else 0
            ink = state.stroke if operator == "S" else state.fill
            box = (left - pen, height - high - pen, right + pen, height - low + pen)
            marks.append(Mark(number, *box, ink, operator == "S"))
        if operator in ("f", "f*", "S", "n"):
            path = []
    return marks


def _is_number(item: object) -> bool:
    try:
        float(item)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    return True


def _bounds(path: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    across, up = [x for x, _ in path], [y for _, y in path]
    return min(across), min(up), max(across), max(up)


def _within(
    box: tuple[float, float, float, float], clip: tuple[float, float, float, float] | None
) -> tuple[float, float, float, float]:
    if clip is None:
        return box
    return max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])
