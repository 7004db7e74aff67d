"""Words of an excerpt that may need a gloss: those of which no common word begins alike.

English has a list of its common words and rules for their forms. Other languages bend their words
in more ways, so a word of theirs is common if it begins as a common one does, its ending apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from broadsheet.check.hard_words import LETTERS
from broadsheet.check.hard_words import rare_words as rare_in_english
from broadsheet.data import PACKAGE
from broadsheet.text.language_tags import base_of
from broadsheet.text.prefixes import POINTS, behind_prefixes
from broadsheet.text.scripts import parts_no_words
from broadsheet.text.words import words

_FOLDER: Final = PACKAGE / "signals" / "beginnings"
_JOINT: Final = re.compile("[-‐‑–־/]")
_JOINT_IN_FRENCH: Final = re.compile("[-‐‑–/’']")
"""“L’iniquité” is two words, and “б’ється” is one."""
_ENDING: Final = 3
"""Letters of the longest ending that is left out of account."""
_SHORTEST: Final = 4
"""Letters of the shortest beginning of a longer word."""
_ANOTHER: Final = 0.35
"""Where so large a part of the words is rare, the text is in another language or script."""
_NOUN: Final = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|k?ein(?:e[mnrs]?)?|zu[mr]|[iv]o?m|am|beim)", re.IGNORECASE
)
"""What stands before a German noun, and seldom before a name."""


def rare_words(excerpt: str, language: str) -> list[str]:
    """The words of an excerpt that are rare, in its order; none where there is no list.

    Of Chinese, which parts no words, they are characters.
    """
    base = base_of(language)
    if base == "en":
        return rare_in_english(excerpt, language)
    own = re.sub(r"\[[^\[\]]*\]", " ", excerpt)
    asked = list(dict.fromkeys(_candidates(own, base)))
    rare = [word for word in asked if not _is_common(word, _beginnings(base))]
    return rare if len(rare) <= _ANOTHER * len(asked) else []


def beginning_of(word: str) -> str:
    """What a word is compared by: itself, without as much as may be an ending."""
    return word[: max(_SHORTEST, len(word) - _ENDING)]


def _candidates(text: str, language: str) -> Iterator[str]:
    """Yield the words that could be named: no short ones, and no names."""
    before = ""
    for whole in words(text):
        for part in (_JOINT_IN_FRENCH if language == "fr" else _JOINT).split(whole):
            word = re.sub(POINTS, "", part)
            is_long = len(word) >= LETTERS or (bool(word) and parts_no_words(word[0]))
            is_noun = language == "de" and word.istitle() and _NOUN.fullmatch(before)
            if is_long and word.isalpha() and (word == word.lower() or is_noun):
                yield word
        before = whole


def _is_common(word: str, common: frozenset[str]) -> bool:
    each = (word.lower(), *behind_prefixes(word))
    return not common or any(beginning_of(word) in common for word in each)


@cache
def _beginnings(language: str) -> frozenset[str]:
    """The beginnings of a language's common words; none where there is no list."""
    file = _FOLDER / f"{language}.txt"
    return frozenset(file.read_text("utf-8").split()) if file.is_file() else frozenset()
