"""Straight marks become those of a language: quotation marks in pairs, and apostrophes.

The keys `"` and `'` stand for six things. Marks that open and close are told by what stands beside
them, and are changed in pairs or not at all; what is left between or before letters is an
apostrophe; feet, inches and minutes of arc, and the signs within Hebrew words stay as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from broadsheet.text.language_tags import base_of

Quotes: TypeAlias = tuple[str, str, str, str]
"""Opening and closing marks of a language, outer and inner."""

APOSTROPHE: Final = "’"
WORD: Final = "\ufffc"
"""Stands for a picture, a quotation or another thing that marks may stand around."""

_OPENING: Final = frozenset("([{¿¡«„‚‹“‘")
_BEFORE_WORDS: Final = frozenset("-–—/:,;=…，：、；。！？（「『《")
"""What a mark may follow that opens, besides blanks and brackets."""
_ELIDED: Final[Mapping[str, str]] = {
    "en": "tis twas twere twill twould til till em cause cos bout round neath tween gainst n im er "
    "ere tain",
    "de": "s n ne nen nem ner rum rein raus rauf rüber runter ran mal",
}
"""Words whose beginning an apostrophe stands for, which could be taken for quoted ones."""
_PREFIX: Final = re.compile(r"[ושהכלבמ]{1,3}\Z")
"""Hebrew prefixes, which are written in one with a quoted name."""
_FEET: Final = re.compile(r"\d' ?\d+(?:[.,]\d+)?\Z")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_DECADE: Final = re.compile(r"\d\d(?!\d)")
_NEAR: Final = 12
"""As many characters before a mark are looked at for a measure in feet or a prefix."""


class _Mark(NamedTuple):
    at: int
    sign: str
    before: str
    """The nearest character before it that is no such mark; empty at the beginning."""
    after: str
    """The nearest one after it; empty at the end."""
    elided: bool = False
    """True after an apostrophe that ends a word, as in `l'"amour"`."""


def changes(text: str, quotes: Quotes, language: str) -> dict[int, str]:
    """What stands in the place of straight marks, by their offsets in a text."""
    if '"' not in text and "'" not in text:
        return {}
    return _Marks(text, language).changed(quotes)


def curled(text: str, quotes: Quotes, language: str) -> str:
    """A text with the marks of a language."""
    instead = changes(text, quotes, language)
    return "".join(instead.get(at, character) for at, character in enumerate(text))


@dataclass(frozen=True, slots=True)
class _Pair:
    start: int
    end: int
    sign: str


class _Marks:
    """The straight marks of a text, read from left to right."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._elided = _ELIDED.get(base_of(language), "").split()
        self._marks = list(_marks(text))
        self._open: list[_Mark] = []
        self._how_many_open = {"'": 0, '"': 0}
        self._pairs: list[_Pair] = []
        self._apostrophes: set[int] = set()
        self._next: dict[int, _Mark] = {}
        following: dict[str, _Mark] = {}
        for mark in reversed(self._marks):
            if mark.sign in following:
                self._next[mark.at] = following[mark.sign]
            following[mark.sign] = mark

    def changed(self, quotes: Quotes) -> dict[int, str]:
        """The marks and apostrophes to print, by offset."""
        for mark in self._marks:
            if not self._stays(mark):
                self._take(mark)
        for mark in self._open:
            self._left_open(mark)
        instead = dict.fromkeys(self._apostrophes, APOSTROPHE)
        around: list[tuple[_Pair, bool]] = []
        for pair in sorted(self._pairs, key=lambda pair: pair.start):
            while around and around[-1][0].end < pair.start:
                around.pop()
            inner = not around[-1][1] if around else pair.sign == "'"
            around.append((pair, inner))
            instead[pair.start], instead[pair.end] = quotes[2:] if inner else quotes[:2]
        return instead

    def _take(self, mark: _Mark) -> None:
        opens, closes = _opens(mark), _closes(mark)
        if opens and closes:
            opens = not self._is_open(mark.sign)
        if mark.sign == "'" and self._is_apostrophe(mark, opens=opens):
            self._apostrophes.add(mark.at)
        elif opens:
            self._open.append(mark)
            self._how_many_open[mark.sign] += 1
        elif closes and mark.sign == '"' and self._is_open('"'):
            self._close(mark)
        elif closes and mark.sign == "'":
            if self._open and self._open[-1].sign == "'":
                self._close(mark)
            else:
                self._apostrophes.add(mark.at)

    def _close(self, mark: _Mark) -> None:
        while (opening := self._open.pop()).sign != mark.sign:
            self._left_open(opening)
            self._how_many_open[opening.sign] -= 1
        self._how_many_open[mark.sign] -= 1
        self._pairs.append(_Pair(opening.at, mark.at, mark.sign))

    def _left_open(self, mark: _Mark) -> None:
        if mark.sign == "'" and mark.after.isalnum():
            self._apostrophes.add(mark.at)

    def _stays(self, mark: _Mark) -> bool:
        """Tell whether a mark measures, or belongs to a Hebrew word."""
        if _is_hebrew(mark.before):
            return self._is_hebrew_sign(mark)
        if not mark.before.isnumeric():
            return False
        if mark.sign == "'":
            return not mark.after.isalpha() and not (
                self._is_open("'") and not self._closes_later(mark)
            )
        near = self._text[max(0, mark.at - _NEAR) : mark.at]
        return bool(_FEET.search(near)) or not self._is_open('"') or self._closes_later(mark)

    def _is_hebrew_sign(self, mark: _Mark) -> bool:
        if mark.sign == "'":
            return _is_hebrew(mark.after) or not self._is_open("'")
        if not _is_hebrew(mark.after):
            return False
        letters = _LETTERS.match(self._text, mark.at + 1)
        before = _LETTERS.findall(self._text[max(0, mark.at - _NEAR) : mark.at])
        return not (
            letters
            and len(letters[0]) > 1
            and _PREFIX.fullmatch(before[-1] if before else "")
            and self._closes_later(mark)
        )

    def _is_apostrophe(self, mark: _Mark, *, opens: bool) -> bool:
        if mark.before.isalnum() and mark.after.isalnum():
            return not (_runs_on(mark.before) and _runs_on(mark.after))
        if not opens:
            # The plural's possessive, `the dogs' food`, within single marks.
            return (
                mark.before in tuple("sxz")
                and self._text[mark.at + 1 : mark.at + 2] == " "
                and self._text[mark.at + 2 : mark.at + 3].islower()
                and self._closes_later(mark)
            )
        word = _LETTERS.match(self._text, mark.at + 1)
        if word and word[0].lower() in self._elided:
            return len(word[0]) == 1 or self._text[word.end() : word.end() + 1] != "'"
        closing = self._next.get(mark.at)
        quoted = closing and _closes(closing) and closing.before not in ("s", "S")
        return bool(_DECADE.match(self._text, mark.at + 1)) and not quoted

    def _is_open(self, sign: str) -> bool:
        return self._how_many_open[sign] > 0

    def _closes_later(self, mark: _Mark) -> bool:
        """Tell whether the next such mark can only close."""
        following = self._next.get(mark.at)
        return following is not None and _closes(following) and not _opens(following)


def _marks(text: str) -> Iterator[_Mark]:
    """Each straight mark with what stands beside it, beyond other marks."""
    for run in re.finditer(r"[\"']+", text):
        before = text[run.start() - 1] if run.start() else ""
        after = text[run.end() : run.end() + 1]
        for at in range(run.start(), run.end()):
            elided = at > run.start() and text[at - 1] == "'" and before.isalpha()
            yield _Mark(at, text[at], before, after, elided and after.isalpha())


def _opens(mark: _Mark) -> bool:
    if not mark.after or mark.after.isspace():
        return False
    return (
        not mark.before
        or mark.elided
        or mark.before.isspace()
        or mark.before in _OPENING
        or mark.before in _BEFORE_WORDS
        or _runs_on(mark.before)
        or (_is_hebrew(mark.before) and _is_hebrew(mark.after))
    )


def _closes(mark: _Mark) -> bool:
    if not mark.before or mark.before.isspace() or mark.before in _OPENING:
        return False
    return not _is_word(mark.after) or _runs_on(mark.after)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == WORD


def _is_hebrew(character: str) -> bool:
    return "\u05d0" <= character <= "\u05ea"


def _runs_on(character: str) -> bool:
    """Tell whether a letter's script writes words, or a prefix and its word, without a blank."""
    return character >= "\u0600" and character.isalpha()
