"""The passages between the cuts of an excerpt, as the words and marks by which they are proved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from broadsheet.excerpt.forms import Form
from broadsheet.excerpt.passages import Paragraph, paragraphs
from broadsheet.source.evidence import Evidence, Forms
from broadsheet.text.brackets import Kind as Bracket
from broadsheet.text.footnotes import like_footnotes, without
from broadsheet.text.tokens import Token, tokens

_LONGEST_SIGN: Final = 8
"""No mark of a form is longer."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's mark in a passage, before one of its words and marks."""

    text: str
    before: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands between two cuts, with what else each of its words may be in the source."""

    tokens: tuple[Token, ...]
    forms: tuple[Forms, ...]
    notes: tuple[Note, ...]
    mark: tuple[int, int] | None
    """The mark of a cut before it."""
    marked: Passage | None = None
    """The same with the marks of its form, where the source's file has them."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words of a paragraph between two cuts, or the mark of a cut."""

    paragraph: Paragraph
    start: int
    end: int
    is_cut: bool

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the excerpt as typed."""
        return self.paragraph.origins[self.start], self.paragraph.origins[self.end - 1] + 1

    @property
    def signs(self) -> Iterator[tuple[int, str]]:
        """The marks of its form that are typed before or within it."""
        origins = self.paragraph.origins
        typed = (*origins, origins[-1] + _LONGEST_SIGN)
        first, last = (typed[self.start] if self.start else -1), typed[self.end]
        return ((at, sign) for at, sign in self.paragraph.marks if first <= at < last)


def _pieces(excerpt: str, form: Form | None) -> Iterator[_Piece]:
    for paragraph in paragraphs(excerpt, form):
        at = 0
        for run in paragraph.runs:
            if run.kind is Bracket.CUT:
                yield _Piece(paragraph, at, run.start, is_cut=False)
                yield _Piece(paragraph, run.start, run.end, is_cut=True)
                at = run.end
        yield _Piece(paragraph, at, len(paragraph.text), is_cut=False)


def between_cuts(
    excerpt: str, evidence: Evidence | None, form: Form | None
) -> tuple[list[Passage], tuple[int, int] | None]:
    """The passages between cuts, and the mark after the last of them."""
    passages: list[Passage] = []
    pieces: list[_Piece] = []
    mark = before = None
    for piece in (*_pieces(excerpt, form), None):
        if piece is not None and not piece.is_cut:
            pieces.append(piece)
            continue
        if passage := _passage(pieces, before, evidence):
            marked = _passage(pieces, before, evidence, marked=True)
            passages.append(replace(passage, marked=marked))
            mark = None
        pieces = []
        if piece is not None:
            before = mark = piece.span
    return passages, mark


def _passage(
    pieces: Sequence[_Piece],
    mark: tuple[int, int] | None,
    evidence: Evidence | None,
    *,
    marked: bool = False,
) -> Passage | None:
    """Gather the words between two cuts; None where there are none, or no marks that are wanted."""
    if marked and not any(piece.paragraph.marks for piece in pieces):
        return None
    found: list[Token] = []
    forms: list[Forms] = []
    notes: list[Note] = []
    for piece in pieces:
        paragraph, origins = piece.paragraph, piece.paragraph.origins
        source = paragraph.source
        marks = [
            each
            for each in like_footnotes(source)
            if piece.start <= each.start < piece.end
            if evidence is not None and each.text in evidence.notes
        ]
        waiting = list(marks)
        signs = sorted(piece.signs) if marked else []
        for token in tokens(without(marks, source), piece.start, piece.end):
            while waiting and waiting[0].start < token.start:
                note = waiting.pop(0)
                notes.append(_noted(note.text, note.start, note.end, len(found), origins))
            while signs and signs[0][0] < origins[token.start]:
                found += _sign(*signs.pop(0))
            changed = token.start > 0 and source[token.start - 1] == "\u00ad"
            start = token.start - 1 if changed else token.start
            forms += [(sign.text,) for sign in found[len(forms) :]]
            forms.append(_forms(token, changed))
            found.append(Token(token.text, origins[start], origins[token.end - 1] + 1))
        notes += [_noted(n.text, n.start, n.end, len(found), origins) for n in waiting]
        found += [token for sign in signs for token in _sign(*sign)]
        forms += [(sign.text,) for sign in found[len(forms) :]]
    return Passage(tuple(found), tuple(forms), tuple(notes), mark) if found else None


def _sign(at: int, text: str) -> Iterator[Token]:
    """The mark of a form as the words and marks that it is made of."""
    for token in tokens(text):
        yield Token(token.text, at + token.start, at + token.end)


def _noted(text: str, start: int, end: int, before: int, origins: Sequence[int]) -> Note:
    return Note(text, before, origins[start], origins[end - 1] + 1)


def _forms(token: Token, bracketed: bool) -> Forms:
    if not bracketed:
        return (token.text,)
    letter, rest = token.text[0], token.text[1:]
    return tuple(dict.fromkeys((letter.swapcase() + rest, token.text)))
