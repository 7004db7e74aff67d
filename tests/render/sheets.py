"""The worksheets of some lessons in every edition, built once, for A4 and Letter."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from tests.render.on_page import Word, printed_lines, words_of

from broadsheet.compose.excerpt import printed_texts
from broadsheet.compose.setting import Setting
from broadsheet.lesson.load import load
from broadsheet.lesson.models import Lesson
from broadsheet.school.edition import Edition, edition_named
from broadsheet.theme import Theme

ROOT = Path(__file__).parents[2]
FLAGSHIP = ROOT / "lessons" / "phase-2-begins.yaml"
ROOMS = ROOT / "tests" / "lessons" / "rooms.yaml"
PAIR = ROOT / "lessons" / "votes-for-women-1915.yaml"
PAIRS = tuple(
    ROOT / "lessons" / f"{name}.yaml"
    for name in (
        "native-app-or-website-2015-2018",
        "votes-for-women-1915",
        "how-big-a-republic-1787",
    )
)
"""Lessons on two texts, in English."""
LESSONS = (FLAGSHIP, ROOMS, PAIR)
EDITIONS = Theme().editions
PAPERS = ("a4", "letter")


def edition_of(name: str) -> Edition:
    """An edition of ours, which has no fault."""
    edition, findings = edition_named(name, Theme())
    assert edition is not None
    assert not findings
    return edition


MM = 72 / 25.4
MARGIN = 16 * MM
"""From the edge of the paper to the text."""
SAFE = 12 * MM
"""Nearer to an edge than this, a copier may lose what is printed."""
WIDTHS = {"a4": 210 * MM, "letter": 612.0}


def measure(edition: Edition, name: str, default: str) -> float:
    """A measure of an edition's style, in points."""
    text = edition.style.get(name, default)
    number, unit = float(text[:-2]), text[-2:]
    return number * (MM if unit == "mm" else 1)


@dataclass(frozen=True)
class Sheet:
    """One worksheet: of which lesson, in which edition, and where it is."""

    source: Path
    name: str
    paper: str
    output: Path

    @property
    def pdf(self) -> Path:
        slug = self.source.stem
        document = "worksheet" if self.name == "standard" else f"worksheet-{self.name}"
        return self.output / slug / f"{slug}-{document}-{self.paper}.pdf"

    @cached_property
    def lesson(self) -> Lesson:
        lesson = load(self.source).lesson
        assert lesson is not None
        return lesson

    @cached_property
    def edition(self) -> Edition:
        return edition_of(self.name)

    @cached_property
    def words(self) -> list[Word]:
        return words_of(self.pdf)

    @cached_property
    def said(self) -> str:
        """All of its text in the order in which it is written, without blanks."""
        shown = subprocess.run(
            ["pdftotext", "-raw", str(self.pdf), "-"], capture_output=True, check=True, text=True
        ).stdout
        return "".join(shown.split())


@dataclass(frozen=True)
class Numbering:
    """Where the numbered lines of a sheet begin, and where their numbers stand."""

    text: str
    """All that is shown of the texts, without blanks."""
    starts: dict[str, int]
    """Offset in `text` at which a numbered line begins, by its number, such as `12` or `B3`."""
    printed: list[tuple[int, int]]
    """Offsets at which each printed line begins and ends."""
    numbers: dict[str, int]
    """Index of the printed line beside which a number stands."""
    words: list[list[Word]]
    """The words of each printed line."""
    paragraphs: set[int]
    """Offsets in `text` at which paragraphs begin."""
    resumed: set[str]
    """Numbers of the lines that follow what the sheet leaves out."""


@cache
def numbering(sheet: Sheet) -> Numbering:
    """Find the texts and the numbers beside them in a finished sheet."""
    text, starts, paragraphs, resumed = "", {}, set(), set()
    core = sheet.edition.excerpt == "core"
    for source in printed_texts(Setting.of(sheet.lesson, {}), core_only=core):
        for paragraph in source.paragraphs:
            paragraphs.add(len(text))
            if paragraph.resumes:
                resumed.add(f"{source.label}{paragraph.lines[0].number}")
            for line in paragraph.lines:
                starts[f"{source.label}{line.number}"] = len(text)
                text += "".join(line.text.split())
            text += "" if paragraph.lines else "[…]"
    numbers_take = measure(sheet.edition, "number-column", "9mm")
    text_takes = 32 * measure(sheet.edition, "excerpt-size", "11pt")
    begin = MARGIN
    if sheet.edition.margin == "source":  # it stands before the text
        begin = WIDTHS[sheet.paper] - MARGIN - text_takes - numbers_take
    column, end = begin + numbers_take, begin + numbers_take + text_takes + 2
    printed: list[tuple[int, int]] = []
    numbers: dict[str, int] = {}
    lines: list[list[Word]] = []
    at = 0
    for together in printed_lines(
        [word for word in sheet.words if not _is_beside(word, begin - 2, end, sheet)]
    ):
        margin = [word.text for word in together if word.right < column]
        of_text = [word for word in together if word.right >= column]
        said = "".join("".join(word.text.split()) for word in of_text)
        if not said or not text.startswith(said, at):
            continue
        for number in margin:
            assert number not in numbers, f"{number} stands twice"
            numbers[number] = len(printed)
        printed.append((at, at + len(said)))
        lines.append(of_text)
        at += len(said)
    assert at == len(text), f"the text is not printed on from “{text[at : at + 40]}”"
    return Numbering(text, starts, printed, numbers, lines, paragraphs, resumed)


def _is_beside(word: Word, begin: float, end: float, sheet: Sheet) -> bool:
    """Tell whether a word stands in the margin for notes, glosses or the source."""
    return sheet.edition.margin != "none" and not begin <= word.left <= end
