r"""An excerpt as its author typed it: paragraphs, cuts and the editor's words.

Nothing in an excerpt is markup but `[…]` for a cut, `[brackets]` for the editor's words, and `\[`
before a bracket of the source's own. What can't be seen is not printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from broadsheet.excerpt.forms import Block, Form, Shape, blocks
from broadsheet.text.brackets import Kind, stretches
from broadsheet.text.footnotes import like_footnotes, without
from broadsheet.text.scripts import BLANKS, folded_blank, joins_without_blank
from broadsheet.text.unseen import unseen_at
from broadsheet.text.words import words

_BLOCK: Final = re.compile(r"^\s*(?P<text>\S.*(?:\n[^\S\n]*\S.*)*)", re.MULTILINE)
_MAY_BREAK: Final = "\u200b"
"""Where a line may end within a word, or where nothing else tells: it is needed for that alone."""


_EMPHASIS: Final = re.compile(
    r"(?<![\w*\\])(?P<stars>\*{1,2})(?![\s*])[^*]+(?<!\s)(?P=stars)(?![\w*])"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph that is all of one kind."""

    kind: Kind
    start: int
    end: int
    """Where it stands in the paragraph's text."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words of a paragraph that are emphasised."""

    start: int
    end: int
    is_strong: bool


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an excerpt, as one line of text with single blanks."""

    text: str
    """As it is printed."""
    origins: tuple[int, ...]
    """For each of its characters, the offset in the excerpt as typed."""
    runs: tuple[Run, ...]
    """Its stretches in order: the source's words, the editor's, cuts."""
    shape: Shape = Shape.PROSE
    ends: tuple[int, ...] = ()
    """Where each of its own lines ends, if it keeps them."""
    indents: tuple[int, ...] = ()
    """By how many blanks each of them is set in."""
    marks: tuple[tuple[int, str], ...] = ()
    """Marks of its form, and where they are typed: the source's file may have them, too."""
    emphases: tuple[Emphasis, ...] = ()

    @property
    def label(self) -> str:
        """What an item of a list begins with; empty for all others."""
        return self.marks[0][1] if self.shape is Shape.ITEM else ""

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


@lru_cache(maxsize=4)
def paragraphs(excerpt: str, form: Form | None = None) -> tuple[Paragraph, ...]:
    """Part an excerpt at its blank lines, and fold each paragraph's own line ends to blanks.

    A form that keeps lines tells where each ends. Every check of a lesson asks for the same few.
    """
    found = (
        _paragraph(excerpt, block, form)
        for lines in _BLOCK.finditer(excerpt.rstrip())
        for block in blocks(excerpt, *lines.span("text"), form)
    )
    return tuple(paragraph for paragraph in found if paragraph)


def words_shown(excerpt: str, form: Form | None = None) -> int:
    """How many of the source's own words an excerpt shows; the editor's words do not count."""
    return sum(paragraph.words for paragraph in paragraphs(excerpt, form))


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

    @classmethod
    def joined(cls, lines: Sequence[_Typed], *, keeping: bool) -> _Typed:
        """Lines one after another; a blank parts them unless their script joins without one."""
        text, origins = lines[0].text, list(lines[0].origins)
        for line in lines[1:]:
            if keeping or not joins_without_blank(text[-1], line.text[0]):
                text += " "
                origins.append(origins[-1])
            text += line.text
            origins += line.origins
        return cls(text, tuple(origins))

    def folded(self) -> _Typed:
        """Write every run of blanks as one, and none where a script's lines join without."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        cut = _Typed(self.text[start:end], self.origins[start:end])
        return cut.replaced(BLANKS, folded_blank)

    def without(self, offsets: Iterable[int]) -> _Typed:
        """The same without some of its characters."""
        dropped = set(offsets)
        kept = [at for at in range(len(self.text)) if at not in dropped]
        return _Typed("".join(self.text[at] for at in kept), tuple(self.origins[at] for at in kept))

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


def _paragraph(excerpt: str, block: Block, form: Form | None) -> Paragraph | None:
    """A block as it is printed; None for one of nothing but what can't be seen."""
    lines = [_Typed.of(excerpt, start, end).folded() for start, end in block.lines]
    kept = [at for at, line in enumerate(lines) if line.text]
    if not kept:
        return None
    typed = _Typed.joined([lines[at] for at in kept], keeping=block.shape is Shape.LINES)
    stars = list(_EMPHASIS.finditer(typed.text)) if form == "mixed" else []
    emphases = [(typed.origins[f.start()], typed.origins[f.end() - 1], f["stars"]) for f in stars]
    typed = typed.without(at for found in stars for at in _starred(found))
    text, origins, runs = _parsed(typed)
    return Paragraph(
        text,
        origins,
        runs,
        block.shape,
        tuple(bisect_left(origins, block.lines[at][1]) for at in kept)
        if block.shape is Shape.LINES
        else (),
        tuple(block.indents[at] for at in kept) if block.indents else (),
        (
            *block.marks,
            *((at, sign) for start, end, sign in emphases for at in (start, end + 1 - len(sign))),
        ),
        tuple(
            Emphasis(bisect_left(origins, start), bisect_left(origins, end), len(sign) > 1)
            for start, end, sign in emphases
        ),
    )


def _parsed(typed: _Typed) -> tuple[str, tuple[int, ...], tuple[Run, ...]]:
    text = ""
    origins: list[int] = []
    runs: list[Run] = []
    for each in stretches(typed.text):
        runs.append(Run(each.kind, len(text), len(text) + len(each.text)))
        text += each.text
        offsets = typed.origins[each.start : each.end]
        # Where signs are written shorter than they were typed, the last of them ends the stretch.
        origins += [*offsets[: len(each.text) - 1], offsets[-1]]
    return text, tuple(origins), tuple(runs)


def _starred(found: re.Match[str]) -> Iterator[int]:
    """The offsets of the stars on both sides of what is emphasised."""
    for at in range(len(found["stars"])):
        yield found.start() + at
        yield found.end() - 1 - at


def _of_source(kind: Kind, text: str) -> str:
    if kind is Kind.SOURCE:
        return text
    return f"\u00ad{text[1:-1]}\u00ad" if kind is Kind.LETTER else " " * len(text)
