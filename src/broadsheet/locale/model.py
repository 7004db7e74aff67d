"""The format of a locale: what a language's file of words may hold."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from broadsheet.reading.strict import Strict
from broadsheet.reading.values import Text

Sign = Annotated[str, Field(min_length=1, max_length=8)]
"""A mark with the blanks that belong to it."""
Pair = Annotated[list[Sign], Field(min_length=2, max_length=2)]
Pairs = Annotated[list[Sign], Field(min_length=4, max_length=4)]

Phrase: TypeAlias = "str | dict[str, str]"
"""Words, or a form of them for each kind of number."""

FEWEST_LETTERS: Final = 8


class LocaleFile(Strict):
    """A language's file. The phrases themselves are judged apart: see `judge`."""

    name: Text
    """The language's own name."""
    direction: Literal["ltr", "rtl"]
    quotes: Pairs
    """Opening and closing marks of a quotation, and those of one within it."""
    titles: Pairs | None = None
    """Marks around the title of a work, where they are others than a quotation's."""
    comma: Sign = ", "
    """What parts author, title and outlet, its blank included."""
    list_comma: Sign | None = None
    """What parts the items of a list, where it is another sign than `comma`."""
    stop: Sign = ". "
    """What ends a sentence before another one."""
    colon: Sign = ": "
    """What stands between a name and what is said of it."""
    dot: Sign = " · "
    """What parts pieces of information in one line."""
    dash: Sign = " – "
    """What stands between two parts of a title."""
    to: Sign = "–"
    """What stands between the two ends of a scale."""
    brackets: Pair = Field(default=[" (", ")"])
    """What stands around an aside, with the blank before it."""
    letters: Annotated[list[Text], Field(min_length=FEWEST_LETTERS)] = list("ABCDEFGH")
    """Letters of choices and of smaller steps."""
    editions: dict[str, Text] = {}
    """Names of editions, as printed at the foot of the page."""
    newer: list[Text] = []
    """In the English file: phrases that came later, which a school's own file may lack."""
    phrases: dict[str, object]
    """Every phrase of the English file, by the same key."""
    young: dict[str, object] = {}
    """Some of them in plainer words, for lessons whose youngest readers are under 11."""
