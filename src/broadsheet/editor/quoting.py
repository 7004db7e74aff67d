"""Which words of an excerpt may be meant by the first of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from broadsheet.excerpt.numbered import NumberedExcerpt
from broadsheet.excerpt.passages import Paragraph
from broadsheet.excerpt.quotation import Quotation, mark_at, prove
from broadsheet.text.tokens import Token, tokens

MOST: Final = 40
"""So many quotations are offered."""
_FEW: Final = 5
"""Where no more places begin so, longer quotations are offered of each, too."""
_WORDS: Final = 12
"""Words of the longest clause that is offered."""
_CLAUSE_ENDS: Final = frozenset(",;:-—.!?…،؛؟。，、；：！？)")
_SENTENCE_ENDS: Final = frozenset(".!?…؟。！？")


@dataclass(frozen=True, slots=True)
class Offered:
    """Words that can be quoted: they stand in one place alone."""

    words: str
    quotation: Quotation


def quotations(
    begun: str, label: str, excerpts: Mapping[str, NumberedExcerpt]
) -> tuple[Offered, ...]:
    """What may be quoted that begins with some words, the last of which may be half typed.

    With none typed, it is how each sentence begins. Capitals make no difference.
    """
    typed = [token.text.casefold() for token in tokens(begun)]
    is_open = bool(begun) and not begun[-1:].isspace()
    among = {label: excerpts[label]} if label in excerpts else excerpts
    starts = [
        (excerpt, paragraph, held, at)
        for excerpt in among.values()
        for paragraph in excerpt.paragraphs
        if not paragraph.is_cut
        for held in [list(tokens(paragraph.text))]
        for at in _beginnings(held, typed, is_open=is_open)
    ][:MOST]
    with_sentences = len(starts) <= _FEW
    offered: dict[str, Offered] = {}
    for excerpt, paragraph, held, at in starts:
        for words in _runs(paragraph, held, at, len(typed), with_sentences=with_sentences):
            if found := _proved(words, excerpt, excerpts):
                offered.setdefault(f"{excerpt.label}:{words}", found)
    return tuple(offered.values())


def _beginnings(held: Sequence[Token], typed: Sequence[str], *, is_open: bool) -> Iterator[int]:
    """Where the words typed stand; where none are, where sentences begin."""
    if not typed:
        yield from _sentences(held)
        return
    for at in range(len(held)):
        part = [each.text.casefold() for each in held[at : at + len(typed)]]
        if part == typed or (
            is_open and part[:-1] == typed[:-1] and part and part[-1].startswith(typed[-1])
        ):
            yield at


def _sentences(held: Sequence[Token]) -> Iterator[int]:
    """Where sentences begin: at a word, or at a letter that the editor put in brackets."""
    is_first = True
    for at, token in enumerate(held):
        is_letter = token.text == "[" and [each.text for each in held[at + 2 : at + 3]] == ["]"]
        if is_first and (token.is_word or (is_letter and held[at + 1].is_word)):
            yield at
            is_first = False
        elif token.text in _SENTENCE_ENDS:
            is_first = True


def _runs(
    paragraph: Paragraph, held: Sequence[Token], at: int, least: int, *, with_sentences: bool
) -> Iterator[str]:
    """The clause that begins at a word, and what is longer, as far as it goes without a cut."""
    least = max(least, 2)
    end = _end(held, at, least, _CLAUSE_ENDS, _WORDS)
    yield _text(paragraph, held, at, end)
    end = _end(held, at, least, _SENTENCE_ENDS, 3 * _WORDS)
    if with_sentences and (end == len(held) or held[end].text in _SENTENCE_ENDS):
        yield _text(paragraph, held, at, end)


def _end(held: Sequence[Token], at: int, least: int, ends: frozenset[str], most: int) -> int:
    """Index after the last word before one of the marks that end a run."""
    end, words = at, 0
    while end < len(held) and words < most:
        token = held[end]
        if token.text == "[" and end + 1 < len(held) and held[end + 1].text == "…":
            break
        if words >= least and token.text in ends and not _joins(held, end):
            break
        words += token.is_word
        end += 1
    while end > at + 1 and not held[end - 1].is_word and held[end - 1].text in ends | {"[", "("}:
        end -= 1
    return end


def _joins(held: Sequence[Token], at: int) -> bool:
    """Tell whether a mark stands within a word, as the hyphen of so-called and the point of 1.5."""
    after = held[at + 1] if at + 1 < len(held) else None
    return (
        after is not None
        and held[at].start == held[at - 1].end
        and held[at].end == after.start
        and after.is_word
    )


def _text(paragraph: Paragraph, held: Sequence[Token], at: int, end: int) -> str:
    return paragraph.text[held[at].start : held[end - 1].end]


def _proved(
    words: str, excerpt: NumberedExcerpt, excerpts: Mapping[str, NumberedExcerpt]
) -> Offered | None:
    """The words, if quoting them is proved: what can't be is not offered."""
    label = f"{excerpt.label}: " if excerpt.label else ""
    mark = mark_at(f"(({label}{words}))", 0)
    proved = prove(mark, excerpts) if mark and mark.end == len(label) + len(words) + 4 else None
    return Offered(words, proved) if isinstance(proved, Quotation) else None
