r"""The one grammar of square brackets in an excerpt.

`[…]` is a cut, `[T]he` a letter whose case was changed, every other bracket holds the editor's
words, and `\[` and `\]` are brackets of the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

CUT: Final = "[…]"
"""The mark of a cut, as it is printed; an author may type `[...]`."""


class Kind(Enum):
    """What a stretch of an excerpt is."""

    SOURCE = "the source's own words"
    LETTER = "a letter of the source in brackets, its case changed"
    INSERTION = "the editor's words"
    CUT = "the mark of a cut"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that is all of one kind."""

    kind: Kind
    start: int
    end: int
    """Where it stands in the text as typed."""
    text: str
    """As it is printed."""


# Before a bracket, a backslash makes the next sign a plain one; elsewhere it is itself one.
_ESCAPE: Final = re.compile(r"\\(?P<plain>[\[\]]|\\(?=\\*[\[\]]))")
_GRAMMAR: Final = re.compile(
    rf"(?P<escape>{_ESCAPE.pattern.replace('?P<plain>', '?:')})"
    r"|(?P<cut>\[\s*(?:…|\.\.\.)\s*\])"
    r"|(?<!\w)(?P<letter>\[[^\W\d_][\u0300-\u036f]*\])(?=[^\W\d_])"
    r"|(?P<insertion>\[(?:\\[\[\]]|[^\[\]\\]|\\(?![\[\]]))*\])"
)


def stretches(text: str) -> Iterator[Stretch]:
    """Yield the stretches of a paragraph in order, as its author typed it."""
    at = 0
    for found in _GRAMMAR.finditer(text):
        start, end = found.span()
        if start > at:
            yield Stretch(Kind.SOURCE, at, start, text[at:start])
        yield _stretch(found, start, end)
        at = end
    if at < len(text):
        yield Stretch(Kind.SOURCE, at, len(text), text[at:])


def printed(text: str) -> str:
    """A text as it is printed: cuts in one form, and brackets of the source's own as plain ones."""
    return "".join(stretch.text for stretch in stretches(text))


def _stretch(found: re.Match[str], start: int, end: int) -> Stretch:
    if found["escape"]:
        return Stretch(Kind.SOURCE, start, end, found["escape"][1])
    if found["cut"]:
        return Stretch(Kind.CUT, start, end, CUT)
    letter = found["letter"]
    if letter and letter != letter.swapcase():
        return Stretch(Kind.LETTER, start, end, letter)
    return Stretch(Kind.INSERTION, start, end, _ESCAPE.sub(r"\g<plain>", found[0]))
