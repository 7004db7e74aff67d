"""An excerpt to begin with: passages of a piece, with the cuts between them marked.

It shows how a piece opens, how it goes on in its middle, and how it ends; which words matter is for
whoever writes the lesson to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from broadsheet.text.brackets import CUT
from broadsheet.text.scripts import folded
from broadsheet.text.words import words

_PARAGRAPHS: Final = re.compile(r"\n[^\S\n]*\n|\f")
_SENTENCE: Final = re.compile(
    r"""(?<=[.!?…؟۔])[”’»"')\]]*\s+|(?<=[。！？])(?![。！？”’」』）])|(?<=[。！？][”’」』）])"""
)
_BRACKET: Final = re.compile(r"(\\*)([\[\]])")


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    """With the blank behind it."""
    begins: bool
    """True for the first of a paragraph."""
    ends: bool
    """True for the last of one."""

    @property
    def words(self) -> int:
        """Counted where it is asked for: of a long piece, few sentences are."""
        return len(words(self.text))


def proposed(text: str, most: int) -> str:
    """Propose passages of a piece, of at most `most` words together, at least one.

    Where a piece has no sentence that short, its first words are given.
    """
    sentences = [each for paragraph in _PARAGRAPHS.split(text) for each in _sentences(paragraph)]
    if not sentences:
        return ""
    every = range(len(sentences))
    opening = _run(sentences, every, most * 2 // 5) or _run(sentences, every[:1], most)
    if not opening:
        return f"{_first_words(sentences[0].text, max(most, 1))} {CUT}"
    most -= _words_of(sentences, opening)
    ending = _run(sentences, reversed(every[len(opening) :]), most // 2)
    most -= _words_of(sentences, ending)
    left = every[len(opening) : len(every) - len(ending)]
    # The first whole paragraph of the second half, or the half itself where there is but one.
    half = [at for at in left if at >= len(sentences) // 2]
    start = next((at for at in half if sentences[at].begins), half[0] if half else 0)
    middle = _run(sentences, (at for at in half if at >= start), most)
    return _joined(sentences, sorted((*opening, *middle, *ending)))


def _sentences(paragraph: str) -> Iterator[_Sentence]:
    whole = folded(paragraph).strip()
    starts = [0, *(found.end() for found in _SENTENCE.finditer(whole)), len(whole)]
    texts = [whole[a:b] for a, b in pairwise(starts) if whole[a:b].strip()]
    for at, text in enumerate(texts):
        yield _Sentence(text, at == 0, at == len(texts) - 1)


def _run(sentences: Sequence[_Sentence], order: Iterable[int], most: int) -> list[int]:
    """The first of them, in this order, that are together of at most so many words."""
    run: list[int] = []
    for at in order:
        most -= sentences[at].words
        if most < 0:
            break
        run.append(at)
    return run


def _words_of(sentences: Sequence[_Sentence], chosen: Iterable[int]) -> int:
    return sum(sentences[at].words for at in chosen)


def _joined(sentences: Sequence[_Sentence], chosen: Sequence[int]) -> str:
    """The sentences, the first of a piece among them, as an excerpt is typed."""
    paragraphs: list[str] = []
    last = -1
    for at in chosen:
        sentence = sentences[at]
        text = _typed(sentence.text)
        was_open = last >= 0 and not sentences[last].ends
        is_next = at == last + 1
        if was_open and not any(each.begins for each in sentences[last + 1 : at + 1]):
            paragraphs[-1] += text if is_next else f"{CUT} {text}"
        elif is_next:
            paragraphs.append(text)
        else:
            if was_open:
                paragraphs[-1] = f"{paragraphs[-1].rstrip()} {CUT}"
            if not sentence.begins:
                text = f"{CUT} {text}"
            elif not was_open:
                paragraphs.append(CUT)  # whole paragraphs are left out
            paragraphs.append(text)
        last = at
    if last < len(sentences) - 1:
        paragraphs[-1] = f"{paragraphs[-1].rstrip()} {CUT}"
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs)


def _first_words(text: str, most: int) -> str:
    taken = ""
    for piece in re.findall(r"\S+\s*", text):
        for part in [piece] if len(words(piece)) <= 1 else piece:
            if len(words(taken + part)) > most:
                return _typed(taken.rstrip())
            taken += part
    return _typed(taken.rstrip())


def _typed(text: str) -> str:
    """A bracket of the source's own is typed with a backslash."""
    return _BRACKET.sub(lambda found: rf"{2 * found[1]}\{found[2]}", text)
