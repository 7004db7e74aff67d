"""What is set in braille: passages of words in print, with where they stand on the line."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """Words in print of one language."""

    words: str
    language: str
    number: str = ""
    """Of the numbered line that begins with them; nothing where none does."""
    is_joined: bool = False
    """Whether nothing parts them from the words before."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading or an item."""

    runs: tuple[Run, ...]
    first: int = 2
    """Empty cells before the first line."""
    over: int = 0
    """Empty cells before those that follow it."""
    is_centred: bool = False
    after_blank: bool = False
    """Whether an empty line stands before it, but for the top of a page."""
    is_heading: bool = False
    """Whether the next passage begins on the same page."""


@dataclass(frozen=True, slots=True)
class Indent:
    """Where the lines of a passage begin: empty cells before the first, and before the others."""

    first: int
    over: int


PARAGRAPH = Indent(2, 0)
QUESTION = Indent(0, 4)
BELOW = Indent(2, 6)
VERSE = Indent(0, 2)
FURTHER_BELOW = Indent(4, 6)


def passage(words: str, language: str, indent: Indent = PARAGRAPH) -> Passage:
    """A passage of a document's own words."""
    return Passage((Run(words, language),), indent.first, indent.over)


def title(words: str, language: str) -> Passage:
    """The title of a document."""
    return replace(passage(words, language), is_centred=True, is_heading=True)


def heading(words: str, language: str) -> Passage:
    """A heading, which begins in the fifth cell."""
    return Passage((Run(words, language),), 4, 4, after_blank=True, is_heading=True)
