"""An edition: how a worksheet is set for a reader. It is data, one short file of the theme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal, Self

from pydantic import Field, PrivateAttr

from broadsheet.findings import Finding, Remark
from broadsheet.reading.file_text import text_of
from broadsheet.reading.format_rules import UNKNOWN_KEY, WRONG_KIND
from broadsheet.reading.spelling import meant
from broadsheet.reading.strict import Strict
from broadsheet.reading.typed_file import read_as
from broadsheet.reading.values import Switch, Text
from broadsheet.school.style import MEASURES, Style
from broadsheet.text.language_tags import nearest
from broadsheet.theme import OURS, Theme

WORDS_PER_LINE: Final = 9
"""Handwritten words on a line of 170 mm at 8 mm, which a lesson's `space` is counted in."""

CELL_LINES: Final = 2
"""Handwritten lines that a row of a table holds, where nothing asks for more: 7 mm each."""

_OF_WORDS: Final = (
    *("excerpt", "questions", "level", "goals", "glossary", "starters", "word_bank", "steps"),
    *("leaving", "notes_lines"),
)
"""What of an edition decides which words stand in a document."""


class Edition(Strict):
    """How a worksheet is set for a reader: type, measures, and what is shown."""

    _name: str = PrivateAttr(default="")
    title: dict[str, Text] = {}
    """Its name as printed at the foot of the page, by language; locales name those that ship."""
    lines: Literal["fixed", "flowing"] = "fixed"
    """`fixed` prints one numbered line a line; `flowing` lets larger type flow past the numbers."""
    margin: Literal["notes", "glosses", "source", "none"] = "notes"
    """What stands beside the text: room to annotate, glosses beside their lines, what the source
    is (above the text otherwise), or nothing."""
    excerpt: Literal["whole", "core"] = "whole"
    """`core` prints only the paragraphs that core questions refer to."""
    questions: Literal["all", "core"] = "all"
    """`core` asks only the questions marked `core: yes`."""
    tables: Literal["across", "stacked"] = "across"
    """`stacked` turns a wide table into one for each of its rows, where type is large."""
    level: Switch = True
    """Whether level and minutes are printed; a shorter sheet takes fewer."""
    goals: Switch = True
    """Whether the goals are printed."""
    glossary: Switch = True
    """Whether the glosses are listed below the text; they are not where the margin has them."""
    starters: Switch = False
    """Whether a question offers words to begin with."""
    word_bank: Switch = False
    """Whether a question offers words that help."""
    steps: Switch = False
    """Whether a question is asked in smaller steps, where it has them."""
    leaving: Switch = True
    """Whether exit ticket, own question and self-assessment are printed."""
    facing: Switch = False
    """Whether the text has a left-hand page of its own, with the questions facing it."""
    notes_lines: Annotated[int, Field(ge=0, le=20)] = 0
    """Ruled lines for notes before reading, on the page before the text."""
    sides: Annotated[int, Field(ge=1, le=99)] | None = None
    """Sides that a worksheet in this edition should take at most; more are reported."""
    fit: Switch = True
    """Whether rooms to answer grow, by half at most, where a page would end with a blank."""
    form: Switch = False
    """Whether every room to answer is a field of a PDF form."""
    words_per_line: Annotated[int, Field(ge=2, le=20)] = WORDS_PER_LINE
    """Handwritten words that a ruled line holds; fewer words a line give more lines."""
    style: Style = {}
    """Custom properties of styles/base.css and their values, such as `size-body: 18pt`."""

    @property
    def name(self) -> str:
        """What it is asked for by: its file's name."""
        return self._name

    def called(self, name: str) -> Self:
        """The same edition under a name."""
        named = self.model_copy()
        named._name = name  # noqa: SLF001 - its own
        return named

    def title_in(self, language: str) -> str:
        """The name that its own file gives it in a language, or nothing."""
        found = nearest(language, self.title)
        return self.title[found] if found else ""

    @property
    def is_core(self) -> bool:
        """Whether it leaves out what core questions do not need."""
        return "core" in (self.excerpt, self.questions)

    @property
    def changes_words(self) -> bool:
        """Whether it says or asks something else than the standard one does."""
        said = ((name, type(self).model_fields[name].default) for name in _OF_WORDS)
        return self.margin == "glosses" or any(getattr(self, name) != usual for name, usual in said)

    def is_stacked(self, columns: int) -> bool:
        """Whether a table of so many columns is turned into a record for each of its rows."""
        return self.tables == "stacked" and columns > 2

    def lines_for(self, words: int, width: float = 1) -> int:
        """How many lines handwritten words take, in a cell of a part of a line's width."""
        return -int(-words // (self.words_per_line * width))

    def ruled_lines(self, asked: int) -> int:
        """How many lines to rule where a lesson asks for `asked` standard ones."""
        return -(-asked * WORDS_PER_LINE // self.words_per_line)


def edition_named(name: str, theme: Theme) -> tuple[Edition | None, list[Finding]]:
    """Read an edition of the theme; faults in a school's file are findings.

    Raises FileNotFoundError where the theme has no edition of that name.
    """
    file = theme.edition(name)
    hint = "begin with `title:` and a name in your language"
    read = read_as(Edition, text_of(file), file, hint, WRONG_KIND)
    findings = list(read.all_findings)
    if read.value and read.document:
        findings += map(read.document.locate, _misspelt(read.value.style))
    return read.value and read.value.called(name), findings


def _misspelt(style: Style) -> Iterator[Remark]:
    """Remarks on measures that are a slip away from one of ours: no style sheet would know them."""
    for name in style:
        measure = None if name in MEASURES else meant(name, MEASURES).one
        if measure:
            yield Remark(
                UNKNOWN_KEY,
                f"`{name}` is no measure of our style sheets",
                f"did you mean `{measure}`? one of your own needs a name of its own",
                ("style", name),
                at_key=True,
                near_match=measure,
            )


def faults_of_editions(theme: Theme) -> list[Finding]:
    """What is wrong with the editions that a school's theme brings, each at its line."""
    faults: list[Finding] = []
    for name in theme.editions:
        if theme.edition(name).is_relative_to(OURS):
            continue
        faults += edition_named(name, theme)[1]
    return faults
