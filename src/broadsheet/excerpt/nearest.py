"""Which words of an excerpt an author may have meant: for hints, never for proof."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from math import ceil
from typing import Final, TypeAlias

from broadsheet.excerpt.numbered import NumberedExcerpt, is_inside_word
from broadsheet.text.lookalikes import skeleton
from broadsheet.text.scripts import is_counted_by_character
from broadsheet.text.unseen import without_unseen

_LIKE_ENOUGH: Final = 0.6
"""Least likeness of a hint, from 0 to 1."""
_COMPARED: Final = 50
"""How many runs of words are compared letter by letter."""
_COMPARED_BY_WORDS: Final = 10
"""How many long runs are compared word by word."""
_SHORT: Final = 3
"""Up to so many words may all be misspelt, so every run is compared."""
_LONGEST: Final = 300
"""Above so many words, nothing is compared: it was not mistyped but taken from elsewhere."""
_LONG: Final = 30
"""Above so many words, words are compared instead of letters."""

_Likeness: TypeAlias = "Callable[[Sequence[str], float], float]"
"""How like a run is to what is sought, from 0 to 1; 0 where it can't be more than so much."""


def only_alike(wanted: str, excerpts: Iterable[NumberedExcerpt]) -> str | None:
    """The only words of the excerpts that look like `wanted`, but for capitals, or None.

    They are what was meant: nothing else in the excerpts could be taken for them.
    """
    sought = _looks(" ".join(without_unseen(wanted).split()))
    found: list[str] = []
    for excerpt in excerpts:
        for paragraph in excerpt.paragraphs:
            text = _looks(paragraph.text)
            at = text.find(sought) if sought else -1
            while at >= 0 and len(found) < 2:
                end = at + len(sought)
                if not (is_inside_word(text, at) or is_inside_word(text, end)):
                    found.append(paragraph.text[at:end])
                at = text.find(sought, at + 1)
    return found[0] if len(found) == 1 else None


def _looks(text: str) -> str:
    """A text as it looks in small letters, one character for one."""
    return "".join(
        small if len(small := character.lower()) == 1 else character for character in skeleton(text)
    )


def nearest(
    wanted: str,
    excerpts: Iterable[NumberedExcerpt],
    at_least: float = _LIKE_ENOUGH,
    sharing: float = 0.0,
) -> str | None:
    """The run of an excerpt's words most like `wanted`, where one is as like it as `at_least`.

    Likeness counts letters in one order, from 0 to 1; the more is asked for, the sooner most runs
    are out of the question. Of more words than a few, `sharing` is the least part that a run must
    have as they are, from 0 to 1, and one of them in any case.
    """
    by_character = is_counted_by_character(wanted)
    sought = _units(wanted, by_character=by_character)
    if len(sought) > _LONGEST:
        return None
    texts = [
        _units(paragraph.text, by_character=by_character)
        for excerpt in excerpts
        for paragraph in excerpt.paragraphs
        if not paragraph.is_cut
    ]
    runs: Iterable[Sequence[str]] = (
        run for text in texts for size in _sizes(len(sought)) for run in _runs(text, size)
    )
    if len(sought) > _SHORT:
        runs = _sharing_words(sought, texts, max(ceil(sharing * len(sought)), 1))
    best, likeness = None, at_least
    like_sought = _by_words(sought) if len(sought) > _LONG else _by_letters(sought)
    for run in runs:
        like = like_sought(run, likeness)
        if like > likeness:
            best, likeness = ("" if by_character else " ").join(run), like
    return best and (best if wanted[-1] in ",.;:" else best.rstrip(",.;:"))


def _units(text: str, *, by_character: bool) -> list[str]:
    """The words of a text, or its characters where no blanks part words."""
    return list("".join(text.split())) if by_character else text.split()


def _sizes(size: int) -> range:
    """A word may have been left out, put in, or written as two."""
    return range(max(size - 1, 1), size + 2)


def _runs(text: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(len(text) - size + 1):
        yield text[start : start + size]


def _sharing_words(
    sought: Sequence[str], texts: Sequence[Sequence[str]], least: int
) -> Iterator[Sequence[str]]:
    """The runs that share most words with those sought, and so many at least."""
    wanted = Counter(map(_plain, sought))
    shared = (
        (count, -abs(size - len(sought)), at, start, size)
        for at, plain in enumerate([_plain(word) for word in text] for text in texts)
        if _holds(plain, wanted, least)
        for size in _sizes(len(sought))
        for start, count in enumerate(_shared_counts(wanted, plain, size))
        if count >= least
    )
    compared = _COMPARED if len(sought) <= _LONG else _COMPARED_BY_WORDS
    for _, _, at, start, size in heapq.nlargest(compared, shared):
        yield texts[at][start : start + size]


def _holds(plain: Sequence[str], wanted: Counter[str], least: int) -> bool:
    """Tell whether a text holds so many of the words wanted, wherever in it they are."""
    there = set(plain)
    return sum(count for word, count in wanted.items() if word in there) >= least


def _shared_counts(wanted: Counter[str], plain: Sequence[str], size: int) -> Iterator[int]:
    """For each run of `size` words, how many of the words wanted it holds."""
    missing, shared = wanted.copy(), 0
    for at, word in enumerate(plain):
        if at >= size and (left := plain[at - size]) in missing:
            missing[left] += 1
            shared -= missing[left] > 0
        if word in missing:
            shared += missing[word] > 0
            missing[word] -= 1
        if at + 1 >= size:
            yield shared


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return word.strip(",.;:!?…“”\"'()[]").casefold()


def _by_letters(sought: Sequence[str]) -> _Likeness:
    # What the matcher learns of its second text serves for every run that it is compared with.
    matcher = SequenceMatcher(None, "", " ".join(sought), autojunk=False)

    def likeness(run: Sequence[str], above: float) -> float:
        matcher.set_seq1(" ".join(run))
        if matcher.real_quick_ratio() <= above or matcher.quick_ratio() <= above:
            return 0.0
        return matcher.ratio()

    return likeness


def _by_words(sought: Sequence[str]) -> _Likeness:
    matcher = SequenceMatcher(None, (), [_plain(word) for word in sought], autojunk=False)

    def likeness(run: Sequence[str], _above: float) -> float:
        matcher.set_seq1([_plain(word) for word in run])
        return matcher.ratio()

    return likeness
