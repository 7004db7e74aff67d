"""The age at which schools expect a text to be read, by a formula for its language.

Long sentences and long words make a text hard; the formulas measure that and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from broadsheet.text.language_tags import base_of
from broadsheet.text.words import words

FEWEST_WORDS: Final = 100
"""A shorter text can't be measured."""

_AGE_IN_FIRST_GRADE: Final = 6
_SENTENCE_END: Final = re.compile(r"[.!?…]+[”\"’»)]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Counts:
    """What the formulas go by."""

    words: int
    sentences: int
    syllables: int
    long_words: int
    """Words of more than six letters."""
    one_syllable: int
    many_syllables: int
    """Words of three syllables or more."""


def reading_age(text: str, language: str) -> int | None:
    """The age at which schools expect such a text to be read; None where it can't be measured."""
    measure = _GRADE.get(base_of(language))
    own = re.sub(r"\[[^\[\]]*\]", " ", text)
    every = words(own)
    if measure is None or len(every) < FEWEST_WORDS:
        return None
    syllables = [_syllables(word, language) for word in every]
    counts = _Counts(
        words=len(every),
        sentences=max(len(_SENTENCE_END.findall(own)), 1),
        syllables=sum(syllables),
        long_words=sum(len(word) > 6 for word in every),
        one_syllable=syllables.count(1),
        many_syllables=sum(count >= 3 for count in syllables),
    )
    return round(measure(counts)) + _AGE_IN_FIRST_GRADE - 1


def _flesch_kincaid(counts: _Counts) -> float:
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def _wiener_sachtextformel(counts: _Counts) -> float:
    percent = 100 / counts.words
    return (
        0.1935 * counts.many_syllables * percent
        + 0.1672 * counts.words / counts.sentences
        + 0.1297 * counts.long_words * percent
        - 0.0327 * counts.one_syllable * percent
        - 0.875
    )


_GRADE: Final[Mapping[str, Callable[[_Counts], float]]] = MappingProxyType(
    {"en": _flesch_kincaid, "de": _wiener_sachtextformel}
)
"""The school year a text is fit for, by language."""


def _syllables(word: str, language: str) -> int:
    """Count groups of vowels; an English word's silent e is none."""
    folded = word.casefold()
    count = len(re.findall(r"[aeiouyäöü]+", folded))
    if base_of(language) == "en" and re.search(
        r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscxzgh]es$", folded
    ):
        count -= 1
    return max(count, 1)
