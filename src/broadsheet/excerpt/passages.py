r"""An excerpt as its author typed it: paragraphs, cuts and the editor's words.

Nothing in an excerpt is markup but `[…]` for a cut, `[brackets]` for the editor's words, and `\[`
before a bracket of the source's own. What can't be seen is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from broadsheet.text.brackets import Kind, stretches
from broadsheet.text.footnotes import like_footnotes, without
from broadsheet.text.scripts import joins_without_blank
from broadsheet.text.unseen import unseen_at
from broadsheet.text.words import words

_BLOCK: Final = re.compile(r"^\s*(?P<text>\S.*(?:\n[^\S\n]*\S.*)*)", re.MULTILINE)
_MAY_BREAK: Final = "\u200b"
"""Where a line may end within a word, or where nothing else tells: it is needed for that alone."""
_BLANKS: Final = re.compile(r"[ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph that is all of one kind."""

    kind: Kind
    start: int
    end: int
    """Where it stands in the paragraph's text."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an excerpt, as one line of text with single blanks."""

    text: str
    """As it is printed."""
    origins: tuple[int, ...]
    """For each of its characters, the offset in the excerpt as typed."""
    runs: tuple[Run, ...]
    """Its stretches in order: the source's words, the editor's, cuts."""

    @property
    def start(self) -> int:
        """Offset of its first character in the excerpt as typed."""
        return self.origins[0]

    @property
    def is_cut(self) -> bool:
        """True where the paragraph is nothing but the mark of a cut."""
        return [run.kind for run in self.runs] == [Kind.CUT]

    @cached_property
    def source(self) -> str:
        """The source's own words, character for character where they stand in `text`.

        What is the editor's is hidden: a blank parts words, and a soft hyphen joins them.
        """
        return "".join(_of_source(run.kind, self.text[run.start : run.end]) for run in self.runs)

    @cached_property
    def words(self) -> int:
        """How many of the source's own words it shows; the mark of a footnote is none."""
        return len(words(without(like_footnotes(self.source), self.source)))


def paragraphs(excerpt: str) -> tuple[Paragraph, ...]:
    """Part an excerpt at its blank lines, and fold each paragraph's own line ends to blanks."""
    blocks = (
        _Typed.of(excerpt, *block.span("text")) for block in _BLOCK.finditer(excerpt.rstrip())
    )
    return tuple(_paragraph(block.folded()) for block in blocks if block.text.strip())


def words_shown(excerpt: str) -> int:
    """How many of the source's own words an excerpt shows; the editor's words do not count."""
    return sum(paragraph.words for paragraph in paragraphs(excerpt))


@dataclass(frozen=True, slots=True)
class _Typed:
    """Some text, and where each of its characters stands in the excerpt as typed."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def of(cls, excerpt: str, start: int, end: int) -> _Typed:
        """What can be seen of a block of an excerpt."""
        dropped = {start + at for at in unseen_at(excerpt[start:end])}
        kept = [at for at in range(start, end) if at not in dropped or excerpt[at] == _MAY_BREAK]
        return cls("".join(excerpt[at] for at in kept), tuple(kept))

    def folded(self) -> _Typed:
        """Write every run of blanks as one, and none where a script's lines join without."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        cut = _Typed(self.text[start:end], self.origins[start:end])
        return cut.replaced(_BLANKS, _blank)

    def replaced(self, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> _Typed:
        """Write something else wherever a pattern stands."""
        text: list[str] = []
        origins: list[int] = []
        at = 0
        for found in pattern.finditer(self.text):
            instead = new(found)
            text += [self.text[at : found.start()], instead]
            origins += self.origins[at : found.start()]
            origins += [self.origins[found.start()]] * len(instead)
            at = found.end()
        return _Typed("".join((*text, self.text[at:])), (*origins, *self.origins[at:]))


def _blank(found: re.Match[str]) -> str:
    if "\n" not in found[0]:
        return " "
    before, after = found.string[found.start() - 1], found.string[found.end()]
    return "" if joins_without_blank(before, after) else " "


def _paragraph(typed: _Typed) -> Paragraph:
    text, origins, runs = "", [], []
    for each in stretches(typed.text):
        runs.append(Run(each.kind, len(text), len(text) + len(each.text)))
        text += each.text
        offsets = typed.origins[each.start : each.end]
        # Where signs are written shorter than they were typed, the last of them ends the stretch.
        origins += [*offsets[: len(each.text) - 1], offsets[-1]]
    return Paragraph(text, tuple(origins), tuple(runs))


def _of_source(kind: Kind, text: str) -> str:
    if kind is Kind.SOURCE:
        return text
    return f"\u00ad{text[1:-1]}\u00ad" if kind is Kind.LETTER else " " * len(text)
